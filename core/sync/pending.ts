import {must} from '../lib/assert.ts';
import {journalledOf} from './replica.ts';
import type {Mutation, OutboxRow, ReadTx, RowBefore} from './store.ts';

/** A mutation that waits for the master, with what it has done to the rows here. */
export interface Pending {
  readonly row: OutboxRow;
  readonly n: number;
  readonly before: readonly RowBefore[];
}

const rowsPerRead = 500;

export function nameOf({table, id}: Pick<RowBefore, 'table' | 'id'>): string {
  return `${table}/${id}`;
}

export function tableOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

export function pendingOf(row: OutboxRow): Pending {
  return {row, n: row.n, before: ('bytes' in row && row.before) || []};
}

/** What waits behind a number, as the store has it, some rows at a time. */
export async function eachPendingBehind(
  tx: ReadTx,
  n: number,
  take: (rows: readonly OutboxRow[]) => void,
): Promise<void> {
  for (let last = n; ;) {
    const rows = await tx.outbox(last, rowsPerRead);
    take(rows);
    if (rows.length < rowsPerRead) return;
    last = must(rows.at(-1), 'as many as were asked for').n;
  }
}

export async function pendingBehind(tx: ReadTx, n: number): Promise<readonly Pending[]> {
  const found: Pending[] = [];
  await eachPendingBehind(tx, n, (rows) => found.push(...rows.map(pendingOf)));
  return found;
}

/** Some of what waits, each read once in a transaction; those that stand side by side come together. */
export class PendingRows {
  readonly #tx: ReadTx;
  readonly #known = new Map<number, Pending>();

  constructor(tx: ReadTx) {
    this.#tx = tx;
  }

  /** In the order of their numbers. */
  async at(numbers: Iterable<number>): Promise<readonly Pending[]> {
    const sorted = [...numbers].toSorted((a, b) => a - b);
    const runs: {readonly first: number; length: number}[] = [];
    for (const n of sorted.filter((one) => !this.#known.has(one))) {
      const run = runs.at(-1);
      if (run && n === run.first + run.length && run.length < rowsPerRead) run.length += 1;
      else runs.push({first: n, length: 1});
    }
    const found = await Promise.all(runs.map(({first, length}) => this.#tx.outbox(first - 1, length)));
    for (const row of found.flat()) this.#known.set(row.n, pendingOf(row));
    return sorted.map((n) => must(this.#known.get(n), 'a mutation that waits'));
  }
}

export function mutationOf({row}: Pending): Mutation {
  return journalledOf(row);
}

/** Rows as they are below everything that waits from number `n` on: where nobody has written one since, it stands in the store. */
export class Confirmed {
  readonly #first = new Map<string, RowBefore>();

  constructor(waiting: readonly Pending[]) {
    for (const {before} of waiting) {
      for (const row of before) if (!this.#first.has(nameOf(row))) this.#first.set(nameOf(row), row);
    }
  }

  get names(): Iterable<string> {
    return this.#first.keys();
  }

  has(name: string): boolean {
    return this.#first.has(name);
  }

  before(name: string): RowBefore {
    return must(this.#first.get(name), 'a row that somebody has written');
  }
}
