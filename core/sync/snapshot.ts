import {canonical} from '../lib/canonical.ts';
import {base64url, hashText} from '../lib/hash.ts';
import {parsedJson, parsedJsonBytes} from '../lib/parsed-json.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {type Shaped, check, integer, list, object, pattern, text} from '../lib/shape.ts';
import {type Row, type TableName, tables} from '../schema.ts';
import type {PageRows} from './page.ts';

/** A shop travels in chunks: rows of one table in the order of their ids, a line each. These bound all chunks but those of one long row. */
export const chunkRowsMax = 256;
export const chunkUnitsAbout = 256 * 1024;
const chunksMax = 100_000;

const hash = pattern(/^[A-Za-z0-9_-]{43}$/);

/** What a list of chunks says of one: `sha` is SHA-256 of its text, `bytes` how long that is as UTF-8. */
export const chunkFacts = object({
  sha: hash,
  table: text({min: 1, max: 60}),
  rows: integer({min: 1, max: chunkRowsMax}),
  bytes: integer({min: 1}),
});
export type ChunkFacts = Shaped<typeof chunkFacts>;

/** Everything a shop begins with. */
export const genesisManifest = object({chunks: list(chunkFacts, {max: chunksMax})});

/** The hash of a log at its beginning: that of the list of what the shop began with, in the order of their hashes. */
export function genesisHash(chunks: readonly ChunkFacts[]): string {
  return base64url(hashText(canonical(chunks.toSorted((a, b) => (a.sha < b.sha ? -1 : 1)))));
}

/** The text of a chunk, each line with its end. */
export function chunkText(rows: readonly string[]): string {
  return rows.map((row) => `${row}\n`).join('');
}

/** The rows of a chunk, each with its canonical text; a fault where one is no row of its table, told otherwise, or out of turn. */
export function rowsOfChunk(
  table: string,
  told: string,
): Result<readonly {readonly row: Row; readonly text: string}[]> {
  if (!isTableName(table)) return fail('core.bad_shape', {path: 'table'});
  const lines = told.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const rows: {row: Row; text: string}[] = [];
  for (const [at, line] of lines.entries()) {
    const row = check(tables[table].shape, parsedJson(line));
    const before = rows.at(-1)?.row.id ?? '';
    if (!row.ok || canonical(row.value) !== line || (row.value as Row).id <= before) {
      return fail('core.bad_shape', {path: `${table}.${at}`});
    }
    rows.push({row: row.value as Row, text: line});
  }
  return ok(rows);
}

const lineFeed = 10;

/**
 * The rows of a chunk together with their bytes, which can rest as a page as they are. For a desk that has seen that the bytes are
 * those the master tells of: how each row is told is the master's to see to, and costs as much again as to read it.
 */
export function restingRows(
  table: TableName,
  bytes: Uint8Array<ArrayBuffer>,
): Result<{readonly rows: readonly Row[]; readonly resting: Omit<PageRows, 'page'>}> {
  const rows: Row[] = [];
  const ends: number[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(lineFeed, from);
    const end = found < 0 ? bytes.length : found + 1;
    const row = check(tables[table].shape, parsedJsonBytes(bytes.subarray(from, end))) as Result<Row>;
    if (!row.ok || row.value.id <= (rows.at(-1)?.id ?? '')) {
      return fail('core.bad_shape', {path: `${table}.${String(rows.length)}`});
    }
    rows.push(row.value);
    ends.push(end);
    from = end;
  }
  return ok({rows, resting: {bytes, ends: Uint32Array.from(ends)}});
}

function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
