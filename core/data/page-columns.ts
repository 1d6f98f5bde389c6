import {assert} from '../lib/assert.ts';
import type {Vault} from '../lib/sealed.ts';
import type {AnyView, Column} from '../lib/view.ts';

/** What of a page's columns is read at every start: all that sorting by a number, filtering and counting need. */
export interface LightColumns {
  readonly version: number;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly codes: Readonly<Record<string, {readonly names: readonly string[]; readonly at: Uint16Array}>>;
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
  const numbers: Record<string, number> = {};
  const codes: Record<string, string> = {};
  const texts: Record<string, string> = {};
  for (const [name, column] of Object.entries(view.columns) as [string, LooseColumn][]) {
    if (column.kind === 'number') numbers[name] = column.of(row) ?? Number.NaN;
    else if (column.kind === 'code') codes[name] = column.of(row);
    else if (column.kind === 'text') texts[name] = oneLine(column.of(row));
    else texts[name] = oneLine(column.of(personal));
  }
  return {numbers, codes, texts};
}

/** Columns hold one line for each row. */
function oneLine(text: string): string {
  return /[\n\r]/.test(text) ? text.replaceAll(/[\n\r]+/g, ' ') : text;
}

/** The columns of a page of rows, `values` in row order. */
export async function packColumns(view: AnyView, values: readonly RowValues[], vault: Vault): Promise<PageColumns> {
  const numbers = columnsOf(view, 'number').map(([name]) => {
    return [name, Float64Array.from(values, (row) => row.numbers[name] ?? Number.NaN)] as const;
  });
  const codes = columnsOf(view, 'code').map(([name]) => {
    const names = [...new Set(values.map((row) => row.codes[name] ?? ''))];
    const at = Uint16Array.from(values, (row) => names.indexOf(row.codes[name] ?? ''));
    return [name, {names, at}] as const;
  });
  const joined = (kind: 'text' | 'personal'): Record<string, string> =>
    Object.fromEntries(columnsOf(view, kind).map(([name]) => [name, values.map((row) => row.texts[name]).join('\n')]));
  return {
    version: view.version,
    numbers: Object.fromEntries(numbers),
    codes: Object.fromEntries(codes),
    texts: joined('text'),
    sealed: await vault.sealBytes(new TextEncoder().encode(JSON.stringify(joined('personal')))),
  };
}

/** The personal texts of a page, opened. */
export async function openTexts(columns: PageTexts, vault: Vault): Promise<Readonly<Record<string, string>>> {
  const opened: unknown = JSON.parse(new TextDecoder().decode(await vault.openBytes(columns.sealed)));
  assert(typeof opened === 'object' && opened !== null, 'sealed columns hold a record of texts');
  return opened as Record<string, string>;
}
