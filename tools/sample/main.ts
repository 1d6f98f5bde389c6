// Writes what a small demo shop looks like in IndexedDB today to `renderer/store/samples`, for the tests of the versions to
// come: they must open it as it is. Run once for each number of the layout: npx tsx tools/sample/main.ts
import {existsSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {productIdOf} from '#core/catalog/product-id.ts';
import {buyerIdOf} from '#core/customers/buyer-name.ts';
import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import {typeRate} from '#core/insights/rates/mutators.ts';
import type {OrderDraft} from '#core/intake/draft.ts';
import {orderToKeep, sealOrders} from '#core/intake/kept-order.ts';
import {beginImport, endImport, importOrders, rememberChoice} from '#core/intake/mutators.ts';
import {packDraft} from '#core/intake/packed-source.ts';
import {planCounts, planImport} from '#core/intake/plan.ts';
import {idFromName} from '#core/lib/id.ts';
import {assert, must} from '#core/lib/assert.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {holdOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {OrderStatus} from '#core/orders/schema.ts';
import {registry} from '#core/registry.ts';
import {storeVersion} from '#core/schema.ts';
import {createStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {Replica, headOf} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {DexieStore} from '../../renderer/store/dexie-store.ts';
import {answered} from '../../renderer/store/idb-transaction.ts';
import {databaseOf} from '../../renderer/store/database-name.ts';
import type {Shop} from '../../renderer/store/shop.ts';
import {Shops} from '../../renderer/store/shops.ts';
import {freeze} from '../../renderer/store/testing/frozen-store.ts';
import {emptyDesk} from '../../renderer/store/testing/in-process.ts';

const file = fileURLToPath(new URL(`../../renderer/store/samples/store-${storeVersion}.json.gz`, import.meta.url));
// More than one page of closed orders, and small enough to lie in the repository.
const wish = {seed: 'sample', orderCount: 330, now: Date.UTC(2026, 10, 23, 2, 38) as Instant};

assert(!existsSync(file), 'a sample is frozen: a new layout gets a new number');
const factory = emptyDesk();
const shops = new Shops({
  report: (error) => {
    throw error;
  },
  changed: () => undefined,
  replaced: () => undefined,
  safety: () => undefined,
  recovery: () => undefined,
  unreadable: () => undefined,
  now: () => wish.now,
});
await shops.makeDemo(wish, {tell: () => undefined, cancelled: () => false});
const shop = must(shops.current, 'a demo shop that was just made');
const outcomes = await shop.engine.mutate(changes(), {at: wish.now, batch: 'sample'});
assert(
  outcomes.every(({ok}) => ok),
  'changes that an order at its beginning allows',
);
await returnOneFromAPage();
await bringOneIn(shop);
await bringManyIn(shop);
await shop.close();
await joinAMaster();

const db = await answered(factory.open(databaseOf('demo')));
const frozen = gzipSync(JSON.stringify(await freeze(db)), {level: 9});
writeFileSync(file, frozen);
console.log(`${file}: ${frozen.length} bytes`);
process.exit();

/** A change of an order that lies in a page, as one that comes from elsewhere leaves it. */
async function returnOneFromAPage(): Promise<void> {
  const store = new DexieStore(databaseOf('demo'));
  const {id} = firstThatIs('shipped');
  await store.write(async (tx) => {
    const order = must(await tx.get('orders', id), 'an order of the demo shop');
    await tx.put('orders', {...order, status: 'returned', returnedAt: wish.now, refundedMinor: order.totalMinor});
  });
  store.close();
}

/**
 * The shop lives with a master from here on: what is done waits and remembers what it found, an order of a page was forgotten and
 * is there no more, and a change lies in the tray.
 */
async function joinAMaster(): Promise<void> {
  const store = new DexieStore(databaseOf('demo'));
  const origin = {replica: 'sample-desk-', inc: 'sample-store'};
  const {id: forgotten} = lastThatIs('shipped');
  await store.write(async (tx) => {
    const decided = await headOf(tx);
    await tx.setMeta('lines', [{...origin, from: decided.n}]);
    await tx.setMeta('place', {epoch: 1, seq: 3, hash: decided.hash});
    await tx.setMeta('decided', decided);
    await tx.letGo(decided.n);
    await tx.forget('orders', forgotten);
    await tx.put('trayItems', {
      id: idFromName('trayItem', origin.replica, origin.inc, '1'),
      kind: 'refused',
      by: {...origin, n: 1},
      name: 'orders.hold',
      version: 1,
      args: JSON.stringify({orderId: forgotten, reason: 'stock'}),
      at: wish.now,
      decidedAt: wish.now,
      fault: JSON.stringify({code: 'orders.not_found', values: {}}),
    });
  });
  const waiting = [
    callOf(holdOrder, {orderId: lastThatIs('paid').id, reason: 'stock'}),
    callOf(releaseOrder, {orderId: forgotten}),
    callOf(resumeOrder, {orderId: lastThatIs('paid').id}),
  ];
  const replica = new Replica(store, registry.mutators);
  const done = await replica.mutate(waiting, {at: wish.now}, () => undefined);
  assert(
    done.map(({ok}) => ok).join() === 'true,false,true',
    'two changes that wait, and one of an order that is not there',
  );
  store.close();
}

/** An import of one order, a rate that somebody typed, and a header that is remembered. */
async function bringOneIn({engine, vault}: Shop): Promise<void> {
  const storefront = must(demoShop(wish).storefronts[0], 'a storefront');
  const draft: OrderDraft = {
    channelOrderId: 'SAMPLE-1',
    status: 'shipped',
    orderedAt: wish.now,
    currency: storefront.currency,
    lines: [{row: 2, sku: 'TEA-1', title: 'Sample tea', quantity: 2, totalMinor: 1250}],
    money: {shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 1250, refundedMinor: 0},
    buyer: {email: 'ida@example.com'},
    source: [{row: 2, cells: ['SAMPLE-1', 'TEA-1', '2', '12.50']}],
  };
  const importId = idFromName('import', 'sample');
  const plan = planImport({
    storefront,
    drafts: [{file: 'a', fileId: 'sample', draft: packDraft(draft)}],
    existing: new Map(),
    at: wish.now,
  });
  const kept = plan.orders.flatMap((planned) => orderToKeep(planned, {}, importId) ?? []);
  const sealed = await sealOrders(vault, kept);
  const products = [{id: productIdOf('TEA-1'), sku: 'TEA-1', title: 'Sample tea'}];
  const buyers = [{id: buyerIdOf(await vault.digest('sample')), contact: await vault.seal({email: 'ida@example.com'})}];
  const eur = 'EUR' as CurrencyCode;
  const typed = {day: '2026-11-22' as LocalDate, base: eur, currency: 'USD' as CurrencyCode, units: 11, scale: 1};
  const done = await engine.mutate(
    [
      callOf(beginImport, {importId, files: [], counts: planCounts(plan.orders)}),
      callOf(importOrders, {importId, step: 0, ...sealed, products, buyers}),
      callOf(endImport, {importId, status: 'kept'}),
      callOf(rememberChoice, {id: 'A'.repeat(22), format: 'etsy-orders', storefrontId: storefront.id}),
      callOf(typeRate, typed),
    ],
    {at: wish.now, batch: 'sample'},
  );
  assert(
    done.every(({ok}) => ok),
    'an import that nothing stands in the way of',
  );
}

/** An import of so many orders that they rest as a page, whose sources lie in one envelope; one of them is held. */
async function bringManyIn({engine, vault}: Shop): Promise<void> {
  const storefront = must(demoShop(wish).storefronts[0], 'a storefront');
  const drafts = Array.from({length: 130}, (_, at): OrderDraft => {
    const channelOrderId = `MANY-${at}`;
    return {
      channelOrderId,
      status: 'paid',
      orderedAt: wish.now,
      currency: storefront.currency,
      lines: [{row: at + 2, sku: 'TEA-1', title: 'Sample tea', quantity: 1, totalMinor: 625}],
      money: {shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 625, refundedMinor: 0},
      buyer: {handle: `buyer ${at}`},
      source: [{row: at + 2, cells: [channelOrderId, 'TEA-1', '1', '6.25']}],
    };
  });
  const importId = idFromName('import', 'many');
  const plan = planImport({
    storefront,
    drafts: drafts.map((draft) => ({file: 'b', fileId: 'many', draft: packDraft(draft)})),
    existing: new Map(),
    at: wish.now,
  });
  const kept = plan.orders.flatMap((planned) => orderToKeep(planned, {}, importId) ?? []);
  const sealed = await sealOrders(vault, kept);
  const done = await engine.mutate(
    [
      callOf(beginImport, {importId, files: [], counts: planCounts(plan.orders)}),
      callOf(importOrders, {importId, step: 0, ...sealed, products: [], buyers: []}),
      callOf(endImport, {importId, status: 'kept'}),
      callOf(holdOrder, {orderId: must(kept[7], 'one of many').orderId, reason: 'stock'}),
    ],
    {at: wish.now, batch: 'many'},
  );
  assert(
    done.every(({ok}) => ok),
    'an import that nothing stands in the way of',
  );
}

function firstThatIs(status: OrderStatus): DemoOrder {
  const orders = [...demoShop(wish).batches()].flat();
  return must(
    orders.find((order) => order.status === status),
    `an order that is ${status}`,
  );
}

function lastThatIs(status: OrderStatus): DemoOrder {
  const orders = [...demoShop(wish).batches()].flat();
  return must(
    orders.findLast((order) => order.status === status),
    `an order that is ${status}`,
  );
}

/** Two holds, a release and a new storefront, to stand in the outbox. */
function changes(): readonly Call[] {
  const [released, paid] = [firstThatIs('released').id, firstThatIs('paid').id];
  return [
    callOf(holdOrder, {orderId: released, reason: 'fraud'}),
    callOf(releaseOrder, {orderId: paid}),
    callOf(holdOrder, {orderId: paid, reason: 'address'}),
    callOf(createStorefront, {
      id: idFromName('storefront', 'sample'),
      businessId: must(demoShop(wish).businesses[0], 'a business').id,
      channel: 'other',
      name: 'Market stall',
      currency: 'EUR' as CurrencyCode,
    }),
  ];
}
