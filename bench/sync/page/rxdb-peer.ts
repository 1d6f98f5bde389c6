import {type RxCollection, type RxJsonSchema, createRxDatabase} from 'rxdb/plugins/core';
import {replicateRxCollection} from 'rxdb/plugins/replication';
import {getRxStorageDexie} from 'rxdb/plugins/storage-dexie';
import type {Order} from '#core/orders/schema.ts';
import {type Peer, askJson, held} from './peer.ts';

const batchSize = 1_000;

interface Checkpoint {
  readonly seq: number;
}

const text = {type: 'string', maxLength: 80};
const whole = {type: 'number', minimum: 0, maximum: 1e14, multipleOf: 1};

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    ...Object.fromEntries(
      ['id', 'storefrontId', 'channelOrderId', 'status', 'heldFrom', 'holdReason', 'currency', 'shipCountry'].map(
        (name) => [name, text],
      ),
    ),
    ...Object.fromEntries(
      ['orderedAt', 'shipBy', 'shippedAt', 'returnedAt', 'cancelledAt', 'shippingMinor', 'discountMinor', 'taxMinor']
        .concat('totalMinor', 'refundedMinor')
        .map((name) => [name, whole]),
    ),
    lines: {type: 'array'},
    buyer: {type: 'object'},
    tracking: {type: 'object'},
  },
  required: ['id', 'status', 'orderedAt'],
} as unknown as RxJsonSchema<Order>;

/** No index of its own: with one it would cost more. */
export class RxdbPeer implements Peer {
  #orders?: RxCollection<Order>;

  async bring(): Promise<void> {
    const db = await createRxDatabase({name: 'bench', storage: getRxStorageDexie(), multiInstance: false});
    const made = await db.addCollections({orders: {schema}});
    this.#orders = made['orders'] as unknown as RxCollection<Order>;
    await this.#replicate(false);
  }

  async orders(): Promise<readonly Order[]> {
    const found = (await this.#orders?.find().exec()) ?? [];
    return found.map((doc) => doc.toJSON() as Order);
  }

  async hold(ids: readonly string[]): Promise<void> {
    const some = 500;
    for (let from = 0; from < ids.length; from += some) {
      const found = await this.#orders?.findByIds(ids.slice(from, from + some)).exec();
      const changed = [...(found?.values() ?? [])].map((doc) => held(doc.toMutableJSON() as Order));
      await this.#orders?.bulkUpsert(changed);
    }
  }

  async push(): Promise<void> {
    await this.#replicate(true);
  }

  async #replicate(withPush: boolean): Promise<void> {
    if (!this.#orders) return;
    const state = replicateRxCollection<Order, Checkpoint>({
      collection: this.#orders,
      replicationIdentifier: 'bench',
      live: false,
      pull: {
        batchSize,
        handler: (last, limit) => askJson(`/rxdb/pull?after=${String(last?.seq ?? 0)}&limit=${String(limit)}`),
      },
      ...(withPush && {push: {batchSize, handler: (rows) => askJson('/rxdb/push', rows)}}),
    });
    await state.awaitInitialReplication();
  }
}
