import type {Fault} from '../faults.ts';
import {
  type Entry,
  type Position,
  type Sha256,
  beginning,
  entryAhead,
  entryOf,
  hashBehind,
  valueOf,
} from '../journal/entry.ts';
import {assert, must} from '../lib/assert.ts';
import {type Result, ok} from '../lib/result.ts';
import type {Instant} from '../time/instant.ts';
import {Batch} from './batch.ts';
import {type Call, type Done, type Mutator, argsOf} from './define.ts';
import type {JustAppended} from './just-appended.ts';
import {Overlay, type RowChange} from './overlay.ts';
import type {PackPage} from './page.ts';
import {RowCache} from './row-cache.ts';
import {runOver} from './run-over.ts';
import type {Guess, Mutation, OutboxRow, ReadTx, RowReads, SmallTable, Store, WriteTx} from './store.ts';

/** How one call ended: decided here as number `n`, or refused with a fault. */
export type Outcome =
  | {readonly ok: true; readonly n: number; readonly undo?: Call}
  | {readonly ok: false; readonly fault: Fault};

export interface Commit {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly RowChange[];
  /** What was appended to the outbox, as the journal takes it. */
  readonly entries: readonly (Entry & Guess)[];
}

export type Committed = (commit: Commit) => void;

interface Asked extends Call {
  readonly at: Instant;
  readonly version?: number;
  readonly batch?: string;
}

/** A call as a transaction takes it: its arguments checked, what is journalled of it told. */
interface Ready {
  /** Undefined for one that is done again and that this application does not know: it waits for the master all the same. */
  readonly mutator: Mutator | undefined;
  readonly args: Result<unknown>;
  readonly mutation: Omit<Mutation, 'n'>;
}

/** The entry that a mutation is behind a place, should the log still end there. */
interface Ahead {
  readonly before: Position;
  readonly entry: Entry;
}

export interface ReplicaHost {
  /** With it, the many new rows of one mutation rest as pages. */
  readonly pack?: PackPage;
  /** With it, a long mutation that is alone in its transaction is hashed before that begins. */
  readonly sha256?: Sha256;
  /** Remembers what is appended, for those who tell a master. */
  readonly appended?: JustAppended;
}

/** Calls that share one transaction; more are done in several, so that no reader waits long. */
const callsPerTransaction = 250;

/** Runs mutators on this desk: rows and outbox change together or not at all, and `n` has no gaps. */
export class Replica {
  readonly #store: Store;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  /** Where the log ended when this replica last wrote: another window may have gone on since, and then that number is taken. */
  #head: Position | undefined;
  readonly #host: ReplicaHost;
  /** Whether a master decides what is done here, once that was looked up. A shop that joins one is opened anew. */
  #isJoined: boolean | undefined;

  constructor(store: Store, mutators: readonly Mutator[], host: ReplicaHost = {}) {
    this.#store = store;
    this.#host = host;
    this.#mutators = new Map(mutators.map((mutator) => [mutator.name, mutator]));
  }

