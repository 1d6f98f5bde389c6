import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {ListAnswer, ListRow} from '#core/data/list-view.ts';
import {type SalesByDay, salesByDay} from '#core/insights/sales-by-day.ts';
import {must} from '#core/lib/assert.ts';
import {idFromName} from '#core/lib/id.ts';
import {resumeOrder} from '#core/orders/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {callOf} from '#core/sync/define.ts';
import {journalledOf} from '#core/sync/replica.ts';
import {DexieStore} from './dexie-store.ts';
import {databaseOf} from './database-name.ts';
import type {FrozenStore} from './testing/frozen-store.ts';
import {FrozenShop, listed, now} from './testing/frozen-shop.ts';

// What version 1 left on a desk.
const sample = readFileSync(new URL('samples/store-1.json.gz', import.meta.url));
let frozen: FrozenShop;

beforeEach(() => {
  frozen = new FrozenShop();
});
afterEach(() => frozen.close());

const newestFirst = {sort: {column: 'orderedAt', descending: true}};

test('a store of version 1 opens as it was left: rows, counts and what the search finds', async () => {
  const opened = await frozen.open(sample);
  const newest = await listed(opened, newestFirst, {groups: ['status', 'currency']});
  const found = await listed(opened, {...newestFirst, search: 'oolong'});
  const oldest = await listed(opened, newestFirst, {window: {from: newest.total - 1, to: newest.total}});
  const late = await listed(opened, {...newestFirst, where: [{column: 'status', oneOf: ['returned']}]});
  expect(opened.facts).toEqual({kind: 'demo', madeAt: now, whole: true, orderCount: 330});
  expect({total: newest.total, groups: newest.groups}).toMatchInlineSnapshot(`
    {
      "groups": {
        "currency": {
          "CAD": 19,
          "EUR": 168,
          "GBP": 41,
          "JPY": 25,
          "KRW": 7,
          "PLN": 2,
          "SEK": 7,
          "USD": 61,
        },
        "status": {
          "cancelled": 5,
          "held": 3,
          "new": 1,
          "paid": 3,
          "returned": 15,
          "shipped": 303,
        },
      },
      "total": 330,
    }
  `);
  expect([newest, oldest, found, late].map(({rows}) => rows.map(written))).toMatchInlineSnapshot(`
    [
      [
        "utOfTB0mjOST | 503-4075325-9598432 | new | 𠮷田 拓海 | 渋谷区 | 煎茶 250 g · アッサム紅茶 250 g | 12020 | JPY | 0 | ",
        "9l_FSpNU6MIV | 302-1310712-1836513 | paid | Gerlinde Ebnöther | Innsbruck | Notizbuch A5, 160 Seiten, liniert | 3870 | EUR | 0 | ",
        "sJGNvKdOnzZ3 | 12-97236-33865 | paid | Björn Kühnlein | Lübeck | Pinselstift, moosgrün | 906 | EUR | 0 | ",
      ],
      [
        "ZK4Nmcrj6woQ | 302-6294513-6852105 | returned | Thorben Rößner | Lübeck | Briefset, 12 Blatt, Kranich | 1600 | EUR | 1600 | 00340434455512431185",
      ],
      [
        "NWZVSe-LO-YH | 302-4730569-2393801 | shipped | Anneliese Wäldchen | Köln | Hōjicha, geröstet, 250 g · Oolong, leicht gerollt, 50 g | 4400 | EUR | 0 | 00340434951352733286",
        "DXG7lN7SMwDa | #1057 | shipped | Joris Baeckelandt | Antwerpen | Papier cadeau, 3 feuilles, Grue · Porte-encens, indigo · Ruban washi, 10 m, Neige · Oolong légèrement roulé, 100 g | 5300 | EUR | 0 | 00340434452446916269",
        "M7li6FGd2W0J | #1025 | shipped | 鄭穎彤 | 中環 | Oolong, Lightly Rolled, 100 g | 5497 | USD | 0 | 4238952222",
      ],
      [
        "c40XeouiQ4dT | 302-3605620-6213462 | returned | Anneliese Böttcher | Würzburg | Taschenheft A6, gepunktet | 1340 | EUR | 1340 | 00340434961273627700",
        "0uWiBCkIWA4B | #1058 | returned | Michèle Hoogeveen | Utrecht | Notebook A5, 160 pages, grid · Side-Handle Teapot, 300 ml, sand · Perpetual Calendar, Pebbles · Letter Set, 12 Sheets, Fern | 10390 | EUR | 5195 | 00340434053120546224",
        "7OVQGWxHLqdV | #1026 | returned | Talia Pappas | Sydney | Fountain Pen Ink, 30 ml, black · Small Plate, Ø 15 cm, celadon | 5447 | USD | 5447 | 9552070080",
      ],
    ]
  `);
  expect(frozen.bugs).toEqual([]);
});

/** A row on one line, with its numbers as they are. */
function written({id, number, status, buyer, city, items, total, currency, refunded, tracking}: ListRow): string {
  return [id, number, status, buyer, city, items, total, currency, refunded, tracking].join(' | ');
}

