import type {OutboxRow, WriteTx} from '#core/sync/store.ts';
import {addedAnew, answered} from './idb-transaction.ts';

/**
 * A row before all others that says nothing and stays. Chromium's database walks over everything that was deleted from the beginning of
 * an object store whenever it looks behind its end, and asking for the last row is that; it stops at the first key that is there.
 */
const anchor = -1;

/**
 * More than so many wait until all that is before the last can go: the database forgets a whole object store at once, and of a part it
 * looks at every row.
 */
const goneTogether = 500;

/** The mutations of a shop as they rest in its database. */
export class KeptOutbox {
  /** Nothing is left of them up to here: to delete from the beginning again would walk over all that was. */
  #goneUpTo: number | undefined;

  in(transaction: IDBTransaction): Pick<WriteTx, 'outbox' | 'lastOfOutbox' | 'append' | 'guess' | 'letGo'> {
    const rows = transaction.objectStore('outbox');
    return {
      outbox: async (after, limit) => answered(rows.getAll(IDBKeyRange.lowerBound(after, true), limit)),
      lastOfOutbox: () => lastOfOutbox(transaction),
      append: (row) => addedAnew(rows.add(row)),
      guess: async (row) => {
        await answered(rows.put(row));
      },
      letGo: async (upTo) => {
        const last = (await answered(rows.openKeyCursor(null, 'prev')))?.key;
        if (typeof last !== 'number' || last === anchor) return;
        const [from, to] = [this.#goneUpTo ?? anchor, upTo < last ? upTo : last - 1];
        if (to <= from) return;
        const isMuch = to - from > goneTogether;
        if (isMuch && to < last - 1) return;
        if (isMuch) {
          const kept: unknown = await answered(rows.get(last));
          rows.clear();
          rows.put(kept);
        } else rows.delete(IDBKeyRange.bound(from, to, true));
        await answered(rows.put({n: anchor}));
        transaction.addEventListener('complete', () => {
          this.#goneUpTo = to;
        });
      },
    };
  }

  /** Others may stand there now. */
  forget(): void {
    this.#goneUpTo = undefined;
  }
}

export async function lastOfOutbox(transaction: IDBTransaction): Promise<OutboxRow | undefined> {
  const cursor = await answered(transaction.objectStore('outbox').openCursor(null, 'prev'));
  return cursor && cursor.key !== anchor ? (cursor.value as OutboxRow) : undefined;
}
