import type {ListAnswer, ListQuestion, ListRow} from '#core/data/list-view.ts';
import type {AnyView, Condition, ViewQuery, ViewRow} from '#core/lib/view.ts';
import type {GridSelection} from '../../ui/grid/selection.ts';
import type {GridSource} from '../../ui/grid/grid-types.ts';
import type {DataClient, ListWatch} from './data-client.ts';

export interface ListCounts {
  readonly total: number;
  readonly groups: ListAnswer['groups'];
  readonly tallies: ListAnswer['tallies'];
}

export interface ListAsked {
  readonly query: ViewQuery;
  readonly groups?: readonly string[];
  readonly tallies?: Readonly<Record<string, readonly Condition[]>>;
}

const nothing: ListCounts = {total: 0, groups: {}, tallies: {}};
/** Rows asked for before the grid has said what it shows. */
const firstWindow = {from: 0, to: 60};

/**
 * A list of the data worker as a grid source: holds the rows of the window last asked for, and keeps a row the same object
 * while nothing in it changes, so that the grid draws only what did.
 */
export class RemoteList<V extends AnyView> implements GridSource<ViewRow<V>> {
  version = 0;
  counts = nothing;
  /** False until the first rows are here. */
  arrived = false;
  readonly #data: DataClient;
  readonly #view: V;
  readonly #listeners = new Set<() => void>();
  readonly #around = new Set<() => void>();
  #asked: ListAsked;
  #window = firstWindow;
  #watch: ListWatch | undefined;
  #from = 0;
  #countsVersion = -1;
  #rows: readonly ListRow[] = [];

  constructor(data: DataClient, view: V, asked: ListAsked) {
    this.#data = data;
    this.#view = view;
    this.#asked = asked;
  }

  get total(): number {
    return this.counts.total;
  }

  rowAt(index: number): ViewRow<V> | undefined {
    return this.#rows[index - this.#from] as ViewRow<V> | undefined;
  }

  readonly subscribe = (changed: () => void): (() => void) => this.#listen(this.#listeners, changed);

  /** For what stands around the rows and shows counts. Of the first answer it hears a moment after them: together they take too long. */
  readonly subscribeAround = (changed: () => void): (() => void) => this.#listen(this.#around, changed);

  ask(asked: ListAsked): void {
    this.#asked = asked;
    this.#watch?.ask({kind: 'list', question: this.#question()});
  }

  readonly look = (from: number, to: number): void => {
    this.#window = {from, to};
    this.#watch?.look(this.#window);
  };

  async idsBetween(from: number, to: number): Promise<readonly string[]> {
    if (!this.#watch) return [];
    const ids = await this.#data.call('list.ids', {watch: this.#watch.watch, window: {from, to}});
    return ids.ok ? ids.value : [];
  }

  /** Ids of the ticked rows in the order of the list. */
  async idsTicked(selection: GridSelection): Promise<readonly string[]> {
    if (selection.mode === 'some') return [...selection.ids];
    const all = await this.idsBetween(0, this.total);
    return all.filter((id) => !selection.except.has(id));
  }

  async rowsTicked(ticked: GridSelection, rowsMax: number): Promise<readonly ViewRow<V>[]> {
    if (!this.#watch) return [];
    const rows = await this.#data.call('list.ticked', {watch: this.#watch.watch, ticked, rowsMax});
    return rows.ok ? (rows.value as unknown as readonly ViewRow<V>[]) : [];
  }

  async indexOf(id: string): Promise<number | undefined> {
    if (!this.#watch) return undefined;
    const index = await this.#data.call('list.indexOf', {watch: this.#watch.watch, id});
    return index.ok && index.value >= 0 ? index.value : undefined;
  }

  #listen(listeners: Set<() => void>, changed: () => void): () => void {
    listeners.add(changed);
    this.#begin();
    return () => {
      listeners.delete(changed);
      // A component that is drawn anew leaves and comes back in the same breath.
      queueMicrotask(() => this.#listeners.size + this.#around.size === 0 && this.#end());
    };
  }

  #begin(): void {
    this.#watch ??= this.#data.watchList({kind: 'list', question: this.#question()}, (answer) => this.#take(answer));
  }

  #end(): void {
    this.#watch?.stop();
    this.#watch = undefined;
  }

  #tellAround(): void {
    for (const changed of this.#around) changed();
  }

  #question(): ListQuestion {
    return {view: this.#view.name, window: this.#window, ...this.#asked};
  }

  #take({version, total, from, rows, groups, tallies}: ListAnswer): void {
    const known = new Map(this.#rows.map((row) => [row['id'], row]));
    this.#rows = rows.map((row) => {
      const before = known.get(row['id']);
      return before && same(before, row) ? before : row;
    });
    this.#from = from;
    // The same objects while they say the same, so that scrolling redraws rows and a search not the tree beside them.
    if (version !== this.#countsVersion) this.counts = {total, groups, tallies};
    else if (total !== this.counts.total) this.counts = {...this.counts, total};
    this.#countsVersion = version;
    const isFirst = !this.arrived;
    this.arrived = true;
    this.version += 1;
    for (const changed of this.#listeners) changed();
    if (isFirst) setTimeout(() => this.#tellAround(), 0);
    else this.#tellAround();
  }
}

function same(a: ListRow, b: ListRow): boolean {
  for (const name in a) if (a[name] !== b[name]) return false;
  return true;
}
