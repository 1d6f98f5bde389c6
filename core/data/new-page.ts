import type {AnyView} from '../lib/view.ts';
import type {Row} from '../schema.ts';
import type {NewPage, PackPage} from '../sync/page.ts';
import {packColumnsOf} from './page-columns.ts';

/** Rows as a page, made inside a transaction, so without a vault: its texts are made when somebody looks. */
export function newPage(view: AnyView, rows: readonly Row[]): NewPage {
  return {rows, columns: packColumnsOf(view, rows)};
}

/** Makes pages of whatever table one of the views shows. */
export function packerOf(views: readonly AnyView[]): PackPage {
  return (table, rows) => {
    const view = views.find((one) => one.table.name === table);
    return view && newPage(view, rows);
  };
}
