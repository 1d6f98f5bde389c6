import {createEvent, fireEvent} from '@testing-library/react';
import {vi} from 'vitest';
import {ok} from '#core/lib/result.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {createOrder} from '#core/orders/manual-mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {type GivenPage, givenPage} from '../../../app/testing/given-page.tsx';
import {BenchPage} from '../bench-page.tsx';
import {forgetBench, useBench} from '../bench-view.ts';

export const number = 'RM-17';
export const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId: number});
export const buyer: Buyer = {shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', city: 'Berlin', country: 'DE'}};

/** The bench of an own shop with one order to pack, two of TEA-1 and a CUP; its labels are told and not drawn. */
export class GivenBench {
  /** What labels were made for, in their order. */
  readonly jobs: LabelJob[] = [];
  readonly sounds: string[] = [];
  /** The bytes of labels bought elsewhere that came out. */
  readonly bought: string[] = [];
  /** How often the system's print window was opened. */
  printed = 0;
  readonly page: GivenPage;
  #struckAtMs = 0;

  private constructor(line: MessagePort) {
    useBench.setState(useBench.getInitialState());
    forgetBench();
    this.page = givenPage(line);
  }

  /** Over the line to a data worker in which a shop was begun. */
  static async open(line: MessagePort): Promise<GivenBench> {
    const bench = new GivenBench(line);
    await bench.page.data.mutate(createBusiness, business);
    await bench.page.data.mutate(createStorefront, storefront);
    await bench.takeOrder(number, [
      {sku: 'TEA-1', title: 'Green tea', quantity: 2},
      {sku: 'CUP', title: 'A cup', quantity: 1},
    ]);
    bench.#show();
    return bench;
  }

  /** An order of one buyer that waits to be packed. */
  async takeOrder(channelOrderId: string, lines: Order['lines'], of: Buyer = buyer): Promise<OrderId> {
    const {data} = this.page;
    const id = orderIdOf({storefrontId: storefront.id, channelOrderId});
    const sealed = await data.call('data.seal', {value: of});
    if (!sealed.ok) throw new Error('a buyer can be sealed');
    const {currency, orderedAt, shipCountry} = givenOrder(channelOrderId);
    const money = {currency, shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, refundedMinor: 0};
    await data.mutate(createOrder, {
      orderId: id,
      storefrontId: storefront.id,
      channelOrderId,
      status: 'paid',
      orderedAt,
      lines,
      money,
      shipCountry,
      buyer: sealed.value as Sealed<Buyer>,
      products: [],
    });
    await data.mutate(releaseOrder, {orderId: id});
    return id;
  }

  /** Strikes codes as a scanner does, each once the bench is done with the one before. */
  async scan(...codes: readonly string[]): Promise<void> {
    for (const code of codes) await this.#scan(code);
  }

  async #scan(code: string): Promise<void> {
    const before = useBench.getState().bench;
    this.#struckAtMs = Math.max(this.#struckAtMs, performance.now());
    for (const key of [...code, 'Enter']) {
      // Told with the event, so that a busy machine does not turn a scanner into a person.
      const event = createEvent.keyDown(document.body, {key, code: placeOf(key)});
      Object.defineProperty(event, 'timeStamp', {value: (this.#struckAtMs += 1)});
      fireEvent(document.body, event);
    }
    await vi.waitUntil(() => {
      const {bench} = useBench.getState();
      return bench !== before && !['looking', 'making'].includes(bench.stage.at);
    }, 10_000);
  }

  #show(): void {
    this.page.show(
      <BenchPage
        hands={{
          make: async (asked) => {
            if (asked.make === 'label') this.jobs.push(asked.job);
            return ok(new Uint8Array(4));
          },
          makeBought: async (labels) => {
            this.bought.push(...labels.map(({bytes}) => String.fromCharCode(...bytes)));
            return ok(new Uint8Array(4));
          },
          play: (sound) => void this.sounds.push(sound),
          printBySystem: async () => void (this.printed += 1),
        }}
      />,
    );
  }
}

function placeOf(key: string): string {
  if (key === 'Enter') return key;
  return /\d/.test(key) ? `Digit${key}` : /[A-Z]/i.test(key) ? `Key${key.toUpperCase()}` : 'Minus';
}
