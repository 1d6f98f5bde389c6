import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {Instant} from '#core/time/instant.ts';
import {journalledOf} from '#core/sync/replica.ts';
import type {Store} from '#core/sync/store.ts';

const mutationsPerRead = 250;
const encoder = new TextEncoder();

/** What a store tells of its mutations, kept in a file before the store is built anew: nobody knows yet whether all are known. Answers how many. */
export async function setAside(
  store: Store,
  {disk, kind, now}: {readonly disk: Disk; readonly kind: ShopKind; readonly now: Instant},
): Promise<number> {
  const path = `${kind}/found/${String(now)}.jsonl`;
  let after = 0;
  let count = 0;
  let at = 0;
  for (;;) {
    const rows = await store.read((tx) => tx.outbox(after, mutationsPerRead));
    const last = rows.at(-1);
    if (!last) return count;
    const lines = encoder.encode(
      rows.map((row) => `${JSON.stringify({...journalledOf(row), hash: row.hash})}\n`).join(''),
    );
    await disk.write(path, at, lines);
    at += lines.length;
    count += rows.length;
    after = last.n;
  }
}
