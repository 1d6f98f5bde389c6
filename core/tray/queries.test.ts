import {expect, test, vi} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {createOrder} from '../orders/manual-mutators.ts';
import {holdOrder} from '../orders/mutators.ts';
import {changeBusiness, createStorefront, removeStorefront} from '../storefronts/mutators.ts';
import type {Query} from '../sync/define.ts';
import {callOf} from '../sync/define.ts';
import {business, givenOrder, storefront} from '../testing/given.ts';
import {givenTrayItem} from '../testing/given-tray.ts';
import {Window, givenStore} from '../testing/shop-in-memory.ts';
import {trayCount, trayInFull, trayItemWhole, trayShownMax} from './queries.ts';
import type {TrayItem} from './schema.ts';

const order = givenOrder('1001');
const gone = givenOrder('1002');

async function givenTray(items: readonly TrayItem[]) {
  const store = await givenStore({loose: [order]});
  await store.write(async (tx) => {
    for (const item of items) await tx.put('trayItems', item);
  });
  const {engine} = new Window(store);
  return async <Args, Answer>(query: Query<Args, Answer>, args: Args): Promise<Answer> => {
    const told: Answer[] = [];
    engine.watchQuery(query.name, args, (answer) => told.push(answer as Answer));
    await vi.waitUntil(() => told.length > 0, 10_000);
    return told[0] as Answer;
  };
}

test('the newest decision comes first, beside what is there now of what it is about', async () => {
  const namesake = {...storefront, id: idFromName('storefront', 'another')};
  const ask = await givenTray([
    givenTrayItem(1, callOf(holdOrder, {orderId: order.id, reason: 'stock'})),
    givenTrayItem(2, callOf(holdOrder, {orderId: gone.id, reason: 'stock'})),
    givenTrayItem(3, callOf(changeBusiness, {...business, name: 'Another'})),
    givenTrayItem(4, callOf(createStorefront, namesake)),
    givenTrayItem(5, callOf(removeStorefront, {storefrontId: namesake.id})),
    givenTrayItem(6, {name: 'wares.weigh', args: {grams: 3}}, {kind: 'parked'}),
  ]);
  const {count, items} = await ask(trayInFull, {});
  expect({count, now: items.map(({by, now}) => [by.n, now])}).toEqual({
    count: 6,
    now: [
      [6, {}],
      [5, {storefront: null}],
      [4, {storefront}],
      [3, {business}],
      [2, {order: null}],
      [1, {order}],
    ],
  });
});

test('a tray that is very full shows the newest and counts all', async () => {
  const items = Array.from({length: trayShownMax + 3}, (_, n) =>
    givenTrayItem(n + 1, callOf(holdOrder, {orderId: order.id, reason: 'stock'})),
  );
  const ask = await givenTray(items);
  const shown = await ask(trayInFull, {});
  expect([shown.count, await ask(trayCount, {}), shown.items.length, shown.items.at(-1)?.by.n]).toEqual([
    trayShownMax + 3,
    trayShownMax + 3,
    trayShownMax,
    4,
  ]);
});

test('arguments that nobody could read are left out, and are there for whoever does the change again', async () => {
  const long = givenTrayItem(1, {name: createOrder.name, args: {orderId: order.id, much: 'x'.repeat(200_000)}});
  const ask = await givenTray([long]);
  const [shown] = (await ask(trayInFull, {})).items;
  expect([shown?.args, shown?.now, await ask(trayItemWhole, {trayItemId: long.id})]).toEqual([undefined, {}, long]);
});
