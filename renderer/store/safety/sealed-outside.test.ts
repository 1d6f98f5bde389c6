import {afterEach, beforeEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {createOrder} from '#core/orders/manual-mutators.ts';
import type {Buyer, OrderId} from '#core/orders/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {ADesk, now} from './testing/a-desk.ts';

let desk: ADesk;

beforeEach(() => void emptyDesk());
afterEach(() => desk.quit());

const shipTo = {
  name: 'Ottilie Zwiebelfisch',
  street: 'Quittengasse 7',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
};
const buyer: Buyer = {name: 'Ottilie Zwiebelfisch', email: 'ottilie@quitte.example', shipTo};

test('nothing that tells who bought can be read in journal, marker or snapshot', async () => {
  const disk = new MemoryDisk();
  desk = new ADesk(disk);
  await desk.shops.begin(now);
  const {vault, safety} = must(desk.shops.current, 'an open shop');
  const {id, currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor, ...order} = givenOrder('Q-1');
  const {storefrontId, channelOrderId, orderedAt, lines, shipCountry} = order;
  await desk.save(
    callOf(createBusiness, business),
    callOf(createStorefront, storefront),
    callOf(createOrder, {
      orderId: id as OrderId,
      storefrontId,
      channelOrderId,
      status: 'paid',
      orderedAt,
      lines,
      shipCountry,
      money: {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor},
      buyer: await vault.seal(buyer),
      products: [],
    }),
  );
  await safety?.takeSnapshot();
  const texts = await Promise.all(
    disk.paths().map(async (path) => new TextDecoder('latin1').decode(await disk.read(path))),
  );
  const whole = texts.join('\n');
  const personal = ['Ottilie', 'Zwiebelfisch', 'Quittengasse', 'quitte.example'];
  // What is not personal is there: the search itself works.
  expect([whole.includes('Q-1'), personal.filter((word) => whole.includes(word))]).toEqual([true, []]);
});
