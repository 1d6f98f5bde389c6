import {must} from '../lib/assert.ts';
import {journalledOf} from './replica.ts';
import type {Mutation, OutboxRow, ReadTx, RowBefore} from './store.ts';

/** A mutation that waits for the master, with what it has done to the rows here. */
export interface Pending {
  readonly row: OutboxRow;
  readonly n: number;
  readonly before: readonly RowBefore[];
  readonly writes: ReadonlySet<string>;
  /** Rows and tables it looked at. */
  readonly reads: ReadonlySet<string>;
}

const rowsPerRead = 500;

export function nameOf({table, id}: Pick<RowBefore, 'table' | 'id'>): string {
  return `${table}/${id}`;
}

export function tableOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

export function pendingOf(row: OutboxRow): Pending {
  const {before = [], reads = []} = 'bytes' in row ? row : {};
  return {row, n: row.n, before, writes: new Set(before.map(nameOf)), reads: new Set(reads)};
}

/** What waits behind a number, as the store has it. */
export async function pendingBehind(tx: ReadTx, n: number): Promise<readonly Pending[]> {
  const found: Pending[] = [];
  for (;;) {
    const rows = await tx.outbox(found.at(-1)?.n ?? n, rowsPerRead);
    found.push(...rows.map(pendingOf));
    if (rows.length < rowsPerRead) return found;
  }
}

export function mutationOf({row}: Pending): Mutation {
  return journalledOf(row);
}

/** Whether a mutation has looked at a row or written it. */
export function touches({reads, writes}: Pending, name: string): boolean {
  return writes.has(name) || reads.has(name) || reads.has(tableOf(name));
}

/** The waiting mutations that a change of these rows may change, and those that a change of theirs may, and so on. */
export function closure(waiting: readonly Pending[], changed: Iterable<string>): readonly Pending[] {
  const byName = new Map<string, Pending[]>();
  const put = (name: string, one: Pending): void => {
    const all = byName.get(name);
    if (all) all.push(one);
    else byName.set(name, [one]);
  };
  for (const one of waiting) for (const name of new Set([...one.reads, ...one.writes])) put(name, one);

  const met = new Set<Pending>();
  const seen = new Set(changed);
  // A set takes what is added to it while it is walked.
  for (const name of seen) {
    for (const one of [...(byName.get(name) ?? []), ...(byName.get(tableOf(name)) ?? [])]) {
      if (met.has(one)) continue;
      met.add(one);
      for (const written of one.writes) seen.add(written);
    }
  }
  return waiting.filter((one) => met.has(one));
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
