import {must} from '../lib/assert.ts';
import type {Fault} from '../faults.ts';
import {check} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';
import type {Call, Done, Mutator} from './define.ts';
import {Overlay, type RowChange} from './overlay.ts';
import type {PackPage} from './page.ts';
import type {OutboxRow, Store, WriteTx} from './store.ts';

/** How one call ended: decided here as number `n`, or refused with a fault. */
export type Outcome =
  | {readonly ok: true; readonly n: number; readonly undo?: Call}
  | {readonly ok: false; readonly fault: Fault};

export interface Commit {
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly RowChange[];
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
  async mutate(
    calls: readonly Call[],
    context: {readonly at: Instant; readonly batch?: string},
    committed: (changes: readonly RowChange[]) => void,
  ): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let from = 0; from < calls.length; from += callsPerTransaction) {
      const some = calls.slice(from, from + callsPerTransaction);
      const commit = await this.#store.write((tx) => this.#runAll(tx, some, context));
      committed(commit.changes);
      outcomes.push(...commit.outcomes);
    }
    return outcomes;
  }

  async #runAll(
    tx: WriteTx,
    calls: readonly Call[],
    context: {readonly at: Instant; readonly batch?: string},
  ): Promise<Commit> {
    const before = (await tx.meta('lastN')) ?? 0;
    const outcomes: Outcome[] = [];
    const changes: RowChange[] = [];
    let n = before;
    for (const call of calls) {
      const mutator = must(this.#mutators.get(call.name), `a mutator named ${call.name}`);
      const args = check(mutator.shape, call.args);
      if (!args.ok) {
        outcomes.push(args);
        continue;
      }

      const overlay = new Overlay(tx);
      const result = await mutator.run(overlay.tx(context.at), args.value);
      if (!result.ok) {
        outcomes.push(result);
        continue;
      }

      changes.push(...(await overlay.flush(tx, this.#pack)));
      n += 1;
      await tx.append(outboxRow(n, mutator, args.value, context));
      outcomes.push(ended(n, result.value));
    }
    if (n > before) await tx.setMeta('lastN', n);
    return {outcomes, changes};
  }
}

function outboxRow(
  n: number,
  mutator: Mutator,
  args: unknown,
  {at, batch}: {readonly at: Instant; readonly batch?: string},
): OutboxRow {
  const row = {n, name: mutator.name, version: mutator.version, args, at};
  return batch === undefined ? row : {...row, batch};
}

function ended(n: number, {undo}: Done): Outcome {
  return undo ? {ok: true, n, undo} : {ok: true, n};
}
