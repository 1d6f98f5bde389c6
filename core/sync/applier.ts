import type {Position} from '../journal/entry.ts';
import {canonical} from '../lib/canonical.ts';
import {must} from '../lib/assert.ts';
import {parsedJson} from '../lib/parsed-json.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {check} from '../lib/shape.ts';
import {type Row, type TableName, tables} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import {Batch} from './batch.ts';
import type {Mutator} from './define.ts';
import {type Effects, type Group, type LogPlace, follows, placeBehind} from './group.ts';
import {type OwnLine, endOf} from './lines.ts';
import {Overlay, type RowChange} from './overlay.ts';
import type {PackPage} from './page.ts';
import {type Pending, Confirmed, closure, mutationOf, nameOf, pendingBehind, pendingOf, touches} from './pending.ts';
import {runOver} from './run-over.ts';
import type {OutboxRow, Store, WriteTx} from './store.ts';

/** What a group has changed here. */
export interface Applied {
  readonly place: LogPlace;
  readonly decidedN: number;
  /** Rows that people see otherwise than before. */
  readonly changes: readonly RowChange[];
}

export interface ApplierHost {
  readonly pack?: PackPage;
  /** Runs all that waits again, whatever it touches: what the chosen few are compared with. */
  readonly everything?: boolean;
}

/** Brings what the master has decided into a desk's rows, group by group, and runs what still waits again above it. */
export class Applier {
  readonly #store: Store;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  readonly #host: ApplierHost;

  constructor(store: Store, mutators: readonly Mutator[], host: ApplierHost = {}) {
    this.#store = store;
    this.#host = host;
    this.#mutators = new Map(mutators.map((mutator) => [mutator.name, mutator]));
  }

  /**
   * Applies the group that follows behind this desk's place, in one transaction: killed anywhere, the store is before it or
   * behind it. Undefined for a group that is there already; a fault for one that does not follow, or that an older
   * application cannot read.
   */
  async apply(group: Group): Promise<Result<Applied | undefined>> {
    return this.#store.write(async (tx) => {
      const place = must(await tx.meta('place'), 'a place in the log');
      if (group.last <= place.seq) return ok(undefined);
      // First whether it is what the master said: what was garbled on its way looks as if a newer version had said it.
      if (!follows(place, group)) return fail('sync.log_parted', {seq: group.first});
      const effects = effectsIn(group);
      if (!effects.ok) return effects;
      return this.#applyTo(tx, {group, effects: effects.value, place});
    });
  }

  async #applyTo(
    tx: WriteTx,
    {group, effects, place}: {readonly group: Group; readonly effects: readonly RowChange[]; readonly place: LogPlace},
  ): Promise<Result<Applied>> {
    const [lines, before] = [(await tx.meta('lines')) ?? [], must(await tx.meta('decided'), 'what is decided here')];
    const pending = await pendingBehind(tx, before.n);
    const decided = decidedBy(group, {lines, before, pending});
    if (!decided) return fail('sync.forked', {seq: group.first});

    const waiting = pending.filter(({n}) => n > decided.n);
    const settled = pending.filter(({n}) => n <= decided.n);
    const changes = await this.#settle(tx, {effects, decided: settled, waiting});
    await tx.setMeta('place', placeBehind(place, group));
    if (decided.n > before.n) {
      await tx.setMeta('decided', decided);
      await tx.letGo(decided.n);
    }
    return ok({place: placeBehind(place, group), decidedN: decided.n, changes});
  }

  /** Makes the rows what the decisions say, with what still waits run again where it could come out otherwise. */
  async #settle(tx: WriteTx, {effects, decided, waiting}: Settling): Promise<readonly RowChange[]> {
    const truth = new Map(effects.map((change) => [nameOf(change), change]));
    // What a guess has written and the decision has not goes back to what it was.
    const guessed = new Confirmed(decided);
    for (const name of guessed.names) if (!truth.has(name)) truth.set(name, {row: undefined, ...guessed.before(name)});

    const below = new Confirmed(waiting);
    const stands = await rowsNow(tx, [...truth.values()]);
    const wrong = [...truth].filter(([name, {row}]) => {
      const now = below.has(name) ? below.before(name).row : stands.get(name);
      return !isSame(now, row);
    });
    if (wrong.length === 0) return [];

    const batch = new Batch(tx);
    const names = wrong.map(([name]) => name);
    const chosen = this.#host.everything ? waiting : closure(waiting, names);
    const changes = wrong.map(([, change]) => change);
    const again = await this.#again(batch, {changes, chosen, waiting});
    const rows = again ?? must(await this.#again(batch, {changes, chosen: waiting, waiting}), 'nothing else to be met');
    const rowOf = new Map(waiting.map(({row}) => [row.n, row]));
    for (const row of rows) if (!isSame(guessIn(rowOf.get(row.n)), guessIn(row))) await tx.guess(row);
    return this.#write(tx, batch.changes);
  }

  /**
   * Takes the guesses of some of what waits back, writes what is true, and runs them again, in a batch above the rows. Undefined
   * where one of them now meets what another that stands behind it has written: then more have to be run.
   */
  async #again(batch: Batch, {changes, chosen, waiting}: Again): Promise<readonly OutboxRow[] | undefined> {
    batch.clear();
    const first = new Confirmed(chosen);
    for (const name of first.names) await write(batch, {row: undefined, ...first.before(name)});
    for (const change of changes) await write(batch, change);

    const rows: OutboxRow[] = [];
    for (const one of chosen) rows.push(await this.#runAgain(batch, one));
    const among = new Set(chosen.map(({n}) => n));
    const others = waiting.filter(({n}) => !among.has(n));
    const meets = rows.map(pendingOf).some((one) => others.some((other) => other.n > one.n && areBound(one, other)));
    return meets ? undefined : rows;
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
  async #write(tx: WriteTx, changes: readonly RowChange[]): Promise<readonly RowChange[]> {
    const stands = await rowsNow(tx, changes);
    const changed = changes.filter((change) => !isSame(stands.get(nameOf(change)), change.row));
    const overlay = new Overlay(tx);
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
  readonly effects: readonly RowChange[];
  readonly decided: readonly Pending[];
  readonly waiting: readonly Pending[];
}

