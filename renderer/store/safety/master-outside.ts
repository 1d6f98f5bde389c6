import type {Disk} from '#core/journal/disk.ts';
import {type Marker, type ShopKind, readMarker, writeMarker} from '#core/journal/marker.ts';
import {base64url, fromBase64url} from '#core/lib/hash.ts';
import type {MasterOfShop, Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';

type MarkedMaster = NonNullable<Marker['master']>;

/** A shop's master as the marker keeps it. */
export function markedMaster({privateKey, ...master}: MasterOfShop, since: Instant): MarkedMaster {
  return {...master, privateKey: base64url(privateKey), since};
}

export function masterIn({since: _, privateKey, ...master}: MarkedMaster): MasterOfShop {
  return {...master, privateKey: fromBase64url(privateKey)};
}

/** Before a master is asked to begin a shop: from then on what was here before is no base of it any more. */
export async function markFounding(
  kind: ShopKind,
  disk: Disk,
  {master, since}: {readonly master: MasterOfShop; readonly since: Instant},
): Promise<void> {
  const marker = await readMarker(disk, kind);
  if (marker && !isSame(marker.master, master)) {
    await writeMarker(disk, {...marker, master: markedMaster(master, since)});
  }
}

/** Makes the marker know nothing of a master any more. */
export async function forgetMaster(kind: ShopKind, disk: Disk): Promise<void> {
  const marker = await readMarker(disk, kind);
  if (!marker?.master && !marker?.lines) return;
  const {master: _, lines: __, ...alone} = marker;
  await writeMarker(disk, alone);
}

/** Makes the marker know the master that a store lives with, or that it lives with none: at every start. */
export async function agreeOnMaster(kind: ShopKind, store: Store, disk: Disk): Promise<void> {
  const {place, master, founding} = await store.read(async (tx) => ({
    place: await tx.meta('place'),
    master: await tx.meta('master'),
    founding: await tx.meta('founding'),
  }));
  if (!place) return forgetMaster(kind, disk);
  const marker = await readMarker(disk, kind);
  // One that is on its way there is marked when it begins there.
  if (founding || !marker || !master || isSame(marker.master, master)) return undefined;
  await writeMarker(disk, {...marker, master: markedMaster(master, marker.master?.since ?? (0 as Instant))});
  return undefined;
}

function isSame(marked: MarkedMaster | undefined, {shopId, token}: MasterOfShop): boolean {
  return marked?.shopId === shopId && marked.token === token;
}
