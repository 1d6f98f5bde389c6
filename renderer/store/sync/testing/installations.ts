import {vi} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {holdOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {Store} from '#core/sync/store.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {packPages} from '../../pages.ts';
import {MemoryLocks} from '../../safety/testing/memory-locks.ts';
import type {Shop} from '../../shop.ts';
import {type APage, aPage} from '../../storage/testing/a-page.ts';
import {confirmedRows} from '../confirmed-rows.ts';
import {setupCode} from './door-in-process.ts';
import {MasterInProcess, masterUrl} from './master-in-process.ts';

export const shipTo = {name: 'Anna Müller', street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'};
export const wish = {url: masterUrl, setupCode, deskName: 'Front desk'};

/** Several installations in one process around one master: each has databases, a disk and locks of its own. */
export class Installations {
  readonly master = new MasterInProcess();
  readonly pages: APage[] = [];

  /** One more window, of a new installation or of one that has been. */
  window(disk = new MemoryDisk(), locks = new MemoryLocks()): APage {
    const page = aPage(disk, {network: this.master.network, locks});
    this.pages.push(page);
    return page;
  }

  get bugs(): readonly string[] {
    return this.pages.flatMap(({worker}) => worker.bugs);
  }

  async close(): Promise<void> {
    for (const page of this.pages) await page.close();
  }

  /** Until nothing of these desks waits, and they stand where the log of the master ends. */
  async caughtUp(...desks: readonly APage[]): Promise<void> {
    for (const desk of desks) {
      await vi.waitUntil(async () => {
        const state = await desk.get('sync.look', null);
        // It may be closed meanwhile, to be opened again over what has come.
        if (!desk.worker.shops.current) return false;
        const head = await this.master.store.head(await shopIdOf(desk));
        return state.state === 'joined' && state.pending === 0 && state.place.seq === head?.seq && !state.joining;
      }, 10_000);
    }
  }

  /** Every row of a desk, and of the master, as text. */
  async everything(page: APage): Promise<readonly [string, string]> {
    const own = await confirmedText(page);
    const store = must(this.master.store.rowsOf(await shopIdOf(page)), 'the shop at the master');
    const theirs = (await rowsIn(store)).map(([table, row]) => `${table}/${row.id} ${canonical(row)}`);
    return [own, theirs.toSorted().join('\n')];
  }
}

export function shopOf(page: APage): Shop {
  return must(page.worker.shops.current, 'an open shop');
}

/** A shop of 300 shipped orders in pages and three paid ones above them. */
export async function shopWithHistory(page: APage): Promise<readonly Order[]> {
  await page.get('shops.begin', null);
  await page.get('data.mutate', {calls: [callOf(createBusiness, business), callOf(createStorefront, storefront)]});
  const {store, vault} = shopOf(page);
  const order = async (number: number, changes: Partial<Order>): Promise<Order> => {
    const buyer: Sealed<Buyer> = await vault.seal({shipTo: {...shipTo, name: `Buyer ${number}`}});
    return givenOrder(String(number), {buyer, ...changes});
  };
  const old = await Promise.all(Array.from({length: 300}, (_, at) => order(1_000 + at, {status: 'shipped'})));
  const opened = await Promise.all(old.map(async (row) => ({row, personal: await vault.open(row.buyer)})));
  await store.putPages('orders', await packPages('orders', 0, opened, vault));
  const open = await Promise.all([1, 2, 3].map((number) => order(number, {})));
  await store.write(async (tx) => {
    for (const row of open) await tx.put('orders', row);
  });
  return [...open, ...old];
}

export const hold = (order: Order | undefined): Call =>
  callOf(holdOrder, {orderId: order?.id as OrderId, reason: 'stock'});
export const release = (order: Order | undefined): Call => callOf(releaseOrder, {orderId: order?.id as OrderId});

export async function shopIdOf(page: APage): Promise<string> {
  return must(await shopOf(page).store.read((tx) => tx.meta('master')), 'a shop with a master').shopId;
}

async function confirmedText(page: APage): Promise<string> {
  const own: string[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const rows = await confirmedRows(shopOf(page).store, table);
    own.push(...rows.map(({id, text}) => `${table}/${id} ${text}`));
  }
  return own.toSorted().join('\n');
}

export async function rowsIn(store: Store): Promise<readonly (readonly [TableName, Row])[]> {
  const rows: (readonly [TableName, Row])[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const {added} = await store.looseRows(table);
    for (const row of added) rows.push([table, row]);
  }
  return rows;
}

/** A code that lets one more desk in. */
export async function codeAt(page: APage): Promise<string> {
  const made = await page.get('sync.code', {minutes: 10});
  return must(made.ok ? made.value.code : undefined, 'a code');
}