  /**
   * Runs the calls in order, each decided alone. `batch` names one bulk act; `isUrgent`, a few calls for which somebody waits. Calls
   * `committed` after every transaction, once its rows are kept.
   */
  mutate(
    calls: readonly Call[],
    {isUrgent = false, ...context}: {readonly at: Instant; readonly batch?: string; readonly isUrgent?: boolean},
    committed: Committed,
  ): Promise<readonly Outcome[]> {
    return this.#inTurns(
      calls.map((call) => ({...call, ...context})),
      {again: false, isUrgent, committed},
    );
  }

  /**
   * Does journalled mutations again, on a store that ends where they begin. One that is refused now, which a changed rule or
   * other rows below it can bring about, changes nothing and keeps its number.
   */
  replay(rows: readonly Mutation[], committed: Committed): Promise<readonly Outcome[]> {
    return this.#inTurns(rows, {again: true, isUrgent: false, committed});
  }

  async #inTurns(
    asked: readonly Asked[],
    how: {readonly again: boolean; readonly isUrgent: boolean; readonly committed: Committed},
  ): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let from = 0; from < asked.length; from += callsPerTransaction) {
      const some = asked.slice(from, from + callsPerTransaction).map((one) => this.#ready(one, how.again));
      const ahead = some.length === 1 ? await this.#ahead(some[0]) : undefined;
      const commit = await this.#store.write((tx) =>
        how.isUrgent ? this.#runSideBySide(tx, some) : this.#runAll(tx, some, {again: how.again, ahead}),
      );
      const last = commit.entries.at(-1);
      if (last) this.#head = {n: last.n, hash: last.hash};
      if (this.#isJoined) this.#host.appended?.add(commit.entries);
      how.committed(commit);
      outcomes.push(...commit.outcomes);
    }
    return outcomes;
  }

  #ready(one: Asked, again: boolean): Ready {
    const known = this.#mutators.get(one.name);
    const mutator = again ? known : must(known, `a mutator named ${one.name}`);
    const asked = {version: mutator?.version ?? 0, ...one};
    const args: Result<unknown> = mutator ? argsOf(mutator, asked.version, one.args) : ok(one.args);
    // Done again it is told word for word, so that the chain is the same.
    const told = again || !args.ok ? one.args : args.value;
    return {mutator, args, mutation: mutationOf({...asked, args: told})};
  }

  async #ahead(one: Ready | undefined): Promise<Ahead | undefined> {
    const [before, {sha256}] = [this.#head, this.#host];
    if (!one?.args.ok || !before || !sha256) return undefined;
    return {before, entry: await entryAhead(before, {n: before.n + 1, ...one.mutation}, sha256)};
  }

  async #runAll(
    tx: WriteTx,
    ready: readonly Ready[],
    {again, ahead}: {readonly again: boolean; readonly ahead: Ahead | undefined},
  ): Promise<Commit> {
    const outcomes: Outcome[] = [];
    const changes: RowChange[] = [];
    const entries: (Entry & Guess)[] = [];
    const isJoined = await this.#joined(tx);
    // What is decided is let go of: a number that another window gave out may be free again, and only the last row tells.
    let head = (isJoined ? undefined : this.#head) ?? (await headOf(tx));
    for (const {mutator, args, mutation} of ready) {
      const {overlay, result} =
        again || !mutator ? await runAgain(tx, mutation, mutator) : await runNow(tx, {mutator, args, mutation});
      const guess = isJoined ? await guessOf({overlay, result}) : undefined;
      const writing = result.ok ? overlay.flush(tx, this.#host.pack) : Promise.resolve([]);
      if (result.ok || again) {
        const entry = await append(tx, {head, mutation, ahead, guess});
        entries.push(entry);
        head = {n: entry.n, hash: entry.hash};
      }
      changes.push(...(await writing));
      outcomes.push(result.ok ? ended(head.n, result.value) : result);
    }
    return {outcomes, changes, entries};
  }

  /**
   * The same with the fewest waits. All run side by side first, over the rows that were there before, so that what they ask for comes
   * together; then one behind the other, where one has looked at what another before it wrote. What they leave is written at once.
   */
  async #runSideBySide(tx: WriteTx, ready: readonly Ready[]): Promise<Commit> {
    const cache = new RowCache({
      getAll: (asked) => Promise.all(asked.map(({table, id}) => tx.get(table, id))),
      byKey: (table, key, values) => tx.byKey(table, key, values),
      range: (table, range) => tx.range(table, range),
    });
    const [isJoined, end, alone] = await Promise.all([
      this.#joined(tx),
      headOf(tx),
      Promise.all(ready.map((one) => runAlone(cache, one))),
    ]);
    cache.mustHaveRead();
    const batch = new Batch(cache);
    const outcomes: Outcome[] = [];
    const entries: (Entry & Guess)[] = [];
    let head = end;
    for (const [at, one] of ready.entries()) {
      const first = alone[at];
      const run = first && batch.isAsBelow(first.overlay.reads) ? first : await runNow(batch, one);
      const {overlay, result} = run;
      if (result.ok) {
        const entry = entryOf(head, {n: head.n + 1, ...one.mutation});
        entries.push(isJoined ? {...entry, ...(await guessOf(run))} : entry);
        head = {n: entry.n, hash: entry.hash};
        await overlay.flush(batch);
      }
      outcomes.push(result.ok ? ended(head.n, result.value) : result);
    }
    const {changes} = batch;
    const [, appended] = await Promise.all([
      Promise.all(changes.map(({table, id, row}) => (row ? tx.put(table, row) : tx.delete(table as SmallTable, id)))),
      Promise.all(entries.map((entry) => tx.append(entry))),
    ]);
    assert(!appended.includes(false), 'no number behind the end of the log is taken');
    return {outcomes, changes, entries};
  }

  async #joined(tx: ReadTx): Promise<boolean> {
    return (this.#isJoined ??= (await tx.meta('place')) !== undefined);
  }
}

