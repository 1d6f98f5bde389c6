import type {Position} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {utf8} from '../lib/utf8.ts';
import type {JustAppended} from './just-appended.ts';
import {lineOf} from './lines.ts';
import {type Push, pushMutationsMax, pushedTogether, sumOf} from './protocol.ts';
import {journalledOf} from './replica.ts';
import type {OutboxRow, Store} from './store.ts';

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/**
 * The next push of a desk: what stands behind `after` and is saved, of one line of numbers. Undefined where there is nothing.
 * What the master has already is no harm: it says again what it decided.
 */
export async function nextPush(
  store: Store,
  {
    after,
    savedN,
    most = pushMutationsMax,
    appended,
  }: {
    readonly after: number;
    readonly savedN: number;
    readonly most?: number;
    /** Knows some of what waits without a look at the store. */
    readonly appended?: JustAppended;
  },
): Promise<Push | undefined> {
  return store.read(async (tx) => {
    const [place, lines, decided] = [await tx.meta('place'), await tx.meta('lines'), await tx.meta('decided')];
    if (!place || !lines || !decided) return undefined;
    const from = Math.max(after, decided.n);
    // What is decided is not among them any more.
    const behind = from === decided.n ? from : from - 1;
    const known = appended?.behind(behind, most + 1).map(({entry}) => entry) ?? [];
    // Behind all that is known another window may have appended more.
    const rows = known.some(({n}) => n > from) ? known : await tx.outbox(from - 1, most + 1);
    // One that is not decided is still there, and tells the hash behind which the next stand.
    const before = from === decided.n ? decided : positionOf(must(rows[0], 'a mutation that waits'));
    const saved = rows.filter(({n}) => n > from && n <= savedN).slice(0, most);
    const first = saved[0];
    if (!first) return undefined;

    const line = lineOf(lines, first.n);
    const ofLine = saved.filter(({n}) => lineOf(lines, n) === line);
    const told = pushedTogether(ofLine.map((row) => ({row, bytes: bytesOf(row)})));
    const hash = told.at(-1)?.row.hash;
    return {
      epoch: place.epoch,
      origin: {replica: line.replica, inc: line.inc},
      from: before,
      mutations: told.map(({bytes}) => decoder.decode(bytes)),
      ...(hash !== undefined && {sum: sumOf(hash)}),
    };
  });
}

/** As they were journalled; those of rows from before the bytes were kept come out the same again. */
function bytesOf(row: OutboxRow): Uint8Array {
  return 'bytes' in row ? row.bytes : utf8(JSON.stringify(journalledOf(row)));
}

function positionOf(row: OutboxRow): Position {
  return {n: row.n, hash: must(row.hash, 'the hash of a mutation that is journalled')};
}
