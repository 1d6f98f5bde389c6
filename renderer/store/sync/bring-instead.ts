import {Dexie} from 'dexie';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {JoinPlace} from '#core/sync/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import {DexieStore} from '../dexie-store.ts';
import {answered} from '../idb-transaction.ts';
import {decideFor, layStoreReady} from '../safety/replace-shop.ts';
import type {Shops} from '../shops.ts';
import type {JoinedShop} from './join-shop.ts';

/** Fills an empty store and makes it whole. What was laid by one that was stopped is still there for the next. */
export type Lay = (store: DexieStore) => Promise<Result<JoinedShop> | 'cancelled'>;

/** How a shop was brought: the snapshot that puts back what stood in its place, should anything have. */
export type Brought = Result<{readonly before?: string}> | 'cancelled';

const comingDatabase = 'tradewind-coming';

/** What stands in the place of a shop of one's own. */
export async function joinPlaceIn(shops: Shops): Promise<JoinPlace> {
  if (!(await shops.list()).some(({kind}) => kind === 'own')) return 'free';
  if (shops.isLost('own')) return 'lost';
  const {current} = shops;
  // What is not open here may be lost or older than what was saved: that is found out by opening it.
  if (current?.facts.kind !== 'own') return 'taken';
  const sync = await current.sync?.look();
  if (sync?.state === 'joined') return sync.problem?.code === 'sync.revoked' ? 'left' : 'taken';
  return (await hasNoOrders(current.store)) ? 'empty' : 'taken';
}

/**
 * A shop that comes from elsewhere in the place of one of one's own. It is filled beside it, and only when all of it lies ready and a
 * snapshot tells what stood there, one write decides; until then everything is as it was.
 */
export async function bringInstead(shops: Shops, lay: Lay, now: Instant): Promise<Brought> {
  const outside = await shops.outside;
  if (!outside) return fail('store.no_outside');
  if (shops.current?.safety?.keeps === false) return fail('store.other_window');
  const store = new DexieStore(comingDatabase);
  try {
    const laid = await lay(store);
    if (laid === 'cancelled' || !laid.ok) return laid;
    const ready = await layStoreReady(store, {kind: 'own', disk: outside.disk, now}, {});
    if (ready === 'cancelled' || !ready.ok) return ready;
    const replaced = await shops.replace('own', async (opening) =>
      opening ? decideFor(ready.value, opening, {}) : fail('store.no_outside'),
    );
    if (replaced === 'otherWindow') return fail('store.other_window');
    const {decided, opened} = replaced;
    if (decided === 'cancelled' || !decided.ok) return decided;
    if (!opened.ok) return opened;
    store.close();
    await Dexie.delete(comingDatabase);
    return ok(decided.value);
  } finally {
    store.close();
  }
}

async function hasNoOrders(store: DexieStore): Promise<boolean> {
  const loose = await store.inDatabase('readonly', (transaction) =>
    answered(transaction.objectStore('orders').count()),
  );
  return loose === 0 && (await store.pageHeads('orders', 0, 1)).length === 0;
}
