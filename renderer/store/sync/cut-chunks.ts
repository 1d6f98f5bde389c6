import {base64url} from '#core/lib/hash.ts';
import {utf8} from '#core/lib/utf8.ts';
import type {TableName} from '#core/schema.ts';
import {type ChunkFacts, chunkRowsMax, chunkText, chunkUnitsAbout} from '#core/sync/snapshot.ts';
import type {ConfirmedRow} from './confirmed-rows.ts';

export interface Chunk {
  readonly facts: ChunkFacts;
  readonly text: string;
}

/** Rows of one table in the order of their ids, cut into chunks. The same rows give the same chunks. */
export async function* cutChunks(table: TableName, rows: readonly ConfirmedRow[]): AsyncGenerator<Chunk> {
  for (let from = 0; from < rows.length;) {
    let [to, units] = [from, 0];
    for (; to < rows.length && to - from < chunkRowsMax; to += 1) {
      const {length} = rows[to]?.text ?? '';
      if (to > from && units + length > chunkUnitsAbout) break;
      units += length + 1;
    }
    const text = chunkText(rows.slice(from, to).map((row) => row.text));
    const bytes = utf8(text);
    yield {facts: {sha: await shaOf(bytes), table, rows: to - from, bytes: bytes.length}, text};
    from = to;
  }
}

export async function shaOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
