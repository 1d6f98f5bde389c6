import type {Entry} from '../../journal/entry.ts';
import type {Row} from '../../schema.ts';
import type {Mutator} from '../../sync/define.ts';
import type {Decided} from '../../sync/master-store.ts';
import {journalledOf} from '../../sync/replica.ts';
import type {OutboxRow} from '../../sync/store.ts';
import type {TrayItem} from '../../tray/schema.ts';
import {applications} from './facts.ts';
import {type Ended, Reference, type Rows, type Told, differenceOf} from './reference.ts';
import type {SimDesk} from './sim-desk.ts';

/** A promise that was broken: its name, as in the list of invariants, and how. */
export class Broken extends Error {
  readonly invariant: string;

  constructor(invariant: string, how: string) {
    super(`${invariant}: ${how}`);
    this.invariant = invariant;
  }
}

export function promise(invariant: string, isKept: boolean, how: () => string): void {
  if (!isKept) throw new Broken(invariant, how());
}

/** One act of a person: `count` mutations carry its token. */
interface Act {
  readonly count: number;
  /** How many of its first mutations a desk has saved. */
  saved: number;
  /** It was on a disk that an older image took the place of: it may be gone. */
  isExcused: boolean;
  readonly decidedAs: Ended[];
}

interface Moment {
  readonly rows: Rows;
  readonly hash: string;
  /** How many of each token are decided up to here. */
  readonly decided: ReadonlyMap<string, number>;
}

/** A longer name is none to a master. */
const nameMost = 80;

type MutatorsByName = ReadonlyMap<string, Mutator>;

const byName = new Map<readonly Mutator[], MutatorsByName>();

function named(mutators: readonly Mutator[]): MutatorsByName {
  const known = byName.get(mutators) ?? new Map(mutators.map((mutator) => [mutator.name, mutator]));
  byName.set(mutators, known);
  return known;
}

const told = new WeakMap<OutboxRow, Told>();

/** Rows of an outbox are never changed in their place, so each is read once. */
function toldBy(row: OutboxRow): Told {
  const known = told.get(row) ?? journalledOf(row);
  told.set(row, known);
  return known;
}

/** How many mutations of each act. */
export type Counts = ReadonlyMap<string, number>;

