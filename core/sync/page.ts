import {must} from '../lib/assert.ts';
import {roomFor} from '../lib/utf8.ts';
import type {Row, TableName} from '../schema.ts';

/** Rows in one page, except the last of a load. */
export const rowsPerPage = 256;

/** Pages that share a head, except the last head of a load: few and large values are read several times faster. */
export const pagesPerHead = 16;

/** What is read of neighbouring pages at every start: identities and the columns made from their rows. */
export interface PageHead {
  /** Number of the first of its pages. */
  readonly page: number;
  /** For each page its ids in row order, joined by newlines. */
  readonly ids: readonly string[];
  /** What the view of this table made of the rows; opaque here, a cache that the rows can always rebuild. */
  readonly columns: unknown;
}

/** What is read of a page when its rows are looked at or searched, made the first time somebody does; as opaque here. */
export interface PageTexts {
  readonly page: number;
  readonly texts: unknown;
}

/** Pages as they are written: one head, rows for each of its pages, and texts where they are made already. */
export interface PageGroup {
  readonly head: PageHead;
  readonly texts: readonly PageTexts[];
  readonly rows: readonly PageRows[];
}

/** Rows that become a page of their own, with what a view makes of them where their table has one. */
export interface NewPage {
  readonly rows: readonly Row[];
  /** The same rows as they will rest, where they came so. */
  readonly resting?: Omit<PageRows, 'page'>;
  readonly columns?: unknown;
}

/** Makes what a view needs of rows of a packed table that become a page; undefined where it has no view: they stay loose. */
export type PackPage = (table: TableName, rows: readonly Row[]) => NewPage | undefined;

/** The group of one page that a store appends as number `page`. */
export function pageGroup(page: number, {rows, resting, columns}: NewPage): PageGroup {
  const head = {page, ids: [rows.map(({id}) => id).join('\n')], columns};
  return {
    head,
    texts: [],
    rows: [resting ? {page, ...resting} : encodeRows(page, rows)],
  };
}

/** The rows of one page as UTF-8 JSON, one behind the other, perhaps with line feeds between; row `i` ends before byte `ends[i]`. */
export interface PageRows {
  readonly page: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

const bytesPerUnitMost = 3;

export function encodeRows(page: number, rows: readonly Row[]): PageRows {
  const encoder = new TextEncoder();
  const texts = rows.map((row) => JSON.stringify(row));
  // One room for all: encoded one by one, every row would bring a buffer of its own.
  const room = roomFor(texts.reduce((sum, {length}) => sum + length * bytesPerUnitMost, 0));
  const ends = new Uint32Array(texts.length);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at += encoder.encodeInto(text, room.subarray(at)).written;
    ends[index] = at;
  }
  return {page, bytes: room.slice(0, at), ends};
}

const decoder = new TextDecoder('utf-8', {fatal: true});

/** Row `index` of a page. Only checked rows become pages, so its type is known. */
export function decodeRow<N extends TableName>(rows: PageRows, index: number): Row<N> {
  const start = index === 0 ? 0 : must(rows.ends[index - 1], 'a row before this one');
  const end = must(rows.ends[index], 'a row of this page');
  return JSON.parse(decoder.decode(rows.bytes.subarray(start, end))) as Row<N>;
}
