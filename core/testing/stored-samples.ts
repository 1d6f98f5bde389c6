import {beginning, entryOf} from '../journal/entry.ts';
import type {Order} from '../orders/schema.ts';
import {type NewPage, type PageGroup, encodeRows} from '../sync/page.ts';
import type {OutboxRow} from '../sync/store.ts';
import {givenOrder, monday} from './given.ts';

/** A mutation that waits. */
export function pending(n: number): OutboxRow {
  const args = {orderId: givenOrder('1').id, reason: 'stock'};
  return entryOf({...beginning, n: n - 1}, {n, name: 'orders.hold', version: 1, args, at: monday});
}

/** A page whose columns say nothing. */
export function newPageOf(...rows: readonly Order[]): NewPage {
  return {rows, columns: {}};
}

/** Pages from number `page` on, whose columns only say where they begin. */
export function pagesOf(page: number, ...pages: readonly (readonly Order[])[]): PageGroup {
  const ids = pages.map((rows) => rows.map((row) => row.id).join('\n'));
  return {
    head: {page, ids, columns: {of: page}},
    texts: pages.map((_, at) => ({page: page + at, texts: `texts of ${page + at}`})),
    rows: pages.map((rows, at) => encodeRows(page + at, rows)),
  };
}
