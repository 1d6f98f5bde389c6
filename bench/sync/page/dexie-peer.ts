import {Dexie, type EntityTable} from 'dexie';
import type {Order} from '#core/orders/schema.ts';
import {chunks} from './chunks.ts';
import type {Peer} from './peer.ts';

/** The same chunks as rows with the four indexes that `grid` gives them: what one writes who has Dexie and no replication. */
export class DexiePeer extends Dexie implements Peer {
  declare readonly rows: EntityTable<Order, 'id'>;

  constructor() {
    super('orders');
    this.version(1).stores({rows: 'id, status, orderedAt, storefrontId, channelOrderId'});
  }

  async bring(): Promise<void> {
    for await (const {table, body} of chunks()) {
      if (table !== 'orders') continue;
      const lines = (await body.text()).trimEnd().split('\n');
      await this.rows.bulkPut(JSON.parse(`[${lines.join(',')}]`) as Order[]);
    }
  }

  async orders(): Promise<readonly Order[]> {
    return this.rows.toArray();
  }
}
