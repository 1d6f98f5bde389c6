import type {Position} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {isSameValue} from '../lib/same-value.ts';
import type {Row, TableName} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import {Batch} from './batch.ts';
import type {Mutator} from './define.ts';
import {type Effect, effectsIn, rowOf} from './effects-in.ts';
import {type Group, type LogPlace, follows, placeBehind} from './group.ts';
import {type OwnLine, endOf} from './lines.ts';
import {Overlay, type RowChange} from './overlay.ts';
import type {PackPage} from './page.ts';
import type {JustAppended} from './just-appended.ts';
import {PendingIndex} from './pending-index.ts';
import {type Pending, Confirmed, PendingRows, mutationOf, nameOf} from './pending.ts';
import {RowsReadOnce} from './rows-read-once.ts';
import {runOver} from './run-over.ts';
import type {OutboxRow, RowBefore, Store, WriteTx} from './store.ts';
import {type Touched, touchedBy} from './touched.ts';

/** What a group has changed here. */
export interface Applied {
  readonly place: LogPlace;
  readonly decidedN: number;
  /** Rows that people see otherwise than before. */
  readonly changes: readonly RowChange[];
}

export interface ApplierHost {
  readonly pack?: PackPage;
  /** What the replica of this process has appended. */
  readonly appended?: JustAppended;
  /**
   * Every mutation up to this number is in the journal. What is decided and not there stays in the outbox: another desk that had this one's
   * disk may have told it, and the journal of this one goes on without a gap.
   */
  readonly savedN?: () => number;
  /** Runs all that waits again, whatever it touches: what the chosen few are compared with. */
  readonly everything?: boolean;
}

/** A group comes to what it does: rounds in which more is met by what ran again than was chosen. Then all that waits runs again. */
const roundsMost = 3;

/** Brings what the master has decided into a desk's rows, group by group, and runs what still waits again above it. */
export class Applier {
  readonly #store: Store;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  readonly #host: ApplierHost;
  readonly #index: PendingIndex;

  constructor(store: Store, mutators: readonly Mutator[], host: ApplierHost = {}) {
    this.#store = store;
    this.#host = host;
    this.#index = new PendingIndex(host.appended);
    this.#mutators = new Map(mutators.map((mutator) => [mutator.name, mutator]));
  }

