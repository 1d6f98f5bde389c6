import {type SyncFile, openSyncFile} from './sync-file.ts';
import {type WholeHead, headBytes, headOf, isWhole, writeWholeFile} from './whole-file.ts';

/** No name of the port ends so. */
const endings = ['~0', '~1'] as const;

interface Generation {
  readonly name: string;
  readonly file: SyncFile;
  readonly head: WholeHead | undefined;
}

/** The two files of which one at a time holds what was last put in the place of the whole: they are written in turn. */
export class Generations {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #name: string;
  /** The newest first. */
  readonly #found: readonly Generation[];

  private constructor(folder: FileSystemDirectoryHandle, name: string, found: readonly Generation[]) {
    this.#folder = folder;
    this.#name = name;
    this.#found = found;
  }

  /** Holds both files, where they are there, until `close`. */
  static async open(folder: FileSystemDirectoryHandle, name: string): Promise<Generations> {
    const found: Generation[] = [];
    try {
      for (const ending of endings) {
        const file = await openSyncFile(folder, name + ending, {create: false});
        if (file) found.push({name: name + ending, file, head: await headOf(file.read(0, headBytes))});
      }
    } catch (error) {
      for (const {file} of found) file.close();
      throw error;
    }
    return new Generations(
      folder,
      name,
      found.sort((a, b) => (numberOf(a) > numberOf(b) ? -1 : 1)),
    );
  }

  get isThere(): boolean {
    return this.#found.some(({head}) => head !== undefined);
  }

  /** The bytes of the newest whole one; if only damaged ones are there the newest of them, as another disk would give. */
  async newest(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let damaged: Uint8Array<ArrayBuffer> | undefined;
    for (const {file, head} of this.#found) {
      if (!head) continue;
      const body = file.read(headBytes, headBytes + head.bytes);
      if (await isWhole(head, body)) return body;
      damaged ??= body;
    }
    return damaged;
  }

  /** Writes over the older one; only when the new one is on the disk is what was the newest emptied. */
  async put(body: Uint8Array<ArrayBuffer>): Promise<void> {
    const [newest] = this.#found;
    const before = newest?.head ? newest : undefined;
    const name = this.#name + (before?.name.endsWith(endings[0]) ? endings[1] : endings[0]);
    const standing = this.#found.find((each) => each.name === name)?.file;
    const file = standing ?? (await openSyncFile(this.#folder, name, {create: true}));
    try {
      if (file) await writeWholeFile(file, (before?.head?.generation ?? 0n) + 1n, body);
    } finally {
      if (!standing) file?.close();
    }
    before?.file.truncate(0);
  }

  /** The oldest goes first: killed in between, no older one than before is found. */
  async remove(): Promise<void> {
    for (const {name, file} of this.#found.toReversed()) {
      file.close();
      await this.#folder.removeEntry(name);
    }
  }

  close(): void {
    for (const {file} of this.#found) file.close();
  }
}

/** The name of the file that a generation belongs to; undefined for other files. */
export function baseOfGeneration(name: string): string | undefined {
  const ending = endings.find((each) => name.endsWith(each));
  return ending && name.slice(0, -ending.length);
}

/** Whether a name stands for a file that was put in the place of another. */
export async function hasGeneration(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  const generations = await Generations.open(folder, name);
  generations.close();
  return generations.isThere;
}

function numberOf({head}: Generation): bigint {
  return head?.generation ?? -1n;
}
