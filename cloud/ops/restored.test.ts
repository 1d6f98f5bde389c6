import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder, recallOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {business, givenOrder, monday, storefront} from '#core/testing/given.ts';
import {migrate} from '../database/migrate.ts';
import {TestDesk} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';
import {backUp} from './backup.ts';
import {restore} from './restore.ts';

let running: TestMaster | undefined;
let folder = '';
beforeAll(async () => {
  running = await TestMaster.start();
  folder = mkdtempSync(path.join(os.tmpdir(), 'tradewind-restored-'));
}, 60_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, {recursive: true, force: true});
});

const orders = Array.from({length: 6}, (_, at) => givenOrder(String(at)));
const orderId = (at: number): OrderId => must(orders[at], 'an order').id as OrderId;
const hold = (at: number): Call => callOf(holdOrder, {orderId: orderId(at), reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: orderId(at)});
const recall = (at: number): Call => callOf(recallOrder, {orderId: orderId(at)});

async function told(desk: TestDesk, ...calls: readonly Call[]): Promise<void> {
  await desk.do(...calls);
  await desk.push();
  await desk.pull();
}

async function pushAll(desk: TestDesk): Promise<void> {
  const decided = await desk.store.read((tx) => tx.meta('decided'));
  const last = await desk.store.read((tx) => tx.lastOfOutbox());
  if ((last?.n ?? 0) > (decided?.n ?? 0)) await desk.push();
}

test('what was decided after the backup was made comes back to the master from the desks that were told', async () => {
  const master = must(running, 'a master');
  const {pool} = master.database;
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ...orders.map((order) => ['orders', order] as const),
  ]);
  const [b, c] = [
    await new TestDesk(master.url, 'b').join(await a.code()),
    await new TestDesk(master.url, 'c').join(await a.code()),
  ];
  await told(a, hold(0), release(4));
  await told(b, release(1));
  const [layout, file] = [await migrate(pool), path.join(folder, 'backup')];
  await backUp(pool, file, {layout, at: monday});
  await told(a, hold(2), recall(4));
  await told(b, hold(1), release(3));
  await told(c, hold(4));
  await a.pull();
  await a.do(hold(5));

  await restore(pool, file, {layout, at: monday});
  const place = must(await a.store.read((tx) => tx.meta('place')), 'a place');
  const again = (await a.ask(`/log?epoch=${place.epoch}&seq=${place.seq}&hash=${place.hash}`)).text;
  // The one that did nothing before the backup comes first, then both others: their order is another than it was.
  for (const desk of [c, b, a]) {
    await desk.copyAgain();
    await pushAll(desk);
  }
  for (const desk of [a, b, c]) await desk.pull();
  const digest = (await a.ask('/digest')).json as {readonly seq: number; readonly tables: unknown};
  const rows = (await c.rowsOf('orders')) as readonly Order[];
  expect({
    again: (JSON.parse(again) as {readonly t: string}).t,
    seq: digest.seq,
    same: await Promise.all([a, b, c].map((desk) => desk.digest())),
    orders: orders.map(({id}) => rows.find((row) => row.id === id)?.status),
    tray: (await a.rowsOf('trayItems')).length,
  }).toEqual({
    again: 'again',
    seq: 9,
    same: [digest.tables, digest.tables, digest.tables],
    // Of the fourth it was held before it was recalled: the second was refused, and somebody is told.
    orders: ['held', 'held', 'held', 'released', 'held', 'held'],
    tray: 1,
  });
});
