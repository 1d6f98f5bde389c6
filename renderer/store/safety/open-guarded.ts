import {Dexie} from 'dexie';
import type {Recovered, RecoveryCause, RecoveryStep} from '#core/data/messages.ts';
import type {Disk} from '#core/journal/disk.ts';
import {Journal} from '#core/journal/journal.ts';
import {type Marker, type ShopKind, basesSince, readMarker, removeMarker, writeMarker} from '#core/journal/marker.ts';
import {judge} from '#core/journal/verdict.ts';
import {must} from '#core/lib/assert.ts';
import {base64url} from '#core/lib/hash.ts';
import {type Result, ok} from '#core/lib/result.ts';
import {headOf} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Network} from '../sync/master-http.ts';
import {DexieStore} from '../dexie-store.ts';
import {databaseOf} from '../database-name.ts';
import {Shelf, type ShelvedSnapshot} from '../snapshots/shelf.ts';
import {snapshotBeforeUpgrade} from './before-upgrade.ts';
import type {DeskLocks} from './desk-locks.ts';
import {type Examined, examine, journalFolder} from './examine.ts';
import {finishRestoring} from './finish-restoring.ts';
import {type Keeping, keeperLock} from './guard.ts';
import {agreeOnLines, newIncarnation, renew} from './incarnation.ts';
import {agreeOnMaster} from './master-outside.ts';
import {rebuild, replay} from './rebuild.ts';
import {setAside} from './set-aside.ts';
import {unmark} from './unreadable-mark.ts';

export interface Opening {
  readonly kind: ShopKind;
  readonly disk: Disk;
  readonly locks: DeskLocks;
  readonly now: Instant;
  readonly tell: (step: RecoveryStep) => void;
  /** Absent where no shop of this host ever lives with a master. */
  readonly network?: Network;
}

/** A store that may be worked with. Without `keeping` another window keeps its journal. */
export interface Opened {
  readonly store: DexieStore;
  readonly keeping?: Omit<Keeping, 'letGo'>;
  readonly recovered?: Recovered;
}

/**
 * Opens the store of a shop after comparing it with what lies outside of it: an older one is brought up to the journal, a
 * lost, damaged or foreign one is built anew. Undefined where there is no shop.
 */
export async function openGuarded(
  opening: Opening,
): Promise<Result<Opened & {readonly letGo?: () => void}> | undefined> {
  const {kind, locks} = opening;
  // One window after the other: the first to come looks, the others find it looked after.
  return locks.alone(startLock(kind), async () => {
    const letGo = await locks.tryHold(keeperLock(kind));
    return letGo ? openHeld(opening, letGo) : ok({store: new DexieStore(databaseOf(kind))});
  });
}

/** For whoever holds both locks of the shop: the keeper's stays with what was opened. */
export async function openHeld(
  opening: Opening,
  letGo: () => void,
): Promise<Result<Opened & {readonly letGo: () => void}> | undefined> {
  try {
    const opened = await openAsKeeper(opening);
    if (opened?.ok) {
      await agreeOnLines(opening.kind, opened.value.store, opening.disk);
      await agreeOnMaster(opening.kind, opened.value.store, opening.disk);
      return ok({...opened.value, letGo});
    }
    letGo();
    return opened;
  } catch (error) {
    letGo();
    throw error;
  }
}

/** Windows open a shop one after the other. */
export function startLock(kind: ShopKind): string {
  return `tradewind-${kind}-start`;
}

/** For whoever holds both locks of the shop. */
export async function openAsKeeper(opening: Opening): Promise<Result<Opened> | undefined> {
  const {kind, disk, now} = opening;
  const decided = await readMarker(disk, kind);
  if (decided?.restoring !== undefined && !decided.deleted) return finishRestoring(decided, opening);
  await snapshotBeforeUpgrade(kind, new Shelf(disk, kind), now);
  const examined = await examine(kind, disk);
  const verdict = judge(examined.findings);
  switch (verdict.kind) {
    case 'nothing':
      return undefined;
    case 'finishDeleting':
      examined.store?.close();
      await forgetShop(kind, disk);
      return undefined;
    case 'sound':
      return ok({store: must(examined.store, 'a sound store'), keeping: await keepingOf(examined, disk)});
    case 'adopt':
      return ok(await adopt(must(examined.store, 'a store to adopt'), examined.marker, opening));
    case 'storeBehind':
      return ok(await bringUp(examined, opening));
    case 'rebuild':
      return buildAnew(examined, verdict.why, opening);
  }
}

