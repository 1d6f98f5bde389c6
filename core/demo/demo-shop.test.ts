import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {type Shape, check} from '../lib/shape.ts';
import {minorDigits} from '../money/currency.ts';
import {lineTotal} from '../money/unit-price.ts';
import {rateDays} from '../money/schema.ts';
import {orderIdOf} from '../orders/order-id.ts';
import {openStatuses, shownStatuses} from '../orders/order.ts';
import {buyerShape, orders as orderTable} from '../orders/schema.ts';
import {addressShape} from '../storefronts/address.ts';
import {businesses, storefronts} from '../storefronts/schema.ts';
import type {Instant} from '../time/instant.ts';
import {type ZoneId, localDateAt} from '../time/zone.ts';
import {type DemoOrder, demoBatchSize} from './demo-batches.ts';
import {demoOrderCount, demoShop} from './demo-shop.ts';

const monday = Date.UTC(2026, 10, 23, 2, 38) as Instant;
const july = Date.UTC(2026, 6, 15, 19, 5) as Instant;
const newYear = Date.UTC(2027, 0, 1, 0, 0) as Instant;
const berlin = 'Europe/Berlin' as ZoneId;
const envelope = {key: 'test', bytes: 'A'.repeat(38)};

function shopOf(seed: number | string, orderCount = demoOrderCount, now = monday) {
  const shop = demoShop({seed, orderCount, now});
  return {...shop, now, orders: [...shop.batches()].flat()};
}

const shop = shopOf('tradewind');
const {orders} = shop;

function faultOf<T>(shape: Shape<T>, value: unknown) {
  const checked = check(shape, value);
  return checked.ok ? undefined : checked.fault;
}

function digestOf(seed: number | string, orderCount: number) {
  const {businesses, storefronts, rateDays, orders} = shopOf(seed, orderCount);
  return createHash('sha256')
    .update(JSON.stringify([businesses, storefronts, rateDays, orders]))
    .digest('hex');
}