test('its sales are what they were, to the cent', async () => {
  const {engine} = await frozen.open(sample);
  const businessId = idFromName('business', 'demo', 'sample');
  let told: SalesByDay | undefined;
  engine.watchSummary(salesByDay.name, {businessId, from: '2025-01-01', below: '2027-01-01'}, (answer) => {
    told = answer as SalesByDay;
  });
  const {days, ...rest} = await vi.waitUntil(() => told, 10_000);
  const busiest = days.toSorted((a, b) => b.soldMinor - a.soldMinor)[0];
  expect({busiest, ...rest}).toMatchInlineSnapshot(`
    {
      "busiest": {
        "day": "2026-01-11",
        "netMinor": 27520,
        "orders": 1,
        "refundedMinor": 0,
        "soldMinor": 27520,
      },
      "currency": "EUR",
      "notConverted": [],
      "reach": {
        "first": "2025-05-25",
        "last": "2026-11-21",
      },
      "sources": [
        "invented",
      ],
      "total": {
        "netMinor": 1389391,
        "orders": 324,
        "refundedMinor": 60366,
        "soldMinor": 1449757,
      },
      "withoutAmounts": 0,
    }
  `);
});

test('its business, its storefronts and its sealed sender are read', async () => {
  const {engine, vault} = await frozen.open(sample);
  let told: Awaited<ReturnType<typeof businessesInFull.run>> | undefined;
  engine.watchQuery(businessesInFull.name, {}, (answer) => {
    told = answer as typeof told;
  });
  const {businesses, storefronts} = await vi.waitUntil(() => told, 10_000);
  const sender = must(businesses[0]?.sender, 'a sealed sender');
  expect({
    business: {...businesses[0], sender: await vault.open(sender)},
    storefronts: storefronts.map(({name, channel, currency}) => `${name}, ${channel}, ${currency}`),
  }).toMatchInlineSnapshot(`
    {
      "business": {
        "dayStartsAtHour": 0,
        "id": "kztufciTXQee",
        "name": "Kranich & Kiesel",
        "reportingCurrency": "EUR",
        "sender": {
          "city": "Berlin",
          "company": "Kranich & Kiesel Tee und Papier GmbH",
          "country": "DE",
          "extra": "Hof 2, Aufgang C",
          "name": "Kranich & Kiesel",
          "postalCode": "10999",
          "street": "Kiesgrubenweg 17",
        },
        "zone": "Europe/Berlin",
      },
      "storefronts": [
        "Etsy, etsy, EUR",
        "kranich-kiesel.example, shopify, EUR",
        "Market stall, other, EUR",
        "eBay USA, ebay, USD",
        "Amazon.de, amazon, EUR",
        "Kranich & Kiesel Pacific, shopify, USD",
        "Amazon.co.uk, amazon, GBP",
        "Amazon.co.jp, amazon, JPY",
        "eBay Deutschland, ebay, EUR",
      ],
    }
  `);
});

test('what waited to be sent still waits, and the next change takes the next number', async () => {
  const opened = await frozen.open(sample);
  const store = new DexieStore(databaseOf('demo'));
  const waiting = await store.read((tx) => tx.outbox(0, 100));
  expect(waiting).toMatchInlineSnapshot(`
    [
      {
        "args": {
          "orderId": "CYXkIX6qFYeZ",
          "reason": "fraud",
        },
        "at": 1795401480000,
        "batch": "sample",
        "n": 1,
        "name": "orders.hold",
        "version": 1,
      },
      {
        "args": {
          "orderId": "z8kQ571uo1On",
        },
        "at": 1795401480000,
        "batch": "sample",
        "n": 2,
        "name": "orders.release",
        "version": 1,
      },
      {
        "args": {
          "orderId": "z8kQ571uo1On",
          "reason": "address",
        },
        "at": 1795401480000,
        "batch": "sample",
        "n": 3,
        "name": "orders.hold",
        "version": 1,
      },
      {
        "args": {
          "businessId": "kztufciTXQee",
          "channel": "other",
          "currency": "EUR",
          "id": "S4I-Eb0jW0f1",
          "name": "Market stall",
        },
        "at": 1795401480000,
        "batch": "sample",
        "n": 4,
        "name": "storefronts.create",
        "version": 1,
      },
    ]
  `);

  const [held] = (await listed(opened, heldOrders)).rows;
  const orderId = must(held?.['id'], 'a held order') as Parameters<typeof resumeOrder.run>[1]['orderId'];
  const outcomes = await opened.engine.mutate([callOf(resumeOrder, {orderId})], {at: now});
  const left = await store.read((tx) => tx.outbox(waiting.length, 100));
  store.close();
  expect([outcomes[0]?.ok, left.map(journalledOf).map(({n, name}) => [n, name])]).toEqual([
    true,
    [[5, 'orders.resume']],
  ]);
});

const heldOrders = {
  where: [{column: 'status', oneOf: ['held']}],
  sort: {column: 'number', descending: false},
};

test('with another key nothing personal is read, and that is told', async () => {
  const opened = await frozen.open(sample, (one) => ({...one, stores: one.stores.map(withOtherKey)}));
  const told: ListAnswer[] = [];
  const question = {view: 'orders.list', query: newestFirst, window: {from: 0, to: 3}};
  opened.engine.watchList(question, (answer) => told.push(answer));
  await vi.waitUntil(() => frozen.bugs.length > 0, 10_000);
  expect([told, [...new Set(frozen.bugs.map((bug) => bug instanceof Error && bug.name))]]).toEqual([
    [],
    ['OperationError'],
  ]);
});

function withOtherKey(store: FrozenStore['stores'][number]): FrozenStore['stores'][number] {
  if (store.name !== 'meta') return store;
  const rows = store.rows.map((row) => (row.key === 'shopKey' ? {...row, value: {$Uint8Array: 'A'.repeat(43)}} : row));
  return {...store, rows};
}