/** The journal of a shop in a store that nothing outside of it knows yet; from the next snapshot on it could be built anew. */
async function adopt(store: DexieStore, before: Marker | undefined, {kind, disk}: Opening): Promise<Opened> {
  const incarnation = newIncarnation();
  const {shop, shopKey, head} = await store.write(async (tx) => {
    await renew(tx, incarnation, before?.lines);
    return {shop: await tx.meta('shop'), shopKey: await tx.meta('shopKey'), head: await headOf(tx)};
  });
  const {madeAt, orderCount} = must(shop, 'a whole store tells what it is');
  const journal = await Journal.begin(disk, journalFolder(kind), head);
  await writeMarker(disk, {
    ...before,
    shop: {kind, madeAt, ...(orderCount !== undefined && {orderCount})},
    shopKey: base64url(must(shopKey, 'a whole store has its key')),
    incarnation,
    origin: 'snapshot',
  });
  return {store, keeping: {journal, secured: false}};
}

async function bringUp({found, marker, store}: Examined, {disk, tell}: Opening): Promise<Opened> {
  const journal = must(found, 'a journal that the store is behind').journal;
  const behind = must(store, 'a store that is behind');
  const replayed = await replay(behind, journal, {why: 'behind', tell});
  const renewed = {...must(marker, 'a marked shop'), incarnation: newIncarnation()};
  await behind.write((tx) => renew(tx, renewed.incarnation, renewed.lines));
  await writeMarker(disk, renewed);
  return {
    store: behind,
    keeping: await keepingFrom(behind, journal, {disk, marker: renewed}),
    recovered: {why: 'behind', damaged: 0, aside: 0, lost: 0, ...replayed},
  };
}

async function buildAnew(
  {found, marker, store}: Examined,
  why: RecoveryCause,
  {kind, disk, now, tell, network}: Opening,
): Promise<Result<Opened>> {
  const aside = store ? await setAside(store, {disk, kind, now}) : 0;
  store?.close();
  // The marker first: killed from here on, the store is lost and is built anew as that.
  const renewed = await writeMarker(disk, {...must(marker, 'a marked shop'), incarnation: newIncarnation()});
  const journal = found?.journal;
  const rebuilt = await rebuild({disk, marker: renewed, journal, why, tell, now, network});
  if (!rebuilt.ok) return rebuilt;

  await unmark(disk, kind);
  const anew = new DexieStore(databaseOf(kind));
  const head = await anew.read(headOf);
  const lost = Math.max(0, (journal?.position.n ?? 0) - head.n);
  return ok({
    store: anew,
    keeping: await keepingFrom(anew, journal, {disk, marker: renewed}),
    recovered: {...rebuilt.value, aside, lost},
  });
}

async function keepingOf({found, marker}: Examined, disk: Disk): Promise<Omit<Keeping, 'letGo'>> {
  const {journal} = must(found, 'a sound store has a journal');
  return {journal, secured: await isSecured(disk, must(marker, 'a marked shop'))};
}

/** The journal goes on where the store ends; one that ends elsewhere has had its day, and another begins there. */
async function keepingFrom(
  store: DexieStore,
  journal: Journal | undefined,
  {disk, marker}: {readonly disk: Disk; readonly marker: Marker},
): Promise<Omit<Keeping, 'letGo'>> {
  const head = await store.read(headOf);
  if (journal?.position.hash === head.hash) return {journal, secured: await isSecured(disk, marker)};

  const next = await writeMarker(disk, {...marker, origin: 'snapshot'});
  const begun = await Journal.begin(disk, journalFolder(marker.shop.kind), head);
  const newest = (await ownSnapshots(disk, next))[0];
  return {journal: begun, secured: newest?.n === head.n};
}

/** Whether it could be built anew; what came from its master can be had there again. */
async function isSecured(disk: Disk, marker: Marker): Promise<boolean> {
  const cameFromMaster = marker.master?.since === 0;
  return cameFromMaster || marker.origin !== 'snapshot' || (await ownSnapshots(disk, marker)).length > 0;
}

/** Snapshots of what stands here, not of what stood here before a restore; newest first. */
async function ownSnapshots(disk: Disk, marker: Marker): Promise<readonly ShelvedSnapshot[]> {
  const shelved = await new Shelf(disk, marker.shop.kind).list();
  return shelved.filter(({verified, madeAt}) => verified && madeAt >= basesSince(marker));
}

/** Deletes a shop with everything outside of its store; killed on the way, the next start ends it. */
export async function forgetShop(kind: ShopKind, disk: Disk): Promise<void> {
  await Dexie.delete(databaseOf(kind));
  for (const {path} of await disk.list(kind)) if (!path.includes('/marker-')) await disk.remove(path);
  await removeMarker(disk, kind);
}
