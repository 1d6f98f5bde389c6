import {must} from '../lib/assert.ts';
import {idFromName} from '../lib/id.ts';
import type {Buyer, Order} from '../orders/schema.ts';
import {skusOfBarcodes} from '../catalog/queries.ts';
import {registry} from '../registry.ts';
import {type Bench, type BenchEvent, type BenchOrder, type Effect, newBench} from '../shipping/packing-bench/bench.ts';
import {type Shelf, lookUp} from '../shipping/packing-bench/look-up.ts';
import {benchOrderOf} from '../shipping/packing-bench/bench-order.ts';
import {labelCodes} from '../shipping/packing-bench/packages.ts';
import {joinedTo} from '../shipping/packing-bench/same-place.ts';
import {scanOfTyped} from '../shipping/packing-bench/scan.ts';
import {step} from '../shipping/packing-bench/step.ts';
import {parcelLabelled} from '../shipping/packing/mutators.ts';
import {orderToPack, ordersNumbered, ordersToJoin} from '../shipping/packing/queries.ts';
import type {ParcelId, ParcelTracking} from '../shipping/packing/schema.ts';
import {orderInTote} from '../shipping/waves/queries.ts';
import {type Call, callOf} from '../sync/define.ts';
import {readerOf} from '../sync/overlay.ts';
import {Replica} from '../sync/replica.ts';
import {monday, sealedBuyer, storefront} from './given.ts';
import {MemoryStore} from './memory-store.ts';
import {openVault} from './open-vault.ts';

export class PowerCut extends Error {}

/** A bench over a store in memory, whose printer works at once. What is killed begins again over the same store. */
export class BenchInMemory {
  bench: Bench = newBench;
  readonly store = new MemoryStore();
  /** Labels that came out, by what a scanner reads on them. */
  readonly printed: string[] = [];
  readonly sounds: string[] = [];
  readonly settled: string[] = [];
  /** The carrier's numbers that labels get; without any they have none. */
  numbers: readonly string[] = [];
  /** Set, the power goes once so many more changes are stored: what was to be done then is not done. */
  callsLeft = Number.POSITIVE_INFINITY;
  /** Set, labels cannot be made. */
  isOutOfOrder = false;
  readonly #replica = new Replica(this.store, registry.mutators);
  #ids = 0;

  static async with(orders: readonly Order[]): Promise<BenchInMemory> {
    const desk = new BenchInMemory();
    await desk.store.write(async (tx) => {
      await tx.put('storefronts', storefront);
      for (const order of orders) await tx.put('orders', order);
    });
    return desk;
  }

  /** Scans one code after another; says after each what the bench says, and where it stands. */
  async scan(...codes: readonly string[]): Promise<readonly string[]> {
    const told: string[] = [];
    for (const code of codes) {
      const scan = must(scanOfTyped(code), 'a code that says something');
      await this.hear({what: 'scan', scan});
      told.push(this.#seen());
    }
    return told;
  }

  async hear(event: BenchEvent): Promise<void> {
    this.#ids += 1;
    const {bench, effects} = step(this.bench, event, this.#id(this.#ids));
    this.bench = bench;
    for (const effect of effects) await this.#do(effect);
  }

  /** The power goes: what is not in the store is forgotten. */
  kill(): void {
    this.bench = newBench;
    this.callsLeft = Number.POSITIVE_INFINITY;
  }

  /** Somebody at another desk does something with an order; the bench hears of it. */
  async elsewhere(order: Order, call: Call): Promise<void> {
    await this.#mutate(call);
    const now = await this.onBench(order.id);
    if (now) await this.hear({what: 'order', order: now});
  }

  async onBench(orderId: Order['id']): Promise<BenchOrder | undefined> {
    const found = await this.store.read((tx) =>
      orderToPack.run(
        readerOf(tx, () => undefined),
        {orderId},
      ),
    );
    return found ? benchOrderOf(found) : undefined;
  }

  /** Where the orders and their parcels stand. */
  stored(...orders: readonly Order[]): Promise<readonly string[]> {
    return this.store.read(async (tx) => {
      const rows = await tx.getMany(
        'orders',
        orders.map(({id}) => id),
      );
      const told = rows.map(async (row) => {
        const parcels = await tx.getMany('parcels', row?.parcelIds ?? []);
        const said = parcels.map((parcel) => {
          const lines = parcel?.lines.map(({item, quantity, serials = []}) =>
            [`${quantity} ${item}`, ...serials].join(' '),
          );
          return `${parcel?.place} ${parcel?.status} (${lines?.join(', ')})`;
        });
        return [`${row?.channelOrderId} ${row?.status}`, ...said].join(', ');
      });
      return Promise.all(told);
    });
  }

  #seen(): string {
    const {said, stage} = this.bench;
    return `${said.mood} ${said.code}, ${stage.at}`;
  }

  #id(count: number): ParcelId {
    return idFromName('parcel', 'fresh', String(count));
  }

