import {Dexie} from 'dexie';
import {type FaultCode, faults} from '#core/faults.ts';
import {beginning} from '#core/journal/entry.ts';
import type {Journal} from '#core/journal/journal.ts';
import {type Marker, shopKeyOf} from '#core/journal/marker.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {DexieStore} from '../dexie-store.ts';
import type {ShopCopy} from '../sync/copy-shop.ts';
import {MasterDoor} from '../sync/master-door.ts';
import type {Network} from '../sync/master-http.ts';
import {masterIn} from './master-outside.ts';

interface Fetching {
  readonly marker: Marker;
  readonly network: Network | undefined;
  readonly tell: (done: number, total: number) => void;
}

/** Fetches a shop of which nothing here tells any more from its master, before anything is deleted. */
export async function fetchLost({marker, network, tell}: Fetching): Promise<Result<ShopCopy>> {
  if (!marker.master || !network) return fail('store.not_recoverable');
  const master = masterIn(marker.master);
  const door = new MasterDoor(network, master);
  tell(0, 0);
  const key = await door.key();
  if (!key.ok) return key;
  if (key.value !== master.key) return fail('sync.other_master');
  const {fetchCopy} = await import('../sync/copy-shop.ts');
  return fetchCopy(marker.lines ?? [], {door, shopId: master.shopId, tell});
}

/** Lays it as a store that the journal can be done again on; it is no shop yet. */
export async function layLost(
  {knownN, ...copy}: ShopCopy,
  {marker, journal, now}: {readonly marker: Marker; readonly journal: Journal | undefined; readonly now: Instant},
): Promise<Result<null>> {
  const n = Math.min(knownN, journal?.position.n ?? 0);
  const hash = journal ? await journal.hashAt(n) : beginning.hash;
  if (hash === undefined || !marker.master) return fail('store.not_recoverable');
  const {kind, madeAt} = marker.shop;
  await Dexie.delete(databaseOf(kind));
  const store = new DexieStore(databaseOf(kind));
  try {
    await store.write(async (tx) => {
      await tx.setMeta('shopKey', shopKeyOf(marker));
      await tx.setMeta('incarnation', marker.incarnation);
      await tx.setMeta('shop', {kind, madeAt, whole: false});
    });
    const {layCopy} = await import('../sync/copy-shop.ts');
    await layCopy(store, copy, {end: {n, hash}, now});
    const [master, {lines = []}] = [masterIn(marker.master), marker];
    await store.write(async (tx) => {
      await tx.setMeta('master', master);
      await tx.setMeta('lines', lines);
    });
    return ok(null);
  } finally {
    store.close();
  }
}

/** What passes by itself is waited for; whom the master does not know any more needs a code. */
export function lostFault(code: FaultCode): FaultCode {
  if (code === 'sync.upgrade' || code === 'store.not_recoverable') return code;
  return faults[code] === 'retry' ? 'store.at_master' : 'store.join_again';
}
