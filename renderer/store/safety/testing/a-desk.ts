import {Dexie} from 'dexie';
import {vi} from 'vitest';
import type {RecoveryStep, SafetyState} from '#core/data/messages.ts';
import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import {base64url, hashBytes} from '#core/lib/hash.ts';
import {ByteWriter} from '#core/snapshot/byte-writer.ts';
import {encodeValue} from '#core/snapshot/value-codec.ts';
import type {Call} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../../database-name.ts';
import {answered} from '../../idb-transaction.ts';
import {Shops} from '../../shops.ts';
import type {SyncHost} from '../../shop.ts';
import {type DeskLocks, deskLocks} from '../desk-locks.ts';

export const now = Date.UTC(2026, 10, 28, 9) as Instant;

/** A desk from its start on: what lies on its disk, and whatever IndexedDB holds at that moment. */
export class ADesk {
  readonly shops: Shops;
  readonly steps: RecoveryStep[] = [];
  readonly bugs: unknown[] = [];
  state: SafetyState | undefined;
  isUnreadable = false;
  now = now;

  constructor(
    disk: Disk | undefined,
    {sync, locks = deskLocks()}: {readonly sync?: SyncHost; readonly locks?: DeskLocks} = {},
  ) {
    const host = {
      ...(sync && {sync}),
      report: (bug: unknown) => this.bugs.push(bug),
      changed: () => undefined,
      replaced: () => undefined,
      safety: (state: SafetyState) => (this.state = state),
      recovery: (step: RecoveryStep) => this.steps.push(step),
      unreadable: () => (this.isUnreadable = true),
      now: () => this.now,
    };
    this.shops = new Shops(host, Promise.resolve(disk && {disk, locks}));
  }

  async do(...calls: readonly Call[]): Promise<number> {
    const {engine} = must(this.shops.current, 'an open shop');
    const outcomes = await engine.mutate(calls, {at: now});
    return Math.max(0, ...outcomes.map((outcome) => (outcome.ok ? outcome.n : 0)));
  }

  /** Does it, and waits until the light would say saved. */
  async save(...calls: readonly Call[]): Promise<void> {
    const n = await this.do(...calls);
    await vi.waitUntil(() => (this.state?.savedN ?? 0) >= n, 10_000);
  }

  async quit(): Promise<void> {
    await this.shops.current?.close();
  }
}

/** Everything that a shop's database holds but the name of its incarnation, as a digest. */
export async function contentOf(kind: ShopKind): Promise<string> {
  return inDatabase(kind, 'readonly', async (transaction) => {
    const told = new ByteWriter();
    for (const name of [...transaction.objectStoreNames].sort()) {
      const store = transaction.objectStore(name);
      const keys = await answered(store.getAllKeys());
      const values = await answered<unknown[]>(store.getAll());
      for (const [at, key] of keys.entries()) {
        if (name !== 'meta' || key !== 'incarnation') encodeValue(told, [name, key, values[at]], 'sorted');
      }
    }
    return base64url(hashBytes(told.take()));
  });
}

export async function inDatabase<T>(
  kind: ShopKind,
  mode: 'readonly' | 'readwrite',
  body: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const db = await answered(must(Dexie.dependencies.indexedDB, 'a desk with databases').open(databaseOf(kind)));
  try {
    return await body(db.transaction([...db.objectStoreNames], mode));
  } finally {
    db.close();
  }
}
