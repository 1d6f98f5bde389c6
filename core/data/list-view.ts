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
  /** Of the columns: counts at the same version are the same. */
  readonly version: number;
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

/** Where a list tells what it has become. */
export interface ListListener {
  readonly tell: (answer: ListAnswer) => void;
  /** The question has changed: the list wants to be told soon. */
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

/** A list with somebody listening. What it shows is told again when the columns or the question have changed. */
export class ListView {
  readonly #columns: ViewColumns;
  readonly #listener: ListListener;
  #question: ListQuestion;
  #begun = false;
  #asked = true;
  #fetching = false;
  #positions: Uint32Array = new Uint32Array(0);
  #selectedAt: {readonly version: number; readonly query: ViewQuery} | undefined;
  #counts: {readonly version: number; readonly counts: Pick<ListAnswer, 'groups' | 'tallies'>} | undefined;
  #toldVersion = -1;

  constructor(columns: ViewColumns, question: ListQuestion, listener: ListListener) {
    this.#columns = columns;
    this.#question = question;
    this.#listener = listener;
  }

  /** The columns are here: tells for the first time. */
  begin(): void {
    this.#begun = true;
    this.tell();
  }

  ask(question: ListQuestion): void {
    if (question.tallies !== this.#question.tallies || question.groups !== this.#question.groups) {
      this.#counts = undefined;
    }
    this.#question = question;
    this.#asked = true;
    this.#listener.changed();
  }

  /** Another part of the same list is on screen; told at once, because a person is looking at empty rows. */
  look(window: ListWindow): void {
    this.#question = {...this.#question, window};
    this.#asked = true;
    this.tell();
  }

  /** Tells if there is something to tell. Where texts are still to come, it tells when they have. */
  tell(): void {
    const {version} = this.#columns.set;
    if (!this.#begun || this.#fetching || (!this.#asked && version === this.#toldVersion)) return;
    if (this.#needsAllTexts() && this.#columns.set.textsMissing().length > 0) return this.#tellAfter();

    const positions = this.#select();
    const from = Math.max(0, Math.min(this.#question.window.from, positions.length));
    const shown = positions.subarray(from, Math.min(this.#question.window.to, from + windowMax));
    if (this.#columns.set.textsMissing(shown).length > 0) return this.#tellAfter(shown);

    this.#asked = false;
    this.#toldVersion = version;
    this.#listener.tell({
      version,
      total: positions.length,
      from,
      rows: Array.from(shown, (position) => this.#columns.set.rowAt(position)),
      ...this.#count(),
    });
  }

  /** Ids of the rows from `from` to below `to` in the list's order, 100,000 at most. */
  async ids({from, to}: ListWindow): Promise<readonly string[]> {
    await this.#ready();
    const positions = this.#select().subarray(from, Math.min(to, from + idsMax));
    return Array.from(positions, (position) => this.#columns.set.idAt(position));
  }

  /** The ticked rows in the list's order, as many as `rowsMax`. */
  async ticked(ticked: Ticked, rowsMax: number): Promise<readonly ListRow[]> {
    await this.#ready();
    const {set} = this.#columns;
    const isTicked = (position: number): boolean => {
      const id = set.idAt(position);
      return ticked.mode === 'some' ? ticked.ids.has(id) : !ticked.except.has(id);
    };
    const positions = this.#select().filter(isTicked).subarray(0, rowsMax);
    await this.#columns.texts(positions);
    return Array.from(positions, (position) => set.rowAt(position));
  }

  /** Where a row stands in the list, or -1. */
  async indexOf(id: string): Promise<number> {
    await this.#ready();
    const position = this.#columns.set.find(id);
    return position === undefined ? -1 : this.#select().indexOf(position);
  }

  #needsAllTexts(): boolean {
    const {search = '', sort} = this.#question.query;
    return search.trim() !== '' || this.#columns.set.isText(sort.column);
  }

  /** What the question needs in order to be answered is here. */
  async #ready(): Promise<void> {
    if (this.#needsAllTexts()) await this.#columns.texts();
  }

  #tellAfter(positions?: Uint32Array): void {
    this.#fetching = true;
    const done = this.#columns.texts(positions).finally(() => {
      this.#fetching = false;
    });
    done.then(() => this.tell(), this.#listener.report);
  }

  #select(): Uint32Array {
    const {set} = this.#columns;
    const {query} = this.#question;
    if (this.#selectedAt?.version !== set.version || this.#selectedAt.query !== query) {
      this.#positions = selected(set, this.#columns, query);
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
