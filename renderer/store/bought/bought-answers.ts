import type {Fault} from '#core/faults.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import type {BoughtCallName, BoughtCalls} from '#core/shipping/bought/messages.ts';
import type {WaitingOrder} from '#core/shipping/bought/find-order.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Shop} from '../shop.ts';
import type {Shops} from '../shops.ts';
import {LabelStore} from './label-bytes.ts';

type Outcome<T> = {readonly answer: T} | {readonly fault: Fault};
export type BoughtAnswers = {
  readonly [N in BoughtCallName]: (args: BoughtCalls[N]['args']) => Promise<Outcome<BoughtCalls[N]['answer']>>;
};

const labelsMax = 20_000;

/** What one window asks about labels that were bought elsewhere, of the shop that is open in it. */
export class Bought {
  readonly #shops: Shops;
  readonly #now: () => Instant;

  constructor(shops: Shops, now: () => Instant) {
    this.#shops = shops;
    this.#now = now;
  }

  readonly answers: BoughtAnswers = {
    'bought.waiting': async ({orderIds}) => this.#with((shop) => waitingOrders(shop, orderIds)),
    'bought.keep': async ({labels}) =>
      this.#with(async (shop) => {
        const kept = storeOf(shop);
        await kept.sweep(await shop.store.read((tx) => tx.range('boughtLabels', {limit: labelsMax})), this.#now());
        await kept.keep(labels, this.#now());
        return null;
      }),
    'bought.bytes': async ({labelId}) => this.#with(async (shop) => (await storeOf(shop).bytes(labelId)) ?? null),
    'bought.held': async ({labelIds}) => this.#with((shop) => storeOf(shop).held(labelIds)),
  };

  async #with<T>(work: (shop: Shop) => Promise<T>): Promise<Outcome<T>> {
    const shop = this.#shops.current;
    return shop ? {answer: await work(shop)} : {fault: {code: 'store.closed', values: {}}};
  }
}

function storeOf({store, vault}: Shop): LabelStore {
  return new LabelStore((mode, body) => store.inDatabase(mode, body), vault);
}

async function waitingOrders({store, vault}: Shop, orderIds: readonly OrderId[]): Promise<readonly WaitingOrder[]> {
  const orders = await store.read((tx) => tx.getMany('orders', orderIds));
  const open = async (order: Order): Promise<WaitingOrder> => {
    const {shipTo, name} = await vault.open(order.buyer);
    return {
      orderId: order.id as OrderId,
      number: order.channelOrderId,
      name: shipTo.name || (name ?? ''),
      postalCode: shipTo.postalCode ?? '',
      country: order.shipCountry,
      ...(order.tracking && {tracking: order.tracking.number}),
    };
  };
  return Promise.all(orders.flatMap((order) => (order ? [open(order)] : [])));
}
