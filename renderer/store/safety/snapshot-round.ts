import type {Journal} from '#core/journal/journal.ts';
import type {Disk} from '#core/journal/disk.ts';
import {type ShopKind, basesSince, readMarker} from '#core/journal/marker.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DayBreak} from '#core/time/business-day.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {must} from '#core/lib/assert.ts';
import type {Store} from '#core/sync/store.ts';
import type {DexieStore} from '../dexie-store.ts';
import type {Shelf} from '../snapshots/shelf.ts';
import {type Subject, standingOf} from '../snapshots/take-snapshot.ts';
import type {Outcome} from '../snapshots/watch.ts';
import type {ShelvedSnapshot} from '../snapshots/shelf.ts';

export interface RoundHost {
  readonly kind: ShopKind;
  readonly disk: Disk;
  readonly store: DexieStore;
  readonly shelf: Shelf;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

const aDayMs = 86_400_000;
const settledMs = 5 * 60_000;
/** So long what stood here before a restore can be had back. */
const beforeKeptMs = 28 * aDayMs;

/** Whether a snapshot is due: one a day, and the first at once for a shop of which nothing else tells. */
export function isDue(newest: Instant | undefined, now: Instant, secured: boolean): boolean {
  return !secured || newest === undefined || now - newest >= aDayMs;
}

/** Whether a shop was joined minutes ago: all of it is at its master and in the journal, and its person is about to look at it. */
export async function hasJustCome(store: Store, now: Instant): Promise<boolean> {
  return store.read(async (tx) => {
    const [shop, master, founding] = [await tx.meta('shop'), await tx.meta('master'), await tx.meta('founding')];
    return master !== undefined && !founding && now - (shop?.madeAt ?? 0) < settledMs;
  });
}

/** What a snapshot of an open shop is taken of. */
export async function subjectOf(kind: ShopKind, store: DexieStore, madeAt: Instant): Promise<Subject> {
  const shopKey = must(await store.read((tx) => tx.meta('shopKey')), 'an open shop has its key');
  return {
    kind,
    madeAt,
    inDatabase: (mode, body) => store.inDatabase(mode, body),
    secret: {sealedUnder: 'shop', bytes: shopKey},
    standing: standingOf,
  };
}

/**
 * Takes one snapshot, lets go of those nobody needs any more, and of the part of the journal that lies before all that are left:
 * should the newest turn out damaged, the one before and the journal still tell everything.
 */
export async function snapshotRound(
  {kind, disk, store, shelf, journal, signal}: RoundHost,
  now: Instant,
): Promise<Outcome<ShelvedSnapshot>> {
  const kept = await shelf.keep(await subjectOf(kind, store, now), {signal});
  if (kept === 'cancelled' || !kept.ok) return kept;

  const marker = await readMarker(disk, kind);
  const since = marker ? basesSince(marker) : 0;
  await shelf.thin(await dayBreakOf(store), undefined, since);
  if (now - since > beforeKeptMs) await removeBefore(shelf, since);
  const oldest = (await shelf.list()).filter(({verified, madeAt}) => verified && madeAt >= since).at(-1);
  if (oldest) await journal.dropUpTo(oldest.n);
  return kept;
}

async function removeBefore(shelf: Shelf, since: number): Promise<void> {
  for (const {name, madeAt} of await shelf.list()) if (madeAt < since) await shelf.remove(name);
}

async function dayBreakOf(store: DexieStore): Promise<DayBreak> {
  const [business] = await store.read((tx) => tx.range('businesses', {limit: 1}));
  return business
    ? {zone: business.zone, startsAtHour: business.dayStartsAtHour}
    : {zone: 'UTC' as ZoneId, startsAtHour: 0};
}
