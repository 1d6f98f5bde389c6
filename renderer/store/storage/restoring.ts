import {Dexie} from 'dexie';
import type {Fault} from '#core/faults.ts';
import {type ShopKind, readMarker} from '#core/journal/marker.ts';
import {fail, ok} from '#core/lib/result.ts';
import type {Restored} from '#core/storage/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {diskFaultOf} from './disk-faults.ts';
import {newIncarnation} from '../safety/incarnation.ts';
import {decideFor, layReady, secretsOf} from '../safety/replace-shop.ts';
import type {Replaced, Shops} from '../shops.ts';
import type {OpenSnapshot} from '../snapshots/read-snapshot.ts';
import {restoreSnapshot} from '../snapshots/restore-snapshot.ts';
import {Shelf} from '../snapshots/shelf.ts';
import {shopInside} from '../snapshots/transcribe.ts';
import {type Outcome, type Watch, outcomeOf} from '../snapshots/watch.ts';

interface Where {
  readonly shops: Shops;
  readonly now: Instant;
}

/** The shop keeps its look until the snapshot lies ready; from then on it is a matter of one write. */
const readyShare = 0.6;

/** Puts a snapshot in the place of the shop it is of. What stood there can be had back by its snapshot. */
export async function restoreFrom(
  snapshot: OpenSnapshot,
  {shops, now}: Where,
  watch: Watch,
): Promise<Outcome<Restored>> {
  const kind = snapshot.manifest.shop;
  const outside = await shops.outside;
  if (!outside) return restoreAlone(snapshot, {shops, now}, watch);

  const {tell} = watch;
  const ready = await layReady(
    snapshot,
    {kind, disk: outside.disk, now},
    {...watch, tell: (done) => tell?.(done * readyShare)},
  );
  if (ready === 'cancelled' || !ready.ok) return ready;
  const keeping = {...watch, tell: (done: number) => tell?.(readyShare + done * (1 - readyShare))};
  const replaced = await shops.replace(kind, async (opening) =>
    opening ? refusedByDisk(() => decideFor(ready.value, opening, keeping)) : fail('store.no_outside'),
  );
  return restoredOf(replaced);
}

/** The shop is closed by then: whatever the disk does, it has to be opened again. */
async function refusedByDisk<T>(decide: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await decide();
  } catch (error) {
    const fault = diskFaultOf(error);
    if (!fault) throw error;
    return {ok: false, fault};
  }
}

/** Goes back to a snapshot of this desk. */
export async function goBackTo(
  name: string,
  {kind, shops, now}: Where & {readonly kind: ShopKind},
  watch: Watch,
): Promise<Outcome<Restored>> {
  const outside = await shops.outside;
  const marker = outside && (await readMarker(outside.disk, kind));
  if (!marker) return fail('store.no_outside');
  const stopping = watch.signal ? {signal: watch.signal} : {};
  const found = await new Shelf(outside.disk, kind).open(name, secretsOf(marker), stopping);
  if (found === 'cancelled' || !found.ok) return found;
  return found.value ? restoreFrom(found.value, {shops, now}, watch) : fail('backups.gone');
}

/** Without a place outside of the store nothing that stands could be had back: only an empty place is filled. */
async function restoreAlone(snapshot: OpenSnapshot, {shops}: Where, watch: Watch): Promise<Outcome<Restored>> {
  const kind = snapshot.manifest.shop;
  if ((await shops.list()).some((shop) => shop.kind === kind)) return fail('store.no_outside');
  const inside = await outcomeOf(() => shopInside(snapshot), watch);
  if (inside === 'cancelled' || !inside.ok) return inside;
  const replaced = await shops.replace(kind, async (): Promise<Outcome<{readonly before?: string}>> => {
    await Dexie.delete(databaseOf(kind));
    const renewal = {incarnation: newIncarnation()};
    const restored = await restoreSnapshot(snapshot, databaseOf(kind), {watch, renewal});
    return restored === 'cancelled' || !restored.ok ? restored : ok({});
  });
  return restoredOf(replaced);
}

function restoredOf(replaced: Replaced<Outcome<{readonly before?: string}>>): Outcome<Restored> {
  if (replaced === 'otherWindow') return fail('store.other_window');
  const {decided, opened, fault} = replaced;
  const refused: Fault | 'cancelled' | undefined =
    decided === 'cancelled' ? decided : decided.ok ? fault : decided.fault;
  // Nothing stood there and nothing stands there now.
  if (!opened.ok)
    return refused === undefined ? opened : refused === 'cancelled' ? refused : {ok: false, fault: refused};
  const before = decided !== 'cancelled' && decided.ok ? decided.value : {};
  return ok({...before, ...(refused !== undefined && {refused}), opened: opened.value});
}
