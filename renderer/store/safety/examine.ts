import {Dexie} from 'dexie';
import type {Disk} from '#core/journal/disk.ts';
import type {Position} from '#core/journal/entry.ts';
import {type FoundJournal, Journal} from '#core/journal/journal.ts';
import {type Marker, type ShopKind, readMarker} from '#core/journal/marker.ts';
import type {Findings} from '#core/journal/verdict.ts';
import {entryBehind, headOf} from '#core/sync/replica.ts';
import type {Store} from '#core/sync/store.ts';
import {DexieStore} from '../dexie-store.ts';
import {databaseOf} from '../database-name.ts';
import {faultOf} from '../store-faults.ts';
import {isMarkedUnreadable} from './unreadable-mark.ts';

export interface Examined {
  readonly findings: Findings;
  readonly marker: Marker | undefined;
  readonly found: FoundJournal | undefined;
  /** The store, open, where it is whole. */
  readonly store: DexieStore | undefined;
}

const mutationsPerRead = 250;

export function journalFolder(kind: ShopKind): string {
  return `${kind}/journal`;
}

/** Looks at everything a desk has of a shop, and changes nothing of it. Throws where the store is a newer version's. */
export async function examine(kind: ShopKind, disk: Disk): Promise<Examined> {
  const [marker, found, names] = await Promise.all([
    readMarker(disk, kind),
    Journal.find(disk, journalFolder(kind)),
    Dexie.getDatabaseNames(),
  ]);
  const without = (state: 'absent' | 'unreadable'): Examined => {
    const journal = found && {position: found.journal.position, hashAtStore: undefined, bridged: false};
    return {findings: {marker, store: {state}, journal}, marker, found, store: undefined};
  };
  if (!names.includes(databaseOf(kind))) return without('absent');
  if (marker && (await isMarkedUnreadable(disk, kind))) return without('unreadable');

  const store = new DexieStore(databaseOf(kind));
  try {
    const whole = await wholeStore(store);
    if (!whole) {
      store.close();
      return without('absent');
    }
    const journal = found && (await journalAt(found.journal, store, whole.head));
    return {findings: {marker, store: whole, journal}, marker, found, store};
  } catch (error) {
    store.close();
    if (faultOf(error)?.code !== 'store.unreadable') throw error;
    return without('unreadable');
  }
}

async function wholeStore(store: Store): Promise<Extract<Findings['store'], {state: 'whole'}> | undefined> {
  return store.read(async (tx) => {
    if (!(await tx.meta('shop'))?.whole) return undefined;
    return {state: 'whole', head: await headOf(tx), incarnation: await tx.meta('incarnation')};
  });
}

async function journalAt(journal: Journal, store: Store, head: Position): Promise<Findings['journal']> {
  const {position} = journal;
  if (head.n > position.n) return {position, hashAtStore: undefined, bridged: await isBridged(store, position, head)};
  const hashAtStore = head.n === position.n ? position.hash : await journal.hashAt(head.n);
  return {position, hashAtStore, bridged: false};
}

/** Whether the outbox leads from one place to the other, link by link. */
async function isBridged(store: Store, from: Position, to: Position): Promise<boolean> {
  let at = from;
  while (at.n < to.n) {
    const rows = await store.read((tx) => tx.outbox(at.n, mutationsPerRead));
    if (rows.length === 0) return false;
    for (const row of rows) {
      if (row.n !== at.n + 1) return false;
      const {n, hash} = entryBehind(at, row);
      at = {n, hash};
    }
  }
  return at.hash === to.hash;
}
