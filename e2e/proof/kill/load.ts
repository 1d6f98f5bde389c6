import type {Page} from 'playwright';
import {createOrder} from '#core/orders/manual-mutators.ts';
import {releaseOrder} from '#core/orders/mutators.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import type {Buyer} from '#core/orders/schema.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';

/** One change by a name of our own: `R-17` is written, `R-17 released` is released. */
export interface Change {
  readonly name: string;
  readonly call: Call;
}

/** Changes that come in one message share a transaction, as a bulk act does. */
export type Burst = readonly Change[];

const shipTo = {name: 'Ada Pohl', street: 'Ahornweg 3', postalCode: '10115', city: 'Berlin', country: 'DE'};

/** What the beginning of the shop puts into its outbox. */
export const firstMutations = 3;
/** The desk copies what it remembers to its disk a moment later. */
const rememberedMs = 3_000;

/** Begins a shop of one's own as a person does, with one storefront, and lets the desk remember it. */
export async function beginShop(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Start my own shop'}).click();
  await page.getByLabel('Name').fill('Nordlicht Tee');
  await page.getByRole('button', {name: 'Start', exact: true}).click();
  await page.getByRole('contentinfo').waitFor();
  const calls = [callOf(createBusiness, business), callOf(createStorefront, storefront)];
  await page.evaluate((made) => window.tap.ask('data.mutate', {calls: made}), calls);
  await page.waitForTimeout(rememberedMs);
}

export async function sealedBuyerOf(page: Page): Promise<Sealed<Buyer>> {
  return page.evaluate((value) => window.tap.ask('data.seal', {value}), {shipTo}) as Promise<Sealed<Buyer>>;
}

/** Bursts of one to eight changes: each writes an order and, for every second, releases it. */
export function bursts(from: number, count: number, buyer: Sealed<Buyer>): readonly Burst[] {
  const all: Change[][] = [];
  let next = from;
  while (next < from + count) {
    const burst: Change[] = [];
    for (let left = 1 + (next % 4); left > 0; left -= 1) {
      const number = `R-${String(next)}`;
      const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId: number});
      burst.push({name: number, call: callOf(createOrder, orderArgs(number, buyer))});
      if (next % 2 === 0) burst.push({name: `${number} released`, call: callOf(releaseOrder, {orderId})});
      next += 1;
    }
    all.push(burst);
  }
  return all;
}

/** Works as fast as the shop answers, until the page is killed; whoever waits hears of each burst that is saved. */
export async function work(page: Page, all: readonly Burst[]): Promise<void> {
  await page.evaluate(async (given) => {
    const pending: Promise<void>[] = [];
    const acknowledge = async (n: number, names: readonly string[]): Promise<void> => {
      await window.tap.saved(n);
      await window.acknowledged(names);
    };
    for (const burst of given) {
      const calls = burst.map(({call}) => call);
      const outcomes = (await window.tap.ask('data.mutate', {calls})) as readonly {ok: boolean; n?: number}[];
      const done = burst.filter((_, at) => outcomes[at]?.ok).map(({name}) => name);
      const n = Math.max(0, ...outcomes.map((outcome) => outcome.n ?? 0));
      pending.push(acknowledge(n, done));
    }
    await Promise.all(pending);
  }, all);
}

function orderArgs(number: string, buyer: Sealed<Buyer>): Parameters<typeof createOrder.run>[1] {
  const {id, storefrontId, orderedAt, lines, shipCountry, ...order} = givenOrder(number);
  const {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor} = order;
  const money = {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor};
  const orderId = id as ReturnType<typeof orderIdOf>;
  return {
    orderId,
    storefrontId,
    channelOrderId: number,
    status: 'paid',
    orderedAt,
    lines,
    money,
    shipCountry,
    buyer,
    products: [],
  };
}