  /**
   * Applies the group that follows behind this desk's place, in one transaction: killed anywhere, the store is before it or
   * behind it. Undefined for a group that is there already; a fault for one that does not follow, or that an older
   * application cannot read.
   */
  async apply(group: Group): Promise<Result<Applied | undefined>> {
    let again: readonly Touched[] = [];
    const applied = await this.#store.write(async (tx): Promise<Result<Applied | undefined>> => {
      const place = must(await tx.meta('place'), 'a place in the log');
      if (group.last <= place.seq) return ok(undefined);
      // First whether it is what the master said: what was garbled on its way looks as if a newer version had said it.
      if (!follows(place, group)) return fail('sync.log_parted', {seq: group.first});
      const effects = effectsIn(group);
      if (!effects.ok) return effects;
      const settled = await this.#applyTo(tx, {group, effects: effects.value, place});
      if (settled.ok) again = settled.value.again;
      return settled.ok ? ok(settled.value.applied) : settled;
    });
    // A transaction that was not kept is none.
    if (applied.ok && applied.value) {
      this.#index.moved(applied.value.place, applied.value.decidedN, again);
      this.#host.appended?.letGo(applied.value.decidedN);
    }
    return applied;
  }

  async #applyTo(
    tx: WriteTx,
    {group, effects, place}: {readonly group: Group; readonly effects: readonly Effect[]; readonly place: LogPlace},
  ): Promise<Result<Settled & {readonly applied: Applied}>> {
    const [lines, before] = [(await tx.meta('lines')) ?? [], must(await tx.meta('decided'), 'what is decided here')];
    await this.#index.catchUp(tx, place, before.n);
    const decided = decidedBy(group, {lines, before, hashAt: (n) => this.#index.hashAt(n)});
    if (!decided) return fail('sync.forked', {seq: group.first});

    const settled = await this.#settle(tx, {effects, decidedN: decided.n, seq: group.first});
    if (!settled.ok) return settled;
    const {changes, again} = settled.value;
    await tx.setMeta('place', placeBehind(place, group));
    if (decided.n > before.n) {
      await tx.setMeta('decided', decided);
      await tx.letGo(Math.min(decided.n, this.#host.savedN?.() ?? decided.n));
    }
    return ok({changes, again, applied: {place: placeBehind(place, group), decidedN: decided.n, changes}});
  }

  /** Makes the rows what the decisions say, with what still waits run again where it could come out otherwise. */
  async #settle(tx: WriteTx, {effects, decidedN, seq}: Settling): Promise<Result<Settled>> {
    const [reads, waiting] = [new RowsReadOnce(tx), new PendingRows(tx)];
    const others = effects.filter((one) => !this.#isAsGuessed(one, decidedN));
    const told = await this.#whole(others, reads, waiting);
    if (!told.ok) return fail(told.fault.code, {seq});
    const truth = new Map(told.value.map((change) => [nameOf(change), change]));
    // What a guess has written and the decision has not goes back to what it was.
    const decided = new Set(effects.map(nameOf));
    const guessed = [...this.#index.writtenUpTo(decidedN)].filter((name) => !decided.has(name));
    for (const [name, found] of await this.#found(waiting, guessed, 0)) truth.set(name, {row: undefined, ...found});

    const below = await this.#found(waiting, truth.keys(), decidedN);
    await reads.look([...truth].flatMap(([name, change]) => (below.has(name) ? [] : [change])));
    const wrong: RowChange[] = [];
    for (const [name, change] of truth) {
      const now = below.has(name) ? below.get(name)?.row : await reads.get(change.table, change.id);
      if (!isSameValue(now, change.row)) wrong.push(change);
    }
    if (wrong.length === 0) return ok({changes: [], again: []});

    const batch = new Batch(reads);
    const again = await this.#untilNoneIsMet(tx, {batch, changes: wrong, waiting, decidedN});
    return ok({changes: await this.#write(tx, batch.changes, reads), again});
  }

  /** Whether a row has become here what is decided of it, from the same row as at the master: then it need not be looked at. */
  #isAsGuessed(effect: Effect, decidedN: number): boolean {
    return 'patch' in effect && isSameValue(this.#index.onlyPatch(nameOf(effect), decidedN), effect.patch);
  }

  /** Effects with whole rows in the place of patches: each is one of the row as it was confirmed before this group. */
  async #whole(
    effects: readonly Effect[],
    reads: RowsReadOnce,
    waiting: PendingRows,
  ): Promise<Result<readonly RowChange[]>> {
    const patches = effects.filter((one) => 'patch' in one);
    const below = await this.#found(waiting, patches.map(nameOf), 0);
    await reads.look(patches.filter((one) => !below.has(nameOf(one))));
    const changes: RowChange[] = [];
    for (const one of effects) {
      if ('patch' in one) {
        const name = nameOf(one);
        const before = below.has(name) ? below.get(name)?.row : await reads.get(one.table, one.id);
        const row = before ? rowOf(one, before) : fail('sync.damaged');
        if (!row.ok) return row;
        changes.push({table: one.table, id: one.id, row: row.value});
      } else changes.push(one);
    }
    return ok(changes);
  }

  /** The rows as the first behind a number that has written them found them; those that nobody has written are left out. */
  async #found(waiting: PendingRows, names: Iterable<string>, behind: number): Promise<ReadonlyMap<string, RowBefore>> {
    const writers = new Map<string, number>();
    for (const name of names) {
      const n = this.#index.firstWriter(name, behind);
      if (n !== undefined) writers.set(name, n);
    }
    const confirmed = new Confirmed(await waiting.at(new Set(writers.values())));
    return new Map([...writers.keys()].map((name) => [name, confirmed.before(name)]));
  }

  /** Runs what could come out otherwise again, and then what is met by that; answers those whose guess is another now. */
  async #untilNoneIsMet(tx: WriteTx, {batch, changes, waiting, decidedN}: Again): Promise<readonly Touched[]> {
    const names = changes.map(nameOf);
    let met = new Set<number>(this.#host.everything ? this.#index.behind(decidedN) : []);
    for (let round = 1; ; round += 1) {
      const all = round > roundsMost ? this.#index.behind(decidedN) : met;
      const numbers = this.#index.closure(names, all, decidedN);
      const chosen = await waiting.at(numbers);
      const rows = await this.#again(batch, changes, chosen);
      const others = rows.flatMap((row) => this.#index.boundBehind(touchedBy(row))).filter((n) => !numbers.has(n));
      met = new Set([...numbers, ...others]);
      if (others.length === 0) return rememberIn(tx, chosen, rows);
    }
  }

  /** Takes the guesses of some of what waits back, writes what is true, and runs them again, in a batch above the rows. */
  async #again(batch: Batch, changes: readonly RowChange[], chosen: readonly Pending[]): Promise<readonly OutboxRow[]> {
    batch.clear();
    const first = new Confirmed(chosen);
    for (const name of first.names) await write(batch, {row: undefined, ...first.before(name)});
    for (const change of changes) await write(batch, change);

    const rows: OutboxRow[] = [];
    for (const one of chosen) rows.push(await this.#runAgain(batch, one));
    return rows;
  }

  async #runAgain(batch: Batch, one: Pending): Promise<OutboxRow> {
    const mutation = mutationOf(one);
    const run = await runOver(batch, mutation, this.#mutators.get(mutation.name));
    const {overlay} = run;
    const isDone = 'result' in run && run.result.ok;
    const before = isDone ? await overlay.before() : [];
    const {reads} = overlay;
    if (isDone) await overlay.flush(batch);
    return {...one.row, before, reads} as OutboxRow;
  }

  /** Writes what has become otherwise; many new rows become pages. */
  async #write(tx: WriteTx, changes: readonly RowChange[], reads: RowsReadOnce): Promise<readonly RowChange[]> {
    await reads.look(changes);
    const changed: RowChange[] = [];
    for (const change of changes) {
      if (!isSameValue(await reads.get(change.table, change.id), change.row)) changed.push(change);
    }
    const overlay = new Overlay(reads);
    const writers = overlay.tx(0 as Instant);
    for (const [table, some] of byTable(changed)) {
      // Looked for first, so that the new ones among them are known as such.
      await writers[table].getMany(some.map(({id}) => id));
      for (const {id, row} of some) {
        if (row) await (writers[table] as {put(row: Row): Promise<void>}).put(row);
        else await tx.forget(table, id);
      }
    }
    await overlay.flush(tx, this.#host.pack);
    return changed;
  }
}

interface Settling {
  readonly effects: readonly Effect[];
  readonly decidedN: number;
  readonly seq: number;
}

interface Settled {
  readonly changes: readonly RowChange[];
  readonly again: readonly Touched[];
}

interface Again {
  readonly batch: Batch;
  readonly changes: readonly RowChange[];
  readonly waiting: PendingRows;
  readonly decidedN: number;
}

/** Keeps the guesses that have become others. */
async function rememberIn(
  tx: WriteTx,
  before: readonly Pending[],
  rows: readonly OutboxRow[],
): Promise<readonly Touched[]> {
  const others = rows.filter((row, at) => !isSameValue(guessIn(before[at]?.row), guessIn(row)));
  await Promise.all(others.map((row) => tx.guess(row)));
  return others.map(touchedBy);
}

/** How far this desk's own mutations are decided behind a group; undefined where the group tells of others under their numbers. */
function decidedBy(
  {by, n: [, last], told}: Group,
  desk: {
    readonly lines: readonly OwnLine[];
    readonly before: Position;
    readonly hashAt: (n: number) => string | undefined;
  },
): Position | undefined {
  const {lines, before, hashAt} = desk;
  const end = endOf(lines, by);
  const n = Math.min(last, end ?? 0);
  if (n <= before.n) return before;
  const hash = hashAt(n);
  return hash === undefined || (n === last && hash !== told) ? undefined : {n, hash};
}

function byTable<T extends Pick<RowChange, 'table'>>(all: readonly T[]): ReadonlyMap<TableName, readonly T[]> {
  const tablesOf = new Map<TableName, T[]>();
  for (const one of all) {
    const some = tablesOf.get(one.table);
    if (some) some.push(one);
    else tablesOf.set(one.table, [one]);
  }
  return tablesOf;
}

async function write(batch: Batch, {table, id, row}: RowChange): Promise<void> {
  if (row) await batch.put(table, row as never);
  else await batch.delete(table as never, id);
}

function guessIn(row: OutboxRow | undefined): unknown {
  if (!row || !('bytes' in row)) return undefined;
  return {before: row.before, reads: row.reads};
}