  async #do(effect: Effect): Promise<void> {
    switch (effect.does) {
      case 'sound':
        this.sounds.push(effect.sound);
        return;
      case 'tell':
        for (const call of effect.calls) await this.#mutate(call);
        return;
      case 'look':
        return this.hear({what: 'found', found: await lookUp(this.#shelf(), effect.scan)});
      case 'prepare':
        return;
      case 'label':
        for (const call of effect.calls) await this.#mutate(call);
        return this.#label(effect);
      case 'reprint':
        this.printed.push(`again ${effect.pack.place}`);
        return;
      case 'settle':
        this.settled.push(effect.outcome);
    }
  }

  async #label({pack: {order, parcelId, place}}: Extract<Effect, {does: 'label'}>): Promise<void> {
    if (this.isOutOfOrder) {
      const fault = {code: 'shipping.address_missing', values: {}} as const;
      return this.hear({what: 'unlabelled', parcelId, fault});
    }
    const before = await this.store.read((tx) => tx.get('parcels', parcelId));
    const [number, ...others] = this.numbers;
    const tracking: ParcelTracking | undefined = before?.tracking ?? (number ? {carrier: 'DHL', number} : undefined);
    if (!before?.tracking) this.numbers = others;
    await this.#mutate(callOf(parcelLabelled, {parcelId, ...(tracking && {tracking})}));
    const codes = labelCodes(order.order.channelOrderId, {place, ...(tracking && {tracking})});
    if (before?.status !== 'labelled') this.printed.push(codes[0] ?? '');
    await this.hear({what: 'labelled', parcelId, codes});
  }

  async #mutate(call: Call): Promise<void> {
    if (this.callsLeft === 0) throw new PowerCut();
    this.callsLeft -= 1;
    await this.#replica.mutate([call], {at: monday}, () => undefined);
  }

  #shelf(): Shelf {
    const all = async (): Promise<readonly Order[]> => (await this.store.looseRows('orders')).added;
    return {
      numbered: (numbers) =>
        this.store.read((tx) =>
          ordersNumbered.run(
            readerOf(tx, () => undefined),
            {numbers: [...numbers]},
          ),
        ),
      onBench: (orderId) => this.onBench(orderId),
      labelled: async (number) => {
        const parcels = (await this.store.looseRows('parcels')).added;
        return parcels.find(({tracking}) => tracking?.number === number)?.lines[0]?.orderId;
      },
      inTote: async (codes) =>
        (await this.store.read((tx) =>
          orderInTote.run(
            readerOf(tx, () => undefined),
            {codes: [...codes]},
          ),
        )) ?? undefined,
      skusOf: (barcodes) =>
        this.store.read((tx) =>
          skusOfBarcodes.run(
            readerOf(tx, () => undefined),
            {barcodes: [...barcodes]},
          ),
        ),
      beside: async ({order}) => {
        const orderIds = (await all()).map(({id}) => id);
        const able = await this.store.read((tx) =>
          ordersToJoin.run(
            readerOf(tx, () => undefined),
            {orderIds},
          ),
        );
        return joinedTo(order, able, openedBy);
      },
      waitingFor: async (texts) => {
        const released = (await all()).filter(({status}) => status === 'released');
        return released.filter(({lines}) => lines.some(({sku}) => texts.includes(sku))).map(({id}) => id);
      },
    };
  }
}

/** Who gets an order; undefined where its envelope is one that no vault of a test opens. */
async function openedBy({buyer}: Order): Promise<Buyer | undefined> {
  return buyer.key === sealedBuyer.key ? undefined : openVault.open(buyer);
}
