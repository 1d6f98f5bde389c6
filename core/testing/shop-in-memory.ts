import {vi} from 'vitest';
import {Engine, type Registry} from '../data/engine.ts';
import type {Buyer, Order} from '../orders/schema.ts';
import {registry} from '../registry.ts';
import type {ListAnswer, ListQuestion, ListView} from '../data/list-view.ts';
import {packColumns, valuesOf} from '../data/page-columns.ts';
import {orderList} from '../orders/list-view.ts';
import type {Call} from '../sync/define.ts';
import {encodeRows} from '../sync/page.ts';
import type {Outcome} from '../sync/replica.ts';
import type {Store} from '../sync/store.ts';
import {business, givenOrder, monday, storefront} from './given.ts';
import {MemoryStore} from './memory-store.ts';
import {openVault, sealedOpenly} from './open-vault.ts';

/** An order whose buyer the open vault opens. */
export function givenOrderOf(name: string, channelOrderId: string, changes: Partial<Order> = {}): Order {
  const shipTo = {name, street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'};
  return givenOrder(channelOrderId, {buyer: sealedOpenly<Buyer>({shipTo}), ...changes});
}

/** A store that holds the given business, its storefront, packed orders and open ones above them. */
export async function givenStore(orders: {
  readonly packed?: readonly Order[];
  readonly loose?: readonly Order[];
}): Promise<Store> {
  const store = new MemoryStore();
  const packed = orders.packed ?? [];
  const pageSize = 2;
  for (let from = 0; from < packed.length; from += pageSize) {
    const rows = packed.slice(from, from + pageSize);
    const personals = await Promise.all(rows.map((row) => openVault.open(row.buyer)));
    const values = rows.map((row, at) => valuesOf(orderList, row, personals[at]));
    const {texts, sealed, ...columns} = await packColumns(orderList, values, openVault);
    const page = from / pageSize;
    await store.putPages('orders', {
      head: {page, ids: [rows.map((row) => row.id).join('\n')], columns},
      texts: [{page, texts: {texts, sealed}}],
      rows: [encodeRows(page, rows)],
    });
  }
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
    for (const order of orders.loose ?? []) await tx.put('orders', order);
  });
  return store;
}

/** An engine over a store, as one window has it; `bugs` collects what it reports. */
export class Window {
  readonly engine: Engine;
  readonly bugs: unknown[] = [];
  /** What the engine has put off. */
  readonly later: (() => void)[] = [];
  readonly #others: Window[] = [];

  constructor(store: Store, declared: Registry = registry) {
    this.engine = new Engine({
      store,
      vault: openVault,
      registry: declared,
      soon: (work) => work(),
      later: (work) => this.later.push(work),
      announce: (news) => this.#announce(news),
      report: (error) => this.bugs.push(error),
    });
  }

  /** From now on each tells the other what it changed. */
  beside(other: Window): void {
    this.#others.push(other);
    other.#others.push(this);
  }

  do(...calls: readonly Call[]): Promise<readonly Outcome[]> {
    return this.engine.mutate(calls, {at: monday});
  }

  /** A list and everything it has been told. */
  async list(question: Partial<ListQuestion> = {}): Promise<{readonly list: ListView; readonly told: ListAnswer[]}> {
    const told: ListAnswer[] = [];
    const sort = {column: 'number', descending: false};
    const whole: ListQuestion = {view: 'orders.list', query: {sort}, window: {from: 0, to: 100}, ...question};
    const list = this.engine.watchList(whole, (answer) => told.push(answer));
    await vi.waitUntil(() => told.length > 0, 10_000);
    return {list, told};
  }

  #announce(news: Parameters<Engine['heard']>[0]): void {
    for (const other of this.#others) other.engine.heard(news);
  }
}
