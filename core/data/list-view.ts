import type {Condition, ViewQuery} from '../lib/view.ts';
import {countGroups, countMatching, selected} from './select.ts';
import type {ViewColumns} from './view-columns.ts';

/** What a list wants to be told: the rows of a query in a window, and counts over all rows of the view. */
export interface ListQuestion {
  readonly view: string;
  readonly query: ViewQuery;
  readonly window: ListWindow;
  /** Code columns to count by word. */
  readonly groups?: readonly string[];
  /** Named conditions to count. */
  readonly tallies?: Readonly<Record<string, readonly Condition[]>>;
}

export interface ListWindow {
  readonly from: number;
  readonly to: number;
}

export type ListRow = Readonly<Record<string, string | number | undefined>>;

export interface ListAnswer {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly ListRow[];
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly tallies: Readonly<Record<string, number>>;
}

/** Ticked rows: these, or all but these. */
export type Ticked =
  | {readonly mode: 'some'; readonly ids: ReadonlySet<string>}
  | {readonly mode: 'all'; readonly except: ReadonlySet<string>};

const windowMax = 2_000;
const idsMax = 100_000;

/** A list with somebody listening. What it shows is told again when the columns or the question have changed. */
export class ListView {
  readonly #columns: ViewColumns;
  readonly #tellAnswer: (answer: ListAnswer) => void;
  readonly #changed: () => void;
  #question: ListQuestion;
  #begun = false;
  #asked = true;
  #positions: Uint32Array = new Uint32Array(0);
  #selectedAt: {readonly version: number; readonly query: ViewQuery} | undefined;
  #counts: {readonly version: number; readonly counts: Pick<ListAnswer, 'groups' | 'tallies'>} | undefined;
  #toldVersion = -1;

  constructor(columns: ViewColumns, question: ListQuestion, tell: (answer: ListAnswer) => void, changed: () => void) {
    this.#columns = columns;
    this.#question = question;
    this.#tellAnswer = tell;
    this.#changed = changed;
  }

  /** The columns are here: tells for the first time. */
  begin(): void {
    this.#begun = true;
    this.tell();
  }

  ask(question: ListQuestion): void {
    if (question.tallies !== this.#question.tallies || question.groups !== this.#question.groups)
      this.#counts = undefined;
    this.#question = question;
    this.#asked = true;
    this.#changed();
  }

  /** Another part of the same list is on screen; told at once, because a person is looking at empty rows. */
  look(window: ListWindow): void {
    this.#question = {...this.#question, window};
    this.#asked = true;
    this.tell();
  }

  tell(): void {
    const {version} = this.#columns.set;
    if (!this.#begun || (!this.#asked && version === this.#toldVersion)) return;

    this.#asked = false;
    this.#toldVersion = version;
    const positions = this.#select();
    const from = Math.max(0, Math.min(this.#question.window.from, positions.length));
    const to = Math.min(this.#question.window.to, from + windowMax);
    this.#tellAnswer({
      total: positions.length,
      from,
      rows: Array.from(positions.subarray(from, to), (position) => this.#columns.set.rowAt(position)),
      ...this.#count(),
    });
  }

  /** Ids of the rows from `from` to below `to` in the list's order, 100,000 at most. */
  ids({from, to}: ListWindow): readonly string[] {
    const positions = this.#select().subarray(from, Math.min(to, from + idsMax));
    return Array.from(positions, (position) => this.#columns.set.idAt(position));
  }

  /** The ticked rows in the list's order, as many as `rowsMax`. */
  ticked(ticked: Ticked, rowsMax: number): readonly ListRow[] {
    const {set} = this.#columns;
    const rows: ListRow[] = [];
    for (const position of this.#select()) {
      if (rows.length >= rowsMax) break;
      const id = set.idAt(position);
      if (ticked.mode === 'some' ? ticked.ids.has(id) : !ticked.except.has(id)) rows.push(set.rowAt(position));
    }
    return rows;
  }

  /** Where a row stands in the list, or -1. */
  indexOf(id: string): number {
    const position = this.#columns.set.find(id);
    return position === undefined ? -1 : this.#select().indexOf(position);
  }

  #select(): Uint32Array {
    const {set, orders} = this.#columns;
    const {query} = this.#question;
    if (this.#selectedAt?.version !== set.version || this.#selectedAt.query !== query) {
      this.#positions = selected(set, orders, query);
      this.#selectedAt = {version: set.version, query};
    }
    return this.#positions;
  }

  #count(): Pick<ListAnswer, 'groups' | 'tallies'> {
    const {set} = this.#columns;
    if (this.#counts?.version !== set.version) {
      const {groups = [], tallies = {}} = this.#question;
      const counts = {
        groups: Object.fromEntries(groups.map((column) => [column, countGroups(set, column)])),
        tallies: Object.fromEntries(Object.entries(tallies).map(([name, where]) => [name, countMatching(set, where)])),
      };
      this.#counts = {version: set.version, counts};
    }
    return this.#counts.counts;
  }
}
