import type {Disk} from '#core/journal/disk.ts';
import {type ShopKind, readMarker, writeMarker} from '#core/journal/marker.ts';
import {base64url} from '#core/lib/hash.ts';
import {type KeepLines, type OwnLine, lineBegun} from '#core/sync/lines.ts';
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
  // Of a shop that was on its way to a master when its lines were kept, and lives alone now, nobody asks for them.
  const lines = (await tx.meta('place')) && (known ?? (await tx.meta('lines')));
  if (lines) await tx.setMeta('lines', lineBegun(lines, {inc: incarnation, from: (await headOf(tx)).n}));
}

/**
 * Makes store and marker know the same lines, before anything is done under the newest of them. What the marker knows is newer, but
 * for the line that this incarnation has just begun.
 */
export async function agreeOnLines(kind: ShopKind, store: Store, disk: Disk): Promise<void> {
  const lines = await store.read((tx) => tx.meta('lines'));
  const marker = lines && (await readMarker(disk, kind));
  if (!marker || isSame(marker.lines, lines)) return;
  const isBegun = (some: readonly OwnLine[]): boolean => some.some(({inc}) => inc === marker.incarnation);
  const known = marker.lines;
  if (known && (isBegun(known) || !isBegun(lines))) await store.write((tx) => tx.setMeta('lines', known));
  else await writeMarker(disk, {...marker, lines});
}

/** Keeps lines in the marker of a shop. */
export function keepOutside(kind: ShopKind, disk: Disk): KeepLines {
  return async (lines) => {
    const marker = await readMarker(disk, kind);
    if (marker) await writeMarker(disk, {...marker, lines});
  };
}

function isSame(some: readonly OwnLine[] | undefined, others: readonly OwnLine[]): boolean {
  return JSON.stringify(some?.map(textOf)) === JSON.stringify(others.map(textOf));
}

function textOf({replica, inc, from}: OwnLine): string {
  return `${replica}/${inc}/${from}`;
}
