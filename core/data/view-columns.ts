import type {AnyView} from '../lib/view.ts';
import type {Row, TableName} from '../schema.ts';
import {ColumnSet} from './column-set.ts';
import {Finder} from './finder.ts';
import type {PageHead} from '../sync/page.ts';
import type {LightColumns} from './page-columns.ts';
import {Orders} from './select.ts';

/** A view with its columns and the orders they have been asked in; lists of the same view share it. */
export class ViewColumns {
  readonly view: AnyView;
  readonly table: TableName;
  readonly set: ColumnSet;
  readonly orders: Orders;
  readonly finder: Finder;
  /** Rows above the pages as they were read, by segment, until their personal texts have been opened. */
  readonly loose = new Map<number, readonly Row[]>();
  /** Pages that were looked at: those that come later have higher numbers. */
  pages = 0;
  /** Pages that came when there were loose rows already: their numbers, by segment. */
  readonly #cameLater = new Map<number, number>();
  readonly #fetch: (pages: readonly number[]) => Promise<void>;

  /** `fetch` fills in the texts of some pages. */
  constructor(view: AnyView, fetch: (pages: readonly number[]) => Promise<void>) {
    this.#fetch = fetch;
    this.view = view;
    this.table = view.table.name as TableName;
    this.set = new ColumnSet(view);
    this.orders = new Orders(this.set);
    this.finder = new Finder(this.set);
  }

  /** Takes pages that have come since the columns were loaded. */
  addRested({page, ids, columns}: PageHead): void {
    for (const at of ids.keys()) this.#cameLater.set(this.set.segments().length + at, page + at);
    this.set.addPages(ids, columns as LightColumns);
  }

  /** The page whose rows a segment has. */
  pageOf(segment: number): number {
    return this.#cameLater.get(segment) ?? segment;
  }

  /** Resolves when the texts of the given positions, or of all, are here. */
  async texts(positions?: ArrayLike<number>): Promise<void> {
    const missing = this.set.textsMissing(positions);
    if (missing.length > 0) await this.#fetch(missing);
  }
}
