import {readFileSync} from 'node:fs';
import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import {must} from '#core/lib/assert.ts';
import {shownStatuses} from '#core/orders/order.ts';
import {type OrderStatus, orderStatuses} from '#core/orders/schema.ts';
import type {Instant} from '#core/time/instant.ts';
import {inRoot} from '../../tools/run/places.mjs';
import {type ListColumns, type ListRow, type Words, folded, searchedText, sortedBy} from './list-columns.ts';
import type {Expected} from './probe/list.ts';
import type {Counts} from './probe/tree.ts';

/** The seed of the product's demo shop: the same seed and time give the same shop, so the truth is made here once more. */
export const seed = 'kranich';
/** More rows than can be in sight at once. */
const inSightMax = 100;

/** The shop as it is, told without the product's store, columns, lists or search. */
export class Truth {
  readonly words = Truth.words();
  /** Newest first, as the list begins. */
  readonly rows: readonly ListRow[];
  readonly #texts: readonly string[];

  constructor({orderCount, now}: {readonly orderCount: number; readonly now: number}) {
    const rows: ListRow[] = [];
    for (const batch of demoShop({seed, orderCount, now: now as Instant}).batches()) rows.push(...batch.map(listRow));
    this.rows = sortedBy(rows, 'orderedAt').toReversed();
    this.#texts = this.rows.map(searchedText);
  }

  /** The words of the orders page in English, in which its browser asks for it. */
  static words(): Words {
    return JSON.parse(readFileSync(inRoot('assets', 'locales', 'en', 'orders.json'), 'utf8')) as Words;
  }

  columns(): ListColumns {
    const names = Object.keys(must(this.rows[0], 'a shop has orders')) as (keyof ListRow)[];
    return Object.fromEntries(names.map((name) => [name, this.rows.map((row) => row[name])])) as unknown as ListColumns;
  }

  /** The whole list. */
  all(): Expected {
    return {total: this.rows.length, numbers: this.rows.map(({number}) => number)};
  }

  /** The first rows of it. */
  first(): Expected {
    return head(this.rows);
  }

  found(search: string): Expected {
    const words = folded(search).split(/\s+/).filter(Boolean);
    const rows = this.rows.filter((_, at) => words.every((word) => this.#texts[at]?.includes(word)));
    return head(rows);
  }

  sorted(column: keyof ListRow): {readonly ascending: Expected; readonly descending: Expected} {
    const rows = sortedBy(this.rows, column);
    return {ascending: head(rows), descending: head(rows.toReversed())};
  }

  /** Orders of one status by amount, least first. */
  byTotal(status: OrderStatus): readonly ListRow[] {
    return sortedBy(
      this.rows.filter((row) => row.status === status),
      'total',
    );
  }

  /** Orders of each status, after some have been given another. */
  countByStatus(changed: ReadonlyMap<string, OrderStatus> = new Map()): Readonly<Record<OrderStatus, number>> {
    const counts = Object.fromEntries(orderStatuses.map((status) => [status, 0])) as Record<OrderStatus, number>;
    for (const {id, status} of this.rows) counts[changed.get(id) ?? (status as OrderStatus)] += 1;
    return counts;
  }

  /** As `countByStatus`, by the words that a person sees. */
  countsShown(changed?: ReadonlyMap<string, OrderStatus>): Counts {
    const counts = this.countByStatus(changed);
    return Object.fromEntries(shownStatuses.map((status) => [this.statusWord(status), counts[status]]));
  }

  statusWord(status: string): string {
    return must(this.words.status[status], `a word for ${status}`);
  }

  columnWord(column: string): string {
    return must(this.words.column[column], `a title for ${column}`);
  }
}

export function head(rows: readonly ListRow[]): Expected {
  return {total: rows.length, numbers: rows.slice(0, inSightMax).map(({number}) => number)};
}

function listRow(order: DemoOrder): ListRow {
  const {id, status, storefrontId, currency, orderedAt, shipBy, lines, buyer} = order;
  return {
    id,
    number: order.channelOrderId,
    status,
    storefrontId,
    buyer: buyer.shipTo.name,
    city: buyer.shipTo.city,
    country: order.shipCountry,
    items: lines.map(({title}) => title).join(' · '),
    skus: lines.map(({sku}) => sku).join(' '),
    pieces: lines.reduce((sum, {quantity}) => sum + quantity, 0),
    currency,
    total: order.totalMinor,
    orderedAt,
    shipBy: must(shipBy, 'an order of the demo says when it ships'),
    tracking: order.tracking?.number ?? '',
  };
}
