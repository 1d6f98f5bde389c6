import {type ChunkFiller, type PlainChunk} from '#core/snapshot/chunk-content.ts';
import {answered} from '../idb-transaction.ts';

const fewest = 1;
const most = 1_024;
/** A batch of more bytes is followed by a smaller one: what is read at once is held at once. */
const batchBytes = 256 * 1024;

/** How many records to ask for at once, by how large the last ones were. */
export class Pace {
  #limit = 4;

  get limit(): number {
    return this.#limit;
  }

  after(bytes: number): void {
    if (bytes > 2 * batchBytes) this.#limit = Math.max(fewest, Math.floor(this.#limit / 2));
    else if (bytes < batchBytes / 2) this.#limit = Math.min(most, this.#limit * 2);
  }
}

/** Reads a whole object store inside a running transaction, in the order of its keys; what fills up goes to `full`. */
export async function readRecords(
  store: IDBObjectStore,
  filler: ChunkFiller,
  full: (chunk: PlainChunk) => void,
): Promise<void> {
  const pace = new Pace();
  const ask = async (after: IDBKeyRange | null, limit: number) => {
    const keys = answered(store.getAllKeys(after, limit));
    const values = answered<unknown[]>(store.getAll(after, limit));
    return {keys: await keys, values: await values};
  };
  for (let coming = ask(null, pace.limit); ;) {
    const {keys, values} = await coming;
    const last = keys.at(-1);
    // Asked before this batch is encoded: the browser looks for it meanwhile, and writers wait less.
    if (last !== undefined) coming = ask(IDBKeyRange.lowerBound(last, true), pace.limit);
    let bytes = 0;
    for (const [at, key] of keys.entries()) {
      const before = filler.length;
      const chunk = filler.add(key, values[at]);
      bytes += (chunk?.bytes.length ?? filler.length) - before;
      if (chunk) full(chunk);
    }
    if (last === undefined) break;
    pace.after(bytes);
  }
  const rest = filler.end();
  if (rest) full(rest);
}
