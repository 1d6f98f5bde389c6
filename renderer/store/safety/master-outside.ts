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

/** Makes the marker know the master that a store lives with, or that it lives with none: at every start. */
export async function agreeOnMaster(kind: ShopKind, store: Store, disk: Disk): Promise<void> {
  const master = await store.read(async (tx) => ((await tx.meta('place')) ? tx.meta('master') : undefined));
  const marker = await readMarker(disk, kind);
  if (!marker) return;
  const {master: known, lines, ...alone} = marker;
  if (!master) {
    if (known) await writeMarker(disk, alone);
  } else if (known?.shopId !== master.shopId || known.token !== master.token) {
    const next = {...alone, master: markedMaster(master, known?.since ?? (0 as Instant))};
    await writeMarker(disk, lines ? {...next, lines} : next);
  }
}
