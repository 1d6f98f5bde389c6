import type {Disk} from '#core/journal/disk.ts';
import {type Entry, valueOf} from '#core/journal/entry.ts';
import {Journal} from '#core/journal/journal.ts';
import {type Marker, type ShopKind, readMarker, shopKeyOf, writeMarker} from '#core/journal/marker.ts';
import {assert, must} from '#core/lib/assert.ts';
import {base64url} from '#core/lib/hash.ts';
import {fail, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DexieStore} from '../dexie-store.ts';
import type {OpenSnapshot} from '../snapshots/read-snapshot.ts';
import {Shelf, type ShelvedSnapshot, roomLeftBytes} from '../snapshots/shelf.ts';
import type {Secret} from '../snapshots/snapshot-cipher.ts';
import {type ShopInside, shopInside, transcribe} from '../snapshots/transcribe.ts';
import {type Outcome, type Watch, outcomeOf} from '../snapshots/watch.ts';
import {journalFolder} from './examine.ts';
import {newIncarnation} from './incarnation.ts';
import {type Opening, openAsKeeper} from './open-guarded.ts';
import {subjectOf} from './snapshot-round.ts';

/** A snapshot that lies ready to stand in the place of a shop. */
export interface Ready extends ShopInside {
  readonly kind: ShopKind;
  readonly incarnation: string;
  readonly shelved: ShelvedSnapshot;
  /** What putting it in place will write: a copy on the shelf, and the store. */
  readonly needsBytes: number;
}

/** Names of snapshots tell seconds: what was before and what comes after never share one. */
const apartMs = 1_000;
const olderKeysMax = 8;
/** So many times as large a store is as its packed snapshot. */
const unpackedAbout = 6;

/** Lays a snapshot ready beside the shelf, under the shop's own key and of this moment. What stands is not touched. */
export async function layReady(
  snapshot: OpenSnapshot,
  {kind, disk, now}: {readonly kind: ShopKind; readonly disk: Disk; readonly now: Instant},
  watch: Watch,
): Promise<Outcome<Ready>> {
  assert(snapshot.manifest.shop === kind, 'a shop stands only in its own place');
  const inside = await outcomeOf(() => shopInside(snapshot), watch);
  if (inside === 'cancelled' || !inside.ok) return inside;

  const newest = (await new Shelf(disk, kind).list())[0]?.madeAt ?? 0;
  const madeAt = Math.max(now, newest + 2 * apartMs) as Instant;
  const incarnation = newIncarnation();
  const secret: Secret = {sealedUnder: 'shop', bytes: inside.value.shopKey};
  const ready = new Shelf(disk, kind, 'restoring');
  // One that was decided and could not be finished yet stays until another is decided.
  await ready.clear((await readMarker(disk, kind))?.restoring);
  const shelved = await ready.shelve(
    {madeAt, secret, write: (sink, patient) => transcribe(snapshot, {secret, madeAt, incarnation}, sink, patient)},
    watch,
  );
  return shelved === 'cancelled' || !shelved.ok
    ? shelved
    : ok({
        ...inside.value,
        kind,
        incarnation,
        shelved: shelved.value,
        needsBytes: shelved.value.bytes + snapshot.manifest.plainBytes,
      });
}

/** The same for a store that was filled elsewhere, whole, beside what stands. */
export async function layStoreReady(
  store: DexieStore,
  {kind, disk, now}: {readonly kind: ShopKind; readonly disk: Disk; readonly now: Instant},
  watch: Watch,
): Promise<Outcome<Ready>> {
  const newest = (await new Shelf(disk, kind).list())[0]?.madeAt ?? 0;
  const subject = await subjectOf(kind, store, Math.max(now, newest + 2 * apartMs) as Instant);
  const ready = new Shelf(disk, kind, 'restoring');
  await ready.clear((await readMarker(disk, kind))?.restoring);
  const shelved = await ready.keep(subject, watch);
  if (shelved === 'cancelled' || !shelved.ok) return shelved;
  const {shop, incarnation} = await store.read(async (tx) => ({
    shop: must(await tx.meta('shop'), 'a whole store'),
    incarnation: must(await tx.meta('incarnation'), 'a store with a name'),
  }));
  const {bytes} = shelved.value;
  return ok({
    kind,
    shop,
    shopKey: new Uint8Array(subject.secret.bytes),
    incarnation,
    shelved: shelved.value,
    needsBytes: bytes + bytes * unpackedAbout,
  });
}