function countBy<T>(list: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

function isOpen({status}: DemoOrder): boolean {
  return openStatuses.includes(status);
}

describe('the invented shop', () => {
  test('is the same for the same seed, byte for byte, and another for another seed', () => {
    expect(digestOf(7, 700)).toBe(digestOf(7, 700));
    expect(digestOf(7, 700)).not.toBe(digestOf(8, 700));
  });

  test('hands over full batches, the same each time it is asked', () => {
    const small = demoShop({seed: 1, orderCount: 600, now: monday});

    expect([...small.batches()].map((batch) => batch.length)).toEqual([demoBatchSize, demoBatchSize, 88]);
    expect([...small.batches()]).toEqual([...small.batches()]);
    expect([...demoShop({seed: 1, orderCount: 0, now: monday}).batches()]).toEqual([]);
    expect([...demoShop({seed: 1, orderCount: 512, now: monday}).batches()].map(({length}) => length)).toEqual([
      256, 256,
    ]);
  });

  test('has rows that fit their tables', () => {
    const faults = [
      ...shop.businesses.flatMap((row) => [
        faultOf(businesses.shape, {...row, sender: envelope}),
        faultOf(addressShape, row.sender),
      ]),
      ...shop.storefronts.map((row) => faultOf(storefronts.shape, row)),
      ...shop.rateDays.map((row) => faultOf(rateDays.shape, row)),
      ...orders.flatMap((row) => [
        faultOf(orderTable.shape, {...row, buyer: envelope}),
        faultOf(buyerShape, row.buyer),
      ]),
    ];

    expect(faults.filter((fault) => fault)).toEqual([]);
    expect(faults.length).toBeGreaterThan(2 * demoOrderCount);
  });

  test('sells on four channels in eight currencies to more than twenty countries', () => {
    const channels = countBy(shop.storefronts, ({channel}) => channel);
    const sold = new Set(orders.map(({storefrontId}) => storefrontId));

    expect(channels).toEqual({amazon: 3, ebay: 2, etsy: 1, shopify: 2});
    expect([...sold].toSorted()).toEqual(shop.storefronts.map(({id}) => id).toSorted());
    expect(Object.keys(countBy(orders, ({currency}) => currency)).toSorted()).toEqual([
      'CAD',
      'EUR',
      'GBP',
      'JPY',
      'KRW',
      'PLN',
      'SEK',
      'USD',
    ]);
    expect(Object.keys(countBy(orders, ({shipCountry}) => shipCountry)).length).toBe(30);
  });

  test('writes buyers in their own scripts', () => {
    const written = orders.map(({buyer}) => `${buyer.shipTo.name} ${buyer.shipTo.street}`).join('\n');
    const scripts = [
      /\p{Script=Greek}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Hiragana}/u,
      /\p{Script=Hangul}/u,
      /\p{Script=Han}/u,
    ];

    expect(scripts.filter((script) => !script.test(written))).toEqual([]);
    // JSON writes half of a surrogate pair as an escape, and a whole one as itself.
    expect(JSON.stringify(orders)).not.toMatch(/\\ud[89a-f]/i);
    expect(written).toContain('𠮷');
    expect(orders.every(({buyer, shipCountry}) => buyer.shipTo.country === shipCountry)).toBe(true);
  });

  test('mails nobody: all addresses lie in the example domains', () => {
    const mails = orders.flatMap(({buyer}) => buyer.email ?? []);

    expect(mails.filter((mail) => !/^[a-z-]+\.[a-z-]+\d+@example\.(com|org|net)$/.test(mail))).toEqual([]);
    expect(mails.length).toBeGreaterThan(demoOrderCount / 2);
  });

  test('has buyers that come back', () => {
    const times = Object.values(countBy(orders, ({buyer}) => JSON.stringify(buyer)));

    expect(times.filter((count) => count > 1).length).toBeGreaterThan(300);
    expect(times.length).toBeGreaterThan(demoOrderCount / 2);
  });

  test('adds up: lines, shipping, discount, tax and refund of every order', () => {
    const wrong = orders.filter((order) => {
      const {lines, currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor} = order;
      const lineWrong = lines.some(({unitPrice, quantity, totalMinor}) => {
        const total = lineTotal({...unitPrice, currency}, quantity, 'half_up');
        return !total.ok || total.value.minor !== totalMinor || totalMinor <= 0;
      });
      const goodsMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
      return (
        lineWrong ||
        totalMinor !== goodsMinor + shippingMinor - discountMinor ||
        [shippingMinor, discountMinor, taxMinor, refundedMinor].some((amount) => amount < 0) ||
        taxMinor >= totalMinor ||
        refundedMinor > totalMinor
      );
    });

    expect(wrong).toEqual([]);
  });

  test('prices single things in whole coins, and goods sold by the hundred finer than that', () => {
    const lines = orders.flatMap(({currency, lines}) => lines.map((line) => ({currency, ...line})));
    const finer = lines.filter(({currency, unitPrice}) => unitPrice.scale !== minorDigits(currency));
    const single = lines.filter(({sku}) => !sku.startsWith('BLK-'));
    const rounded = finer.filter(({unitPrice, quantity}) => (unitPrice.units * quantity) % 10 !== 0);

    expect(new Set(single.map(({currency, unitPrice}) => `${currency} ${unitPrice.scale}`))).toEqual(
      new Set(['CAD 2', 'EUR 2', 'GBP 2', 'JPY 0', 'KRW 0', 'PLN 2', 'SEK 2', 'USD 2']),
    );
    expect(Object.keys(countBy(finer, ({sku}) => sku.slice(0, 4)))).toEqual(['BLK-']);
    expect(finer.every(({currency, unitPrice}) => unitPrice.scale === minorDigits(currency) + 1)).toBe(true);
    expect(rounded.length).toBeGreaterThan(50);
    expect(orders.every(({lines}) => lines.length >= 1 && lines.length <= 5)).toBe(true);
  });

  test('names things in the language of their market', () => {
    const titlesIn = (country: string) =>
      orders.filter((order) => order.shipCountry === country).flatMap(({lines}) => lines);

    expect(
      titlesIn('JP').filter(({title}) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)),
    ).toEqual([]);
    expect(titlesIn('DE').some(({title}) => title.startsWith('Grüner Tee Sencha'))).toBe(true);
    expect(titlesIn('FR').some(({title}) => title.startsWith('Thé vert Sencha'))).toBe(true);
    expect(titlesIn('GB').some(({title}) => title.startsWith('Sencha Green Tea'))).toBe(true);
  });

  test('numbers orders as the channels do; two storefronts both have an order #1001', () => {
    const forms = {
      amazon: /^\d{3}-\d{7}-\d{7}$/,
      ebay: /^\d{2}-\d{5}-\d{5}$/,
      etsy: /^\d{10}$/,
      shopify: /^#\d{4,}$/,
    };
    const formOf = new Map(shop.storefronts.map(({id, channel}) => [id, forms[channel as keyof typeof forms]]));

    expect(orders.filter((order) => !formOf.get(order.storefrontId)?.test(order.channelOrderId))).toEqual([]);
    expect(orders.filter(({channelOrderId}) => channelOrderId === '#1001').length).toBe(2);
    expect(orders.filter((order) => order.id !== orderIdOf(order))).toEqual([]);
    expect(new Set(orders.map(({id}) => id)).size).toBe(demoOrderCount);
  });

  test('comes in order of time, in 18 months that end now', () => {
    const early = orders.filter((order, index) => order.orderedAt < (orders[index - 1]?.orderedAt ?? 0));

    expect(early).toEqual([]);
    expect(localDateAt(orders[0]?.orderedAt ?? monday, berlin)).toBe('2025-05-25');
    expect(orders.at(-1)?.orderedAt).toBeLessThan(monday);
    expect(orders.at(-1)?.orderedAt).toBeGreaterThan(monday - 24 * 3_600_000);
  });

  test('sells more in December than in July, more in the evening than before dawn, and more each year', () => {
    const months = countBy(orders, ({orderedAt}) => new Date(orderedAt).toISOString().slice(0, 7));
    const hours = countBy(
      orders.filter(({shipCountry}) => shipCountry === 'DE'),
      ({orderedAt}) => String(new Date(orderedAt + 3_600_000).getUTCHours()),
    );

    expect(months['2025-12']).toBeGreaterThan(2 * (months['2025-07'] ?? 0));
    expect(months['2025-12']).toBeGreaterThan(months['2026-07'] ?? 0);
    expect(months['2026-10']).toBeGreaterThan(months['2025-10'] ?? 0);
    expect(hours['20']).toBeGreaterThan(4 * (hours['4'] ?? 0));
  });
});