interface Again {
  readonly changes: readonly RowChange[];
  readonly chosen: readonly Pending[];
  readonly waiting: readonly Pending[];
}

/** How far this desk's own mutations are decided behind a group; undefined where the group tells of others under their numbers. */
function decidedBy(
  {by, n: [, last], told}: Group,
  desk: {readonly lines: readonly OwnLine[]; readonly before: Position; readonly pending: readonly Pending[]},
): Position | undefined {
  const {lines, before, pending} = desk;
  const end = endOf(lines, by);
  const n = Math.min(last, end ?? 0);
  if (n <= before.n) return before;
  const hash = pending.find((one) => one.n === n)?.row.hash;
  return hash === undefined || (n === last && hash !== told) ? undefined : {n, hash};
}

/** The effects of a group, every row as its table declares it. */
function effectsIn(group: Group): Result<readonly RowChange[]> {
  const changes: RowChange[] = [];
  for (const {body} of group.parts) {
    const effects = body === undefined ? undefined : read(body);
    if (!effects) return fail('sync.not_readable', {seq: group.first});
    for (const [table, rows] of Object.entries(effects.put) as [TableName, readonly Row[]][]) {
      for (const row of rows) {
        if (!tables[table] || !check(tables[table].shape, row).ok) return fail('sync.not_readable', {seq: group.first});
        changes.push({table, id: row.id, row});
      }
    }
    for (const [table, ids] of Object.entries(effects.del) as [TableName, readonly string[]][]) {
      if (!tables[table]) return fail('sync.not_readable', {seq: group.first});
      for (const id of ids) changes.push({table, id, row: undefined});
    }
  }
  return ok(changes);
}

function read(body: string): Effects | undefined {
  const value = parsedJson(body) as Partial<Effects> | null | undefined;
  const isWhole = [value?.put, value?.del].every((each) => typeof each === 'object' && each !== null);
  return isWhole ? (value as Effects) : undefined;
}

/** Whether one mutation could come out otherwise for what the other writes. */
function areBound(one: Pending, other: Pending): boolean {
  return [...other.writes].some((name) => touches(one, name)) || [...one.writes].some((name) => touches(other, name));
}

async function rowsNow(
  tx: WriteTx,
  asked: readonly Pick<RowChange, 'table' | 'id'>[],
): Promise<ReadonlyMap<string, Row | undefined>> {
  const found = new Map<string, Row | undefined>();
  for (const [table, some] of byTable(asked)) {
    const rows = await tx.getMany(
      table,
      some.map(({id}) => id),
    );
    for (const [at, {id}] of some.entries()) found.set(nameOf({table, id}), rows[at]);
  }
  return found;
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
  return {before: row.before?.map(({table, id, row: image}) => ({table, id, row: image})), reads: row.reads};
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonical(one) === canonical(other);
}
