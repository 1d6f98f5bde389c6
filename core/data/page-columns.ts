import {assert} from '../lib/assert.ts';
import type {Vault} from '../lib/sealed.ts';
import type {AnyView, Column} from '../lib/view.ts';

/** What of a page's columns is read at every start: all that sorting by a number, filtering and counting need. */
export interface LightColumns {
  readonly version: number;
  readonly numbers: Readonly<Record<string, Float64Array | Int32Array>>;
  readonly codes: Readonly<Record<string, {readonly names: readonly string[]; readonly at: Uint16Array | Uint8Array}>>;
}

/** What is read when somebody looks or searches. Texts are joined by newlines; personal ones sealed as a whole. */
export interface PageTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** The columns of one page. */
export interface PageColumns extends LightColumns, PageTexts {}

/** What one row says in the columns of a view. */
export interface RowValues {
  readonly numbers: Readonly<Record<string, number>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
}

type LooseColumn = Column<unknown, unknown>;

export function columnsOf(view: AnyView, kind: LooseColumn['kind']): readonly (readonly [string, LooseColumn])[] {
  return (Object.entries(view.columns) as [string, LooseColumn][]).filter(([, column]) => column.kind === kind);
}

/** A row through a view; `personal` is its opened personal value. A missing number is NaN. */
export function valuesOf(view: AnyView, row: unknown, personal: unknown): RowValues {
  const {numbers, codes, texts} = clearValuesOf(view, row);
  return {numbers, codes, texts: {...texts, ...personalTextsOf(view, personal)}};
}

/** What of a row can be told without opening its personal value. */
export function clearValuesOf(view: AnyView, row: unknown): RowValues {
  const numbers: Record<string, number> = {};
  const codes: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const [name, column] of Object.entries(view.columns) as [string, LooseColumn][]) {
    if (column.kind === 'number') numbers[name] = column.of(row) ?? Number.NaN;
    else if (column.kind === 'code') codes[name] = column.of(row);
    else if (column.kind === 'text') texts[name] = oneLine(column.of(row));
  }
  return {numbers, codes, texts};
}

/** All texts of a row; `personal` is its opened personal value. */
export function textsOf(view: AnyView, row: unknown, personal: unknown): RowValues['texts'] {
  const clear = columnsOf(view, 'text').map(([name, {of}]) => [name, oneLine(of(row) as string)]);
  return {...Object.fromEntries(clear), ...personalTextsOf(view, personal)};
}

export function personalTextsOf(view: AnyView, personal: unknown): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, column] of Object.entries(view.columns) as [string, LooseColumn][]) {
    if (column.kind === 'personal') texts[name] = oneLine(column.of(personal));
  }
  return texts;
}

/** Columns hold one line for each row. */
function oneLine(text: string): string {
  return /[\n\r]/.test(text) ? text.replaceAll(/[\n\r]+/g, ' ') : text;
}

/** Numbers and codes of rows, each column in the smallest array that holds it exactly. */
export function packLight(view: AnyView, values: readonly RowValues[]): LightColumns {
  const numbers = columnsOf(view, 'number').map(([name]) => {
    return [name, packNumbers(values.map((row) => row.numbers[name] ?? Number.NaN))] as const;
  });
  const codes = columnsOf(view, 'code').map(([name]) => {
    return [name, packCodes(values.map((row) => row.codes[name] ?? ''))] as const;
  });
  return {version: view.version, numbers: Object.fromEntries(numbers), codes: Object.fromEntries(codes)};
}

/** The same of whole rows, column by column: values of each row would be as many objects. */
export function packColumnsOf(view: AnyView, rows: readonly unknown[]): LightColumns {
  const numbers = columnsOf(view, 'number').map(([name, {of}]) => {
    return [name, packNumbers(rows.map((row) => (of(row) as number | undefined) ?? Number.NaN))] as const;
  });
  const codes = columnsOf(view, 'code').map(([name, {of}]) => {
    return [name, packCodes(rows.map((row) => of(row) as string))] as const;
  });
  return {version: view.version, numbers: Object.fromEntries(numbers), codes: Object.fromEntries(codes)};
}

function packCodes(words: readonly string[]): LightColumns['codes'][string] {
  const codeOf = new Map<string, number>();
  const at = words.map((word) => {
    const known = codeOf.get(word) ?? codeOf.size;
    codeOf.set(word, known);
    return known;
  });
  return {names: [...codeOf.keys()], at: codeOf.size <= 256 ? Uint8Array.from(at) : Uint16Array.from(at)};
}

function packNumbers(values: readonly number[]): Float64Array | Int32Array {
  const fits = values.every((value) => (value | 0) === value && !Object.is(value, -0));
  return fits ? Int32Array.from(values) : Float64Array.from(values);
}

/** The texts of one page, personal ones sealed as a whole. */
export async function packTexts(
  view: AnyView,
  values: readonly Pick<RowValues, 'texts'>[],
  vault: Vault,
): Promise<PageTexts> {
  const sealed = await vault.sealBytes(new TextEncoder().encode(JSON.stringify(joinedTexts(view, 'personal', values))));
  return {texts: joinedTexts(view, 'text', values), sealed};
}

/** The texts of one kind of rows, a line for each row. */
export function joinedTexts(
  view: AnyView,
  kind: 'text' | 'personal',
  values: readonly Pick<RowValues, 'texts'>[],
): Readonly<Record<string, string>> {
  const columns = columnsOf(view, kind).map(([name]) => [name, values.map((row) => row.texts[name]).join('\n')]);
  return Object.fromEntries(columns) as Record<string, string>;
}

/** The columns of a page of rows, `values` in row order. */
export async function packColumns(view: AnyView, values: readonly RowValues[], vault: Vault): Promise<PageColumns> {
  return {...packLight(view, values), ...(await packTexts(view, values, vault))};
}

/** Older stores have pages whose personal texts rest in the envelopes of their rows: they are made again. */
export function isSealedTexts(rested: unknown): rested is PageTexts {
  return typeof rested === 'object' && rested !== null && 'sealed' in rested;
}

/** The personal texts of a page, opened. */
export async function openTexts(columns: PageTexts, vault: Vault): Promise<Readonly<Record<string, string>>> {
  const opened: unknown = JSON.parse(new TextDecoder().decode(await vault.openBytes(columns.sealed)));
  assert(typeof opened === 'object' && opened !== null, 'sealed columns hold a record of texts');
  return opened as Record<string, string>;
}
