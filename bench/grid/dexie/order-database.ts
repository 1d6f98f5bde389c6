import {Dexie, type EntityTable} from 'dexie';
import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import type {OrderStatus} from '#core/orders/schema.ts';
import type {Instant} from '#core/time/instant.ts';

/** Which demo shop: the one that our own page made. */
export interface Filling {
  readonly seed: string;
  readonly orderCount: number;
  readonly now: number;
}

const batchesPerPut = 16;

/** Whole orders as rows with four indexes: what one writes who has Dexie. */
class OrderDatabase extends Dexie {
  declare readonly orders: EntityTable<DemoOrder, 'id'>;

  constructor() {
    super('orders');
    this.version(1).stores({orders: 'id, status, orderedAt, storefrontId, channelOrderId'});
  }

  async fill({seed, orderCount, now}: Filling): Promise<void> {
    const waiting: DemoOrder[] = [];
    let batches = 0;
    for (const batch of demoShop({seed, orderCount, now: now as Instant}).batches()) {
      waiting.push(...batch);
      batches += 1;
      if (batches % batchesPerPut === 0) await this.orders.bulkAdd(waiting.splice(0));
    }
    await this.orders.bulkAdd(waiting);
  }

  newest(limit: number): Promise<DemoOrder[]> {
    return this.orders.orderBy('orderedAt').reverse().limit(limit).toArray();
  }

  async countByStatus(statuses: readonly OrderStatus[]): Promise<Readonly<Record<string, number>>> {
    const counts = await Promise.all(statuses.map((status) => this.orders.where('status').equals(status).count()));
    return Object.fromEntries(statuses.map((status, at) => [status, counts[at] ?? 0]));
  }

  /** The first rows of one status, by amount. */
  async byTotal(status: OrderStatus, limit: number): Promise<DemoOrder[]> {
    const sorted = await this.orders.where('status').equals(status).sortBy('totalMinor');
    return sorted.slice(0, limit);
  }
}

export const database = new OrderDatabase();
