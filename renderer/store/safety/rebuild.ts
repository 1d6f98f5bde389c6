import {Dexie} from 'dexie';
import type {Recovered, RecoveryCause, RecoveryStep} from '#core/data/messages.ts';
import type {FaultCode} from '#core/faults.ts';
import type {Disk} from '#core/journal/disk.ts';
import {type Entry, beginning, valueOf} from '#core/journal/entry.ts';
import type {Journal} from '#core/journal/journal.ts';
import {type Marker, basesSince, shopKeyOf} from '#core/journal/marker.ts';
import {assert, must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {registry} from '#core/registry.ts';
import {Replica, headOf} from '#core/sync/replica.ts';
import type {Mutation} from '#core/sync/store.ts';
import {writeDemo} from '../demo-writer.ts';
import type {Instant} from '#core/time/instant.ts';
import {DexieStore} from '../dexie-store.ts';
import {databaseOf} from '../database-name.ts';
import {restoreSnapshot} from '../snapshots/restore-snapshot.ts';
import {type NewestWhole, Shelf} from '../snapshots/shelf.ts';
import {liveAlone} from '../sync/found-shop.ts';
import type {Network} from '../sync/master-http.ts';
import {fetchLost, layLost, lostFault} from './copy-at-master.ts';
import {renew} from './incarnation.ts';
import type {Watch} from '../snapshots/watch.ts';
import {webVault} from '../web-vault.ts';

export interface Rebuilding {
  readonly disk: Disk;
  readonly marker: Marker;
  readonly journal: Journal | undefined;
  readonly why: RecoveryCause;
  readonly tell: (step: RecoveryStep) => void;
  readonly now: Instant;
  readonly network: Network | undefined;
}

interface Base {
  readonly snapshotAt?: Instant;
  readonly isFromMaster?: true;
  /** It has no master, whatever it says itself. */
  readonly isAlone?: true;
  readonly damaged: number;
}

const mutationsAtOnce = 250;
/** What is told of a journal being done again need not be told of each mutation. */
const bytesAtOnce = 8 * 1024 * 1024;

/**
 * Builds the store of a shop anew, in the place of whatever stood there: the newest snapshot that is whole, or what the shop
 * began as, or what its master has, and everything the journal tells since. Killed on the way it is no whole store, and the next start begins again.
 */
export async function rebuild(rebuilding: Rebuilding): Promise<Result<Omit<Recovered, 'aside' | 'lost'>>> {
  const {marker, journal, why} = rebuilding;
  // Found before anything is deleted: of what cannot be built anew, the rest that is there is all there is.
  const found = await findBase(rebuilding);
  const isNowhere = !found.ok && found.fault.code === 'store.not_recoverable';
  const base = found.ok ? await layBase(rebuilding, found.value) : isNowhere ? await layFromMaster(rebuilding) : found;
  if (!base.ok) return base;

  const {isAlone = !marker.master, ...told} = base.value;
  const store = new DexieStore(databaseOf(marker.shop.kind));
  try {
    // A shop on its way to a master that had not been asked to begin it goes there another time.
    if (isAlone) await liveAlone(store);
    const replayed = journal ? await replay(store, journal, rebuilding) : {replayed: 0, refused: 0};
    await store.write(async (tx) => {
      await renew(tx, marker.incarnation, marker.lines);
      await tx.setMeta('shop', wholeShop(marker));
    });
    return ok({why, ...told, ...replayed});
  } finally {
    store.close();
  }
}

/** Does again what the journal tells behind the end of a store that is sound, but older. */
export async function replay(
  store: DexieStore,
  journal: Journal,
  {why, tell}: Pick<Rebuilding, 'why' | 'tell'>,
): Promise<Pick<Recovered, 'replayed' | 'refused'>> {
  const replica = new Replica(store, registry.mutators);
  const head = await store.read(headOf);
  const total = Math.max(0, journal.position.n - head.n);
  let [replayed, refused] = [0, 0];
  // A journal that does not lead on from here tells of another store.
  if (total === 0 || (await journal.hashAt(head.n)) !== head.hash) return {replayed, refused};

  tell({why, part: 'journal', done: 0, total});
  for await (const rows of inTurns(journal.entries(head.n))) {
    const outcomes = await replica.replay(rows, () => undefined);
    replayed += outcomes.length;
    refused += outcomes.filter((outcome) => !outcome.ok).length;
    tell({why, part: 'journal', done: replayed, total});
  }
  return {replayed, refused};
}

/** Entries were mutations of this store when they were journalled; the chain says that they still are. */
async function* inTurns(entries: AsyncIterable<Entry>): AsyncGenerator<readonly Mutation[]> {
  let rows: Mutation[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    rows.push(valueOf(entry) as Mutation);
    bytes += entry.bytes.length;
    if (rows.length < mutationsAtOnce && bytes < bytesAtOnce) continue;
    yield rows;
    rows = [];
    bytes = 0;
  }
  if (rows.length > 0) yield rows;
}

/** The newest snapshot that is whole; none where the shop can begin as it began on its first day. */
async function findBase({marker, journal, disk, why, tell}: Rebuilding): Promise<Result<NewestWhole>> {
  const {kind} = marker.shop;
  const secret = {sealedUnder: 'shop', bytes: shopKeyOf(marker)} as const;
  tell({why, part: 'snapshot', done: 0, total: 0});
  const found = await new Shelf(disk, kind).newestWhole(secret, watching(why, tell), basesSince(marker));
  assert(found !== 'cancelled', 'nobody cancels a rebuilding');
  if (!found.ok || found.value.newest) return found;
  const reachesBack = (await journal?.hashAt(0)) === beginning.hash;
  return marker.origin !== 'snapshot' && !marker.master && reachesBack ? found : fail('store.not_recoverable', {});
}

async function layBase(rebuilding: Rebuilding, {newest, damaged}: NewestWhole): Promise<Result<Base>> {
  const {marker, why, tell} = rebuilding;
  await Dexie.delete(databaseOf(marker.shop.kind));
  if (!newest) {
    await layOrigin(rebuilding);
    return ok({damaged: damaged.length});
  }
  const renewal = {incarnation: marker.incarnation, isUnfinished: true};
  const watch = watching(why, tell);
  const restored = await restoreSnapshot(newest.snapshot, databaseOf(marker.shop.kind), {watch, renewal});
  assert(restored !== 'cancelled', 'nobody cancels a rebuilding');
  return restored.ok ? ok({snapshotAt: newest.madeAt, damaged: damaged.length}) : restored;
}

/** Where nothing on this computer tells of the shop as it lives with its master. */
async function layFromMaster(rebuilding: Rebuilding): Promise<Result<Base>> {
  const {marker, journal, network, now, why, tell} = rebuilding;
  const step = (done: number, total: number): void => tell({why, part: 'master', done, total});
  const fetched = await fetchLost({marker, network, tell: step});
  if (fetched.ok) {
    const laid = await layLost(fetched.value, {marker, journal, now});
    return laid.ok ? ok({damaged: 0, isFromMaster: true}) : laid;
  }
  const {code} = fetched.fault;
  const before = (await hasNeverBegun(rebuilding, code)) ? await findBase(alone(rebuilding)) : fetched;
  if (!before.ok) return fail(lostFault(code));
  const laid = await layBase(alone(rebuilding), before.value);
  return laid.ok ? ok({...laid.value, isAlone: true}) : laid;
}

/** The shop was lost before it began at its master, or it was taken back: what it was before still tells all of it. */
async function hasNeverBegun({marker, disk}: Rebuilding, code: FaultCode): Promise<boolean> {
  if (code === 'cloud.shop_empty') return true;
  const {master, shop} = marker;
  const shelved = await new Shelf(disk, shop.kind).list();
  return code === 'sync.revoked' && !shelved.some(({madeAt}) => madeAt >= (master?.since ?? 0));
}

function alone(rebuilding: Rebuilding): Rebuilding {
  const {master: _, ...marker} = rebuilding.marker;
  return {...rebuilding, marker};
}

function watching(why: RecoveryCause, tell: Rebuilding['tell']): Watch {
  return {tell: (done) => tell({why, part: 'snapshot', done: Math.round(done * 100), total: 100})};
}

/** The shop as it was on its first day. */
async function layOrigin({marker, why, tell}: Rebuilding): Promise<void> {
  const {kind, madeAt, orderCount, seed} = marker.shop;
  const store = new DexieStore(databaseOf(kind));
  await store.write(async (tx) => {
    await tx.setMeta('shopKey', shopKeyOf(marker));
    await tx.setMeta('incarnation', marker.incarnation);
    // Whole only once the journal has been done again.
    await tx.setMeta('shop', {...wholeShop(marker), whole: false});
  });
  if (marker.origin === 'demo') {
    const wish = {
      seed: must(seed, 'a demo is made from a seed'),
      orderCount: must(orderCount, 'a demo has a number of orders'),
      now: madeAt,
    };
    await writeDemo(store, await webVault(shopKeyOf(marker)), wish, {
      tell: (done, total) => tell({why, part: 'demo', done, total}),
      cancelled: () => false,
    });
  }
  store.close();
}

function wholeShop({shop: {kind, madeAt, orderCount}}: Marker) {
  return {kind, madeAt, whole: true, ...(orderCount !== undefined && {orderCount})};
}
