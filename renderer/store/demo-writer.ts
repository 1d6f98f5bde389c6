import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import type {Vault} from '#core/lib/sealed.ts';
import {openStatuses} from '#core/orders/order.ts';
import type {Order} from '#core/orders/schema.ts';
import {pagesPerHead, rowsPerPage} from '#core/sync/page.ts';
import type {Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {type Opened, packPages} from './pages.ts';

export interface DemoWish {
  readonly seed: string;
  readonly orderCount: number;
  readonly now: Instant;
}

export interface Progress {
  readonly tell: (done: number, total: number) => void;
  /** Asked between batches; true ends the writing early. */
  readonly cancelled: () => boolean;
}

const rowsPerHead = rowsPerPage * pagesPerHead;

/**
 * Fills an empty store as a snapshot would: open work as rows, closed orders in pages. Answers false if it was cancelled;
 * what has been written by then is of no use.
 */
export async function writeDemo(store: Store, vault: Vault, wish: DemoWish, progress: Progress): Promise<boolean> {
  const shop = demoShop(wish);
  await writeSmallTables(store, vault, shop);

  const closed: Opened[] = [];
  let page = 0;
  let done = 0;
  const packClosed = async (): Promise<void> => {
    await store.putPages('orders', await packPages('orders', page, closed.splice(0, rowsPerHead), vault));
    page += pagesPerHead;
  };

  for (const batch of shop.batches()) {
    if (progress.cancelled()) return false;

    const sealed = await Promise.all(batch.map((order) => sealOrder(order, vault)));
    closed.push(...sealed.filter(({row}) => !openStatuses.includes(row.status)));
    await writeOpen(store, sealed);
    if (closed.length >= rowsPerHead) await packClosed();
    done += batch.length;
    progress.tell(done, wish.orderCount);
  }
  if (closed.length > 0) await packClosed();
  return !progress.cancelled();
}

async function writeSmallTables(store: Store, vault: Vault, shop: ReturnType<typeof demoShop>): Promise<void> {
  const businesses = await Promise.all(
    shop.businesses.map(async ({sender, ...business}) => ({...business, sender: await vault.seal(sender)})),
  );
  await store.write(async (tx) => {
    for (const business of businesses) await tx.put('businesses', business);
    for (const storefront of shop.storefronts) await tx.put('storefronts', storefront);
    for (const day of shop.rateDays) await tx.put('rateDays', day);
  });
}

async function sealOrder(
  {buyer, ...order}: DemoOrder,
  vault: Vault,
): Promise<{readonly row: Order; readonly personal: DemoOrder['buyer']}> {
  return {row: {...order, buyer: await vault.seal(buyer)}, personal: buyer};
}

async function writeOpen(store: Store, orders: readonly {readonly row: Order}[]): Promise<void> {
  const open = orders.filter(({row}) => openStatuses.includes(row.status));
  if (open.length === 0) return;
  await store.write(async (tx) => {
    for (const {row} of open) await tx.put('orders', row);
  });
}
