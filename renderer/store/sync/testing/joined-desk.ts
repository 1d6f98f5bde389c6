import {vi} from 'vitest';
import {beginning} from '#core/journal/entry.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import type {Order} from '#core/orders/schema.ts';
import type {Row, TableName} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {SyncState} from '#core/sync/messages.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../../database-name.ts';
import {DexieStore} from '../../dexie-store.ts';
import {ADesk, now} from '../../safety/testing/a-desk.ts';
import {MemoryLocks} from '../../safety/testing/memory-locks.ts';
import {newShopKey, webVault} from '../../web-vault.ts';
import {type MasterInProcess, masterUrl, shopId} from './master-in-process.ts';

export type Rows = readonly (readonly [TableName, Row])[];

export const shopKey = newShopKey();

/** A business, a storefront and three orders whose buyers are sealed under the shop's key. */
export async function givenRows(): Promise<{readonly rows: Rows; readonly orders: readonly Order[]}> {
  const vault = await webVault(shopKey);
  const buyer = {shipTo: {name: 'Anna', street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'}};
  const orders: Order[] = [];
  for (const id of ['1', '2', '3']) orders.push(givenOrder(id, {buyer: await vault.seal(buyer)}));
  const rows: Rows = [
    ['businesses', business],
    ['storefronts', storefront],
    ...orders.map((order) => ['orders', order] as const),
  ];
  return {rows, orders};
}

/**
 * One desk of a shop that lives with a master, on its own disk. Two desks in one process have shops of two kinds: else they would
 * share a database.
 */
export class JoinedDesk {
  readonly kind: ShopKind;
  readonly disk = new MemoryDisk();
  readonly locks = new MemoryLocks();
  readonly #master: MasterInProcess;
  readonly windows: ADesk[] = [];
  state: SyncState | undefined;

  constructor(kind: ShopKind, master: MasterInProcess) {
    this.kind = kind;
    this.#master = master;
  }

  /** Lays a store that has these rows of the master, and opens it. */
  static async join(
    kind: ShopKind,
    master: MasterInProcess,
    {rows, place}: {readonly rows: Rows; readonly place: LogPlace},
  ) {
    const desk = new JoinedDesk(kind, master);
    const store = new DexieStore(databaseOf(kind));
    await store.write(async (tx) => {
      for (const [table, row] of rows) await tx.put(table, row as never);
      await tx.setMeta('shopKey', shopKey);
      await tx.setMeta('shop', {kind, madeAt: now, whole: true});
      await tx.setMeta('lines', [{replica: `desk-${kind}`.padEnd(12, '-'), inc: 'first-------', from: 0}]);
      await tx.setMeta('place', place);
      await tx.setMeta('decided', beginning);
      await tx.setMeta('master', {
        url: masterUrl,
        shopId,
        token: 'T'.repeat(43),
        key: 'K'.repeat(43),
        privateKey: new Uint8Array(),
      });
    });
    store.close();
    await desk.open();
    return desk;
  }

  /** One more window of this desk. */
  async open(): Promise<ADesk> {
    const sync = {
      network: this.#master.network,
      tell: (state: SyncState) => (this.state = state),
    };
    const window = new ADesk(this.disk, {locks: this.locks, sync});
    this.windows.push(window);
    await window.shops.open(this.kind);
    return window;
  }

  get window(): ADesk {
    return must(this.windows.at(-1), 'an open window');
  }

  get store(): DexieStore {
    return must(this.window.shops.current, 'an open shop').store;
  }

  get bugs(): readonly unknown[] {
    return this.windows.flatMap(({bugs}) => bugs);
  }

  hurry(): void {
    for (const {shops} of this.windows) shops.current?.sync?.hurry();
  }

  async quit(): Promise<void> {
    for (const window of this.windows.splice(0)) await window.quit();
  }

  /** Until nothing of this desk waits, and it stands where the log of the master ends. */
  async settled(): Promise<void> {
    await vi.waitUntil(async () => {
      const head = await this.#master.store.head(shopId);
      const {place, decided, last} = await this.store.read(async (tx) => ({
        place: await tx.meta('place'),
        decided: await tx.meta('decided'),
        last: await tx.lastOfOutbox(),
      }));
      return place?.seq === head?.seq && (last?.n ?? 0) <= (decided?.n ?? 0);
    }, 10_000);
  }
}

/** What orders have become, and what lies in the tray. */
export async function seen(store: DexieStore | undefined, orders: readonly Order[]): Promise<unknown> {
  return must(store, 'a store').read(async (tx) => ({
    orders: (
      await tx.getMany(
        'orders',
        orders.map(({id}) => id),
      )
    ).map((order) => order?.status),
    tray: (await tx.range('trayItems', {limit: 10})).map(({kind, name, by}) => [kind, name, by.n]),
  }));
}
