import type {Disk} from '#core/journal/disk.ts';
import {type Marker, readMarker, writeMarker, type ShopKind} from '#core/journal/marker.ts';
import {base64url} from '#core/lib/hash.ts';
import {type OwnLine, lineBegun} from '#core/sync/lines.ts';
import {headOf} from '#core/sync/replica.ts';
import type {Store, WriteTx} from '#core/sync/store.ts';

/** A name that no store has had. */
export function newIncarnation(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(9)));
}

/**
 * Makes a store another incarnation of itself. What it does from here on has another line of numbers, should it live with a master;
 * `known` are the lines that somebody outside of the store remembers.
 */
export async function renew(tx: WriteTx, incarnation: string, known?: readonly OwnLine[]): Promise<void> {
  await tx.setMeta('incarnation', incarnation);
  const lines = known ?? (await tx.meta('lines'));
  if (lines) await tx.setMeta('lines', lineBegun(lines, {inc: incarnation, from: (await headOf(tx)).n}));
}

/** The lines of a store as its marker keeps them: before anything is done under the newest of them. */
export async function keepLines(kind: ShopKind, store: Store, disk: Disk): Promise<void> {
  const lines = await store.read((tx) => tx.meta('lines'));
  const marker = lines && (await readMarker(disk, kind));
  if (marker && !isSame(marker, lines)) await writeMarker(disk, {...marker, lines});
}

function isSame({lines}: Marker, others: readonly OwnLine[]): boolean {
  return JSON.stringify(lines?.map(textOf)) === JSON.stringify(others.map(textOf));
}

function textOf({replica, inc, from}: OwnLine): string {
  return `${replica}/${inc}/${from}`;
}
