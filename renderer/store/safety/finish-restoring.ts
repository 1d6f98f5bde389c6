import {Dexie} from 'dexie';
import type {Recovered} from '#core/data/messages.ts';
import {Journal} from '#core/journal/journal.ts';
import {type Marker, shopKeyOf, writeMarker} from '#core/journal/marker.ts';
import type {Disk} from '#core/journal/disk.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {headOf} from '#core/sync/replica.ts';
import {databaseOf} from '../database-name.ts';
import {DexieStore} from '../dexie-store.ts';
import {restoreSnapshot} from '../snapshots/restore-snapshot.ts';
import {Shelf} from '../snapshots/shelf.ts';
import {journalFolder} from './examine.ts';
import type {Keeping} from './guard.ts';
import type {Rebuilding} from './rebuild.ts';

export interface Finished {
  readonly store: DexieStore;
  readonly keeping: Omit<Keeping, 'letGo'>;
  readonly recovered: Recovered;
}

/**
 * Puts the snapshot that a marker names in the place of the store, and a new journal behind it. A verified copy lies on the shelf
 * before anything of the old store goes. Killed anywhere, the marker still says it, and the next start does all of it again.
 */
export async function finishRestoring(
  marker: Marker,
  {disk, tell}: {readonly disk: Disk; readonly tell: Rebuilding['tell']},
): Promise<Result<Finished>> {
  const {kind} = marker.shop;
  const name = must(marker.restoring, 'a restore that was decided');
  const secret = {sealedUnder: 'shop', bytes: shopKeyOf(marker)} as const;
  const step = (done: number): void =>
    tell({why: 'restore', part: 'snapshot', done: Math.round(done * 100), total: 100});
  step(0);
  const [ready, shelf] = [new Shelf(disk, kind, 'restoring'), new Shelf(disk, kind)];
  const copied = await shelf.copyFrom(ready, name, secret);
  if (copied === 'cancelled') throw new Error('nobody cancels what was decided');
  if (!copied.ok) return copied;

  await Dexie.delete(databaseOf(kind));
  const snapshot = await shelf.open(name, [secret], {});
  if (snapshot === 'cancelled' || !snapshot.ok || !snapshot.value) return fail('backups.damaged');
  const renewal = {incarnation: marker.incarnation};
  const restored = await restoreSnapshot(snapshot.value, databaseOf(kind), {watch: {tell: step}, renewal});
  if (restored === 'cancelled') throw new Error('nobody cancels what was decided');
  if (!restored.ok) return restored;

  const store = new DexieStore(databaseOf(kind));
  const journal = await Journal.begin(disk, journalFolder(kind), await store.read(headOf));
  const {restoring: _, ...done} = marker;
  await writeMarker(disk, done);
  await ready.clear();
  const recovered = {
    why: 'restore',
    snapshotAt: copied.value.madeAt,
    damaged: 0,
    replayed: 0,
    refused: 0,
    aside: 0,
    lost: 0,
  } as const;
  return ok({store, keeping: {journal, secured: true}, recovered});
}
