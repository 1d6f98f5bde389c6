import {Dexie, type EntityTable} from 'dexie';
import type {Order} from '#core/orders/schema.ts';
import type {Changes, Said} from './jobs.ts';
import {askJson, held} from './peer.ts';

interface Sent {
  readonly n?: number;
  readonly name: string;
  readonly args: unknown;
}

/** What one writes by hand: orders with four indexes, and beside them what is to be sent. Nothing is checked, nothing can be taken back. */
class OrdersAndOutbox extends Dexie {
  declare readonly orders: EntityTable<Order, 'id'>;
  declare readonly outbox: EntityTable<Sent, 'n'>;

  constructor() {
    super('bench-dexie');
    this.version(1).stores({orders: 'id, status, orderedAt, storefrontId, channelOrderId', outbox: '++n'});
  }
}

const db = new OrdersAndOutbox();
let ids: readonly string[] = [];

self.onmessage = ({data}: MessageEvent<Changes | 'work'>) => {
  const done = data === 'work' ? work() : prepare(data);
  done.then(
    (count) => post({done: count}),
    (error: unknown) => post({failed: String(error)}),
  );
};

function post(said: Said): void {
  self.postMessage(said);
}

async function prepare({count}: Changes): Promise<number> {
  const orders = await askJson<readonly Order[]>('/orders');
  await db.orders.bulkPut(orders);
  ids = orders.slice(0, count).map(({id}) => id);
  return 0;
}

async function work(): Promise<number> {
  for (const id of ids) {
    await db.transaction('rw', db.orders, db.outbox, async () => {
      const order = await db.orders.get(id as Order['id']);
      if (order) await db.orders.put(held(order));
      await db.outbox.add({name: 'hold', args: {id, reason: 'stock'}});
    });
  }
  return Math.min(await db.outbox.count(), await db.orders.where('status').equals('held').count());
}
