import {type Disk, DiskError} from '#core/journal/disk.ts';
import {valueOf} from '#core/journal/entry.ts';
import {Journal} from '#core/journal/journal.ts';
import {type ShopKind, readMarker} from '#core/journal/marker.ts';
import type {OutsideFacts} from '#core/storage/messages.ts';
import type {Mutation} from '#core/sync/store.ts';
import {journalFolder} from '../safety/examine.ts';
import {Shelf} from '../snapshots/shelf.ts';

const incarnationShown = 4;

/** What lies of a shop outside of the browser's store. */
export async function outsideFacts(disk: Disk, kind: ShopKind): Promise<OutsideFacts> {
  const marker = await readMarker(disk, kind);
  const since = marker?.since ?? 0;
  const shelved = await new Shelf(disk, kind).list();
  const snapshots = shelved.map(({name, madeAt, bytes, n, verified}) => {
    return {name, madeAt, bytes, n, verified, isOfBefore: verified && madeAt < since};
  });
  const first = await firstEntry(disk, kind);
  return {
    journalBytes: await bytesIn(disk, journalFolder(kind)),
    ...(first && {journalSince: first.at}),
    snapshots,
    snapshotBytes: await bytesIn(disk, `${kind}/snapshots`),
    asideBytes: await bytesIn(disk, `${kind}/found`),
    incarnation: marker?.incarnation.slice(0, incarnationShown) ?? '',
  };
}

async function bytesIn(disk: Disk, folder: string): Promise<number> {
  return (await disk.list(folder)).reduce((sum, {bytes}) => sum + bytes, 0);
}

async function firstEntry(disk: Disk, kind: ShopKind): Promise<Mutation | undefined> {
  try {
    const found = await Journal.find(disk, journalFolder(kind));
    if (!found) return undefined;
    for await (const entry of found.journal.entries(0)) return valueOf(entry) as Mutation;
    return undefined;
  } catch (error) {
    // In a browser another window that keeps the journal holds its file.
    if (error instanceof DiskError && error.kind === 'busy') return undefined;
    throw error;
  }
}
