import {base64url} from '#core/lib/hash.ts';
import {ByteWriter} from '#core/snapshot/byte-writer.ts';
import {ChunkFiller, type PlainChunk} from '#core/snapshot/chunk-content.ts';
import {encodeValue} from '#core/snapshot/value-codec.ts';
import {inTransaction} from '../idb-transaction.ts';
import {readRecords} from './read-records.ts';

/**
 * SHA-256 over every record of every object store, by names and keys in order, fields sorted: equal stores have equal digests,
 * whatever their layout's empty object stores. One transaction for each object store: for a database that nobody writes to.
 */
export async function storeDigest(db: IDBDatabase): Promise<string> {
  const parts = new ByteWriter();
  for (const name of [...db.objectStoreNames].sort()) {
    const hashes: Promise<ArrayBuffer>[] = [];
    const hash = ({bytes}: PlainChunk): void => {
      hashes.push(crypto.subtle.digest('SHA-256', bytes));
    };
    // Where chunks end depends on the records alone, so their hashes do too.
    await inTransaction(db, 'readonly', (transaction) =>
      readRecords(transaction.objectStore(name), new ChunkFiller(name, 'keyedRecords', 'sorted'), hash),
    );
    if (hashes.length === 0) continue;
    encodeValue(parts, name);
    for (const each of await Promise.all(hashes)) parts.raw(new Uint8Array(each));
  }
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', parts.take())));
}