/**
 * Decides that what lies ready stands in the place of the shop from now on: what stood there is on the shelf first, read back
 * whole. The marker decides; opening the shop does the rest. For whoever holds both locks of the shop.
 */
export async function decideFor(
  ready: Ready,
  opening: Opening,
  watch: Watch,
): Promise<Outcome<{readonly before?: string}>> {
  const {kind, disk} = opening;
  const before = await keepWhatStands(ready, opening, watch);
  if (before === 'cancelled' || !before.ok) return before;
  // Once decided it has to be finished, so there must be room for all of it.
  const free = await disk.freeBytes();
  if (free !== undefined && free < roomLeftBytes + ready.needsBytes) {
    if (before.value.before !== undefined) await new Shelf(disk, kind).remove(before.value.before);
    return fail('backups.disk_full');
  }

  const marker = await readMarker(disk, kind);
  const {madeAt, orderCount} = ready.shop;
  // The one write with which another shop stands here.
  await writeMarker(disk, {
    shop: {kind, madeAt, ...(orderCount !== undefined && {orderCount})},
    shopKey: base64url(ready.shopKey),
    incarnation: ready.incarnation,
    origin: 'snapshot',
    restoring: ready.shelved.name,
    since: ready.shelved.madeAt,
    olderKeys: olderKeys(marker, base64url(ready.shopKey)),
  });
  return before;
}

/** The secrets that may open a snapshot of this shelf. */
export function secretsOf(marker: Marker): readonly Secret[] {
  const older = (marker.olderKeys ?? []).map((shopKey) => shopKeyOf({...marker, shopKey}));
  return [shopKeyOf(marker), ...older].map((bytes) => ({sealedUnder: 'shop', bytes}));
}

function olderKeys(marker: Marker | undefined, shopKey: string): readonly string[] {
  if (!marker) return [];
  const known = [marker.shopKey, ...(marker.olderKeys ?? [])].filter((each) => each !== shopKey);
  return [...new Set(known)].slice(0, olderKeysMax);
}

async function keepWhatStands(
  {shelved}: Ready,
  opening: Opening,
  watch: Watch,
): Promise<Outcome<{readonly before?: string}>> {
  const {kind, disk} = opening;
  const standing = await openAsKeeper(opening);
  if (!standing) return ok({});
  if (!standing.ok) {
    // What could not be built anew is the reason why somebody restores a backup; what its journal tells is kept.
    await setJournalAside(opening);
    return ok({});
  }
  const {store} = standing.value;
  try {
    const madeAt = (shelved.madeAt - apartMs) as Instant;
    const kept = await new Shelf(disk, kind).keep(await subjectOf(kind, store, madeAt), watch);
    return kept === 'cancelled' || !kept.ok ? kept : ok({before: kept.value.name});
  } finally {
    store.close();
  }
}

async function setJournalAside({kind, disk, now}: Opening): Promise<void> {
  const found = await Journal.find(disk, journalFolder(kind));
  if (!found) return;
  const path = `${kind}/found/${String(now)}-journal.jsonl`;
  const encoder = new TextEncoder();
  let at = 0;
  for await (const entry of found.journal.entries(0)) {
    const line = encoder.encode(`${lineOf(entry)}\n`);
    await disk.write(path, at, line);
    at += line.length;
  }
}

function lineOf(entry: Entry): string {
  return JSON.stringify(valueOf(entry));
}
