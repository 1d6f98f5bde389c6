import type {Fault} from '../faults.ts';
import {type Entry, type Position, beginning, entryOf} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {check} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';
import type {Call, Done, Mutator} from './define.ts';
import {Overlay, type RowChange} from './overlay.ts';
import type {PackPage} from './page.ts';
import type {OutboxRow, ReadTx, Store, WriteTx} from './store.ts';

/** How one call ended: decided here as number `n`, or refused with a fault. */
export type Outcome =
  | {readonly ok: true; readonly n: number; readonly undo?: Call}
  | {readonly ok: false; readonly fault: Fault};

export interface Commit {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly RowChange[];
  /** What was appended to the outbox, as the journal takes it. */
  readonly entries: readonly Entry[];
}

export type Committed = (commit: Commit) => void;

interface Asked extends Call {
  readonly at: Instant;
  readonly version?: number;
  readonly batch?: string;
}

/** Calls that share one transaction; more are done in several, so that no reader waits long. */
const callsPerTransaction = 250;

/** Runs mutators on this desk: rows and outbox change together or not at all, and `n` has no gaps. */
export class Replica {
  readonly #store: Store;
  readonly #mutators: ReadonlyMap<string, Mutator>;
  readonly #pack: PackPage | undefined;

  /** With `pack`, the many new rows of one mutation rest as pages. */
  constructor(store: Store, mutators: readonly Mutator[], pack?: PackPage) {
    this.#store = store;
    this.#pack = pack;
    this.#mutators = new Map(mutators.map((mutator) => [mutator.name, mutator]));
  }

  /**
   * Runs the calls in order, each decided alone. `batch` names one bulk act. Calls `committed` after every transaction,
   * once its rows are kept.
   */
  mutate(
    calls: readonly Call[],
    context: {readonly at: Instant; readonly batch?: string},
    committed: Committed,
  ): Promise<readonly Outcome[]> {
    return this.#inTurns(
      calls.map((call) => ({...call, ...context})),
      {again: false, committed},
    );
  }

  /**
   * Does journalled mutations again, on a store that ends where they begin. One that is refused now, which only a changed
   * rule can bring about, changes nothing and keeps its number.
   */
  replay(rows: readonly OutboxRow[], committed: Committed): Promise<readonly Outcome[]> {
    return this.#inTurns(rows, {again: true, committed});
  }

  async #inTurns(
    asked: readonly Asked[],
    how: {readonly again: boolean; readonly committed: Committed},
  ): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let from = 0; from < asked.length; from += callsPerTransaction) {
      const some = asked.slice(from, from + callsPerTransaction);
      const commit = await this.#store.write((tx) => this.#runAll(tx, some, how.again));
      how.committed(commit);
      outcomes.push(...commit.outcomes);
    }
    return outcomes;
  }

  async #runAll(tx: WriteTx, asked: readonly Asked[], again: boolean): Promise<Commit> {
    const outcomes: Outcome[] = [];
    const changes: RowChange[] = [];
    const entries: Entry[] = [];
    let head = await headOf(tx);
    for (const [at, one] of asked.entries()) {
      const mutator = must(this.#mutators.get(one.name), `a mutator named ${one.name}`);
      const args = check(mutator.shape, one.args);
      const overlay = new Overlay(tx);
      const result = args.ok ? await mutator.run(overlay.tx(one.at), args.value) : args;
      const writes: Promise<unknown>[] = [];
      if (result.ok) writes.push(overlay.flush(tx, this.#pack).then((changed) => changes.push(...changed)));
      if (result.ok || again) {
        // Done again it is told word for word, so that the chain is the same.
        const told = again || !args.ok ? one.args : args.value;
        const row = outboxRow(head.n + 1, {version: mutator.version, ...one, args: told});
        const entry = entryOf(head, row);
        writes.push(tx.append(row));
        entries.push(entry);
        head = {n: entry.n, hash: entry.hash};
      }
      if (at === asked.length - 1 && entries.length > 0) writes.push(tx.setMeta('head', head));
      // Asked for together: one answer is waited for instead of three.
      await Promise.all(writes);
      outcomes.push(result.ok ? ended(head.n, result.value) : result);
    }
    return {outcomes, changes, entries};
  }
}

/** Where the log of a store ends. */
export async function headOf(tx: ReadTx): Promise<Position> {
  return (await tx.meta('head')) ?? {...beginning, n: (await tx.meta('lastN')) ?? 0};
}

function outboxRow(n: number, {name, version, args, at, batch}: Asked & {readonly version: number}): OutboxRow {
  const row = {n, name, version, args, at};
  return batch === undefined ? row : {...row, batch};
}

function ended(n: number, {undo}: Done): Outcome {
  return undo ? {ok: true, n, undo} : {ok: true, n};
}