export function countsIn(rows: readonly (OutboxRow | Entry)[], beside: Counts = new Map()): Counts {
  const counts = new Map(beside);
  for (const row of rows) {
    const {batch} = toldBy(row);
    if (batch !== undefined) counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  return counts;
}

/** Knows every act by a token of its own, does at once and plainly what the master decides, and compares. */
export class Checker {
  readonly acts = new Map<string, Act>();
  readonly #moments = new Map<number, Moment>();
  #seq: number;
  #rows: Rows;

  constructor(rows: Rows, {seq, hash}: {readonly seq: number; readonly hash: string}) {
    this.#seq = seq;
    this.#rows = rows;
    this.#moments.set(seq, {rows, hash, decided: new Map()});
  }

  get seq(): number {
    return this.#seq;
  }

  asked(token: string, count: number): void {
    this.acts.set(token, {count, saved: 0, isExcused: false, decidedAs: []});
  }

  /** A desk has saved the first mutations of some acts, so many of each. */
  saved(counts: Counts): void {
    for (const [token, count] of counts) {
      const act = this.#act(token);
      act.saved = Math.max(act.saved, count);
    }
  }

  /** An older disk stands in the place of one that had these. */
  excused(tokens: Iterable<string>): void {
    for (const token of tokens) this.#act(token).isExcused = true;
  }

  /** Follows a decision that the master has kept. */
  async kept({group, decisions, rows}: Decided, master: Rows): Promise<void> {
    const before = this.#moments.get(this.#seq);
    promise('I1', group.first === this.#seq + 1, () => `group ${group.first} behind ${this.#seq}`);
    const decided = new Map(before?.decided);
    const tray: string[] = [];
    const reference = new Reference(this.#rows, named(applications.today));
    for (const {seq, text} of decisions) {
      this.#seq += 1;
      promise('I1', seq === this.#seq, () => `${seq} instead of ${this.#seq}`);
      const told = JSON.parse(text) as Told;
      const token = told.batch ?? '';
      const act = this.#act(token);
      const as = told.name.length > nameMost ? 'parked' : await reference.run(told);
      act.decidedAs.push(as);
      promise(
        'P1',
        act.saved >= Math.min(act.count, act.decidedAs.length),
        () => `${token} is decided and was never saved`,
      );
      decided.set(token, (decided.get(token) ?? 0) + 1);
      promise('I2', act.decidedAs.length <= act.count, () => `${token} is decided ${act.decidedAs.length} times`);
      if (as !== 'applied') tray.push(`${token} ${as}`);
    }
    promise('I1', group.last === this.#seq, () => `group ends at ${group.last} instead of ${this.#seq}`);
    const items = rows.flatMap(({table, row}) => (table === 'trayItems' && row ? [row as TrayItem] : []));
    const told = items.map(({batch = '', kind}) => `${batch} ${kind}`);
    promise(
      'I12',
      told.toSorted().join() === tray.toSorted().join(),
      () => `tray: ${told.join()}, should: ${tray.join()}`,
    );

    for (const item of items) reference.put(`trayItems/${item.id}`, item);
    const next = reference.rows();
    const difference = differenceOf(master, next);
    promise('I20', difference === undefined, () => `behind ${group.last} the master's ${difference}`);
    this.#rows = next;
    this.#moments.set(this.#seq, {rows: next, hash: group.hash, decided});
  }

  /** Looks at a desk between two of its transactions. */
  async look(desk: SimDesk): Promise<void> {
    const {place, decided, waiting} = await desk.place();
    const moment = this.#moments.get(place.seq);
    if (!moment) throw new Broken('I3', `${desk.name} stands at ${place.seq}, where no group ends`);
    promise('I14', moment.hash === place.hash, () => `${desk.name} has another hash at ${place.seq}`);

    const counts = countsIn(waiting);
    for (const [token, count] of desk.disk.tokens) {
      const [here, there] = [counts.get(token) ?? 0, moment.decided.get(token) ?? 0];
      const due = Math.max(0, count - there);
      const isThere = here === due;
      promise(
        'I5',
        isThere,
        () => `${desk.name} at ${place.seq}: of ${count} ${token} ${here} wait, ${there} are decided`,
      );
    }

    const view = await desk.disk.database.everyRow();
    const confirmed = differenceOf(confirmedRows(view, waiting), moment.rows);
    promise(
      'I3',
      confirmed === undefined,
      () => `${desk.name} at ${place.seq}, decided ${decided.n}: confirmed ${confirmed}`,
    );

    if (waiting.length === 0) desk.isMixed = false;
    if (desk.isMixed) return;
    const reference = new Reference(moment.rows, named(applications[desk.application]));
    for (const row of waiting) await reference.run(toldBy(row));
    const seen = differenceOf(view, reference.rows());
    promise('I4', seen === undefined, () => `${desk.name} at ${place.seq}, ${waiting.length} wait: ${seen}`);
  }

  /** Once all faults have stopped and everybody has had time. */
  async ended(desks: readonly SimDesk[]): Promise<void> {
    for (const [token, {count, saved, isExcused, decidedAs}] of this.acts) {
      promise(
        'I6',
        isExcused || decidedAs.length >= saved,
        () => `${token} is decided ${decidedAs.length} times of ${count}`,
      );
    }
    for (const desk of desks) {
      const difference = differenceOf(await desk.disk.database.everyRow(), this.#rows);
      promise('I17', difference === undefined, () => `${desk.name} in the end: ${difference}`);
    }
  }

  #act(token: string): Act {
    const act = this.acts.get(token);
    if (!act) throw new Broken('I2', `nobody has done ${token}`);
    return act;
  }
}

/** The rows of a desk with what its waiting mutations have written taken back. */
function confirmedRows(view: Rows, waiting: readonly OutboxRow[]): Rows {
  const rows = new Map<string, Row>(view);
  const seen = new Set<string>();
  for (const one of waiting) {
    for (const {table, id, row} of ('bytes' in one && one.before) || []) {
      const name = `${table}/${id}`;
      if (seen.has(name)) continue;
      seen.add(name);
      if (row) rows.set(name, row);
      else rows.delete(name);
    }
  }
  return rows;
}
