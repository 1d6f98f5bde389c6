import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {FrozenShop, listed} from './testing/frozen-shop.ts';

// What version 5 left on a desk that lives with a master: pages that nobody has looked at have no texts, and the outbox begins with
// a row that says nothing.
const sample = readFileSync(new URL('samples/store-5.json.gz', import.meta.url));
let frozen: FrozenShop;

beforeEach(() => {
  frozen = new FrozenShop();
});
afterEach(() => frozen.close());

const found = {sort: {column: 'number', descending: false}, search: 'many-12'};

test('a search finds orders of pages whose texts nobody has made yet, and makes them', async () => {
  const opened = await frozen.open(sample);
  const pages = (await opened.store.pageHeads('orders', 0, 100)).flatMap(({page, ids}) =>
    ids.map((_, at) => page + at),
  );
  const made = async (): Promise<number> => {
    const texts = await opened.store.pageTexts('orders', pages);
    return texts.filter((one) => one !== undefined).length;
  };
  const before = await made();
  const {rows, total} = await listed(opened, found);
  expect({
    numbers: rows.map((row) => row['number']),
    total,
    before: before < pages.length,
    after: (await made()) === pages.length,
    bugs: frozen.bugs,
  }).toEqual({
    numbers: ['MANY-12', 'MANY-120', 'MANY-121'],
    total: 11,
    before: true,
    after: true,
    bugs: [],
  });
});

test('what waits knows what it has made of its order, and can be told to the master', async () => {
  const {store} = await frozen.open(sample);
  const decided = must(await store.read((tx) => tx.meta('decided')), 'a joined shop');
  const rows = await store.read((tx) => tx.outbox(decided.n, 10));
  const push = must(await nextPush(store, {after: 0, savedN: 1_000}), 'two changes that wait');
  expect({
    became: rows.map((row) => 'bytes' in row && row.before?.map((one) => one.became)),
    waiting: push.mutations.map((text) => (JSON.parse(text) as {readonly name: string}).name),
    all: (await store.read((tx) => tx.outbox(0, 100))).every(({n}) => n > 0),
  }).toMatchInlineSnapshot(`
    {
      "all": true,
      "became": [
        [
          {
            "id": "9l_FSpNU6MIV",
            "set": {
              "heldFrom": "paid",
              "holdReason": "stock",
              "status": "held",
            },
          },
        ],
        [
          {
            "gone": [
              "heldFrom",
              "holdReason",
            ],
            "id": "9l_FSpNU6MIV",
            "set": {
              "status": "paid",
            },
          },
        ],
      ],
      "waiting": [
        "orders.hold",
        "orders.resume",
      ],
    }
  `);
});