interface Run {
  readonly overlay: Overlay;
  readonly result: Result<Done>;
}

async function runNow(below: RowReads, {mutator, args, mutation}: Ready): Promise<Run> {
  const overlay = new Overlay(below);
  const asked = must(mutator, 'a mutator of what is asked for now');
  return {overlay, result: args.ok ? await asked.run(overlay.tx(mutation.at), args.value) : args};
}

/**
 * What comes of a call where no other is before it; undefined where it breaks, for it may need what another writes. It has looked at all that
 * it writes too: so what it has looked at tells whether the same comes of it behind others.
 */
async function runAlone(below: RowReads, {mutator, mutation}: Ready): Promise<Run | undefined> {
  const run = await runOver(below, mutation, mutator);
  if ('parked' in run) return undefined;
  if (run.result.ok) await run.overlay.before();
  return run;
}

/** What is kept of a mutation until the master has decided it. To be asked for before it is flushed. */
async function guessOf({overlay, result}: Run): Promise<Guess> {
  return {before: result.ok ? await overlay.before() : [], reads: overlay.reads};
}

/** What has happened is not undone by a bug that meets it now. */
async function runAgain(tx: WriteTx, mutation: Omit<Mutation, 'n'>, mutator: Mutator | undefined): Promise<Run> {
  const run = await runOver(tx, mutation, mutator);
  return 'result' in run ? run : {overlay: run.overlay, result: {ok: false, fault: run.parked}};
}

/** Where the log of a store ends. */
export async function headOf(tx: ReadTx): Promise<Position> {
  const last = await tx.lastOfOutbox();
  if (last?.hash !== undefined) return {n: last.n, hash: last.hash};
  return {...beginning, n: last?.n ?? (await tx.meta('lastN')) ?? 0};
}

/** What is journalled of a row of the outbox. */
export function journalledOf(row: OutboxRow): Mutation {
  // They were made of a mutation when it was appended.
  if ('bytes' in row) return valueOf(row) as Mutation;
  const {hash: _hash, ...mutation} = row;
  return mutation;
}

/** The entry that a row of the outbox is behind a place. Whether it was appended there is told by its hash. */
export function entryBehind(before: Position, row: OutboxRow): Entry {
  if (!('bytes' in row)) return entryOf(before, journalledOf(row));
  return {n: before.n + 1, hash: hashBehind(before, row.bytes), bytes: row.bytes};
}

interface Appending {
  readonly head: Position;
  readonly mutation: Omit<Mutation, 'n'>;
  readonly ahead: Ahead | undefined;
  readonly guess: Guess | undefined;
}

/** Appends behind the place where the log was known to end, or behind what another window has appended since. */
async function append(tx: WriteTx, {head, mutation, ahead, guess}: Appending): Promise<Entry & Guess> {
  const isAsThought = ahead?.before.n === head.n && ahead.before.hash === head.hash;
  const entry = isAsThought ? ahead.entry : entryOf(head, {n: head.n + 1, ...mutation});
  const row = guess ? {...entry, ...guess} : entry;
  return (await tx.append(row)) ? row : append(tx, {head: await headOf(tx), mutation, ahead: undefined, guess});
}

function mutationOf({name, version, args, at, batch}: Asked & {readonly version: number}): Omit<Mutation, 'n'> {
  const mutation = {name, version, args, at};
  return batch === undefined ? mutation : {...mutation, batch};
}

function ended(n: number, {undo}: Done): Outcome {
  return undo ? {ok: true, n, undo} : {ok: true, n};
}
