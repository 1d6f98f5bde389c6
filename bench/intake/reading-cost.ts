import {createRequire} from 'node:module';
import {readFile} from '#core/intake/read-file.ts';
import {memorySource} from '#core/intake/table/bytes-in-memory.ts';
import {assert} from '#core/lib/assert.ts';
import {type SheetFile, pounds} from './sheet-file.ts';

// Its names are made while it runs, so that an import does not find them.
const {parse} = createRequire(import.meta.url)('papaparse') as typeof import('papaparse');

/** CPU seconds of each round. */
export interface ReadingCost {
  readonly ours: readonly number[];
  readonly papaParse: readonly number[];
}

/**
 * Reads the sheet whole, detected and checked, in turns with PapaParse, which only splits the same text into cells. The first
 * turns warm up both and are not counted.
 */
export async function readingCost({bytes, account}: SheetFile, rounds: number): Promise<ReadingCost> {
  const text = new TextDecoder().decode(bytes);
  const ours: number[] = [];
  const papaParse: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const own = await cpuSecondsOf(async () => {
      const reading = await readFile(memorySource('retail.csv', bytes), {mappings: []});
      assert(reading !== 'cancelled' && reading.ok, 'the sheet can be read');
      const {rows, used, orders, totals} = reading.value;
      assert(
        rows === account.rows &&
          used === rows &&
          orders.length === account.orders &&
          totals[pounds] === account.totalMinor,
        'what was read is what is known of the sheet',
      );
    });
    const peers = await cpuSecondsOf(() => {
      const {data} = parse(text, {skipEmptyLines: true});
      assert(data.length === account.rows + 1, 'PapaParse finds the same rows and the header');
    });
    if (round === 0) continue;
    ours.push(own);
    papaParse.push(peers);
  }
  return {ours, papaParse};
}

/** Of all threads of this process, so with what collecting garbage costs. */
async function cpuSecondsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1e6;
}