describe.each([
  ['on a Monday night before Black Friday', shop],
  ['on an evening in July', shopOf(2, demoOrderCount, july)],
  ['at the turn of the year', shopOf('three', demoOrderCount, newYear)],
])('the orders of an invented shop seen %s', (_when, {orders, now}) => {
  test('stand in every state, most of them sent, and at least sixty open', () => {
    const share = (status: string) => (countBy(orders, (order) => order.status)[status] ?? 0) / orders.length;
    const open = orders.filter(isOpen);

    expect(shownStatuses.filter((status) => share(status) === 0)).toEqual([]);
    expect(share('returned')).toBeGreaterThan(0.03);
    expect(share('returned')).toBeLessThan(0.05);
    expect(share('cancelled')).toBeGreaterThan(0.012);
    expect(share('cancelled')).toBeLessThan(0.028);
    expect(open.length).toBeGreaterThanOrEqual(60);
    expect(open.length).toBeLessThan(150);
    expect(Math.min(...open.map(({orderedAt}) => orderedAt))).toBeGreaterThan(now - 21 * 24 * 3_600_000);
  });

  test('carry what their state says and nothing from the future', () => {
    const wrong = orders.filter((order) => {
      const {status, orderedAt, shipBy, shippedAt, returnedAt, cancelledAt} = order;
      const sent = status === 'shipped' || status === 'returned';
      return (
        sent !== (shippedAt !== undefined) ||
        sent !== (order.tracking !== undefined) ||
        (status === 'returned') !== (returnedAt !== undefined) ||
        (status === 'cancelled') !== (cancelledAt !== undefined) ||
        (status === 'held') !== (order.heldFrom !== undefined && order.holdReason !== undefined) ||
        (isOpen(order) && order.refundedMinor !== 0) ||
        (status === 'returned' && order.refundedMinor === 0) ||
        shipBy <= orderedAt ||
        [orderedAt, shippedAt, returnedAt, cancelledAt].some(
          (at) => at !== undefined && (at < orderedAt || at >= now),
        ) ||
        (returnedAt ?? Infinity) <= (shippedAt ?? 0)
      );
    });

    expect(wrong).toEqual([]);
  });

  test('are late now and then, before they were sent and after', () => {
    const sentLate = orders.filter(({shippedAt, shipBy}) => shippedAt !== undefined && shippedAt > shipBy);
    const openLate = orders.filter((order) => isOpen(order) && order.shipBy < now);

    expect(sentLate.length).toBeGreaterThan(orders.length * 0.02);
    expect(sentLate.length).toBeLessThan(orders.length * 0.07);
    expect(openLate.length).toBeGreaterThan(0);
  });
});

describe('the invented rates', () => {
  test('quote every currency of an order against the euro, each day of the span', () => {
    const currencies = Object.keys(countBy(orders, ({currency}) => currency)).filter((code) => code !== 'EUR');
    const missing = shop.rateDays.filter(({quotes}) =>
      currencies.some((code) => !quotes.some((quote) => quote.currency === code)),
    );
    const days = new Set<string>(shop.rateDays.map(({id}) => id));

    expect(missing).toEqual([]);
    expect(days.size).toBe(548);
    expect([shop.rateDays[0]?.id, shop.rateDays.at(-1)?.id]).toEqual(['2025-05-25', '2026-11-23']);
    expect(orders.filter(({orderedAt}) => !days.has(localDateAt(orderedAt, berlin)))).toEqual([]);
    expect(new Set(shop.rateDays.map(({base, source}) => `${base} ${source}`))).toEqual(new Set(['EUR invented']));
  });

  test('move from day to day but stay believable', () => {
    const yen = shop.rateDays.map(
      ({quotes}) => quotes.find(({currency}) => (currency as string) === 'JPY')?.units ?? 0,
    );

    expect(new Set(yen).size).toBeGreaterThan(500);
    expect(Math.min(...yen)).toBeGreaterThan(140_000_000);
    expect(Math.max(...yen)).toBeLessThan(200_000_000);
  });
});
