import * as spreadsheet from '@e965/xlsx';
import {encodedText} from './encoded-text.ts';

export type Rows = readonly (readonly string[])[];

export interface TextShape {
  readonly separator: string;
  readonly encoding: string;
  readonly newline: string;
  readonly quotesAll: boolean;
}

export const plainShape: TextShape = {separator: ',', encoding: 'utf-8', newline: '\n', quotesAll: false};

/** The bytes of a table as a text; undefined where the encoding lacks one of its letters. A name that ends in ` with mark` writes one. */
export function textBytes(rows: Rows, shape: Partial<TextShape> = {}): Uint8Array<ArrayBuffer> | undefined {
  const {separator, encoding, newline, quotesAll} = {...plainShape, ...shape};
  const written = (cell: string): string =>
    quotesAll || /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((cells) => `${cells.map(written).join(separator)}${newline}`).join('');
  const mark = encoding.endsWith(' with mark') ? '\uFEFF' : '';
  return encodedText(mark + text, encoding.replace(' with mark', '')) ?? undefined;
}

/** The table as the first sheet of a workbook; `numbers` makes cells that look like plain numbers numbers, as people's programs do. */
export function workbookBytes(
  rows: Rows,
  {numbers, bookType}: {readonly numbers: boolean; readonly bookType: 'xlsx' | 'biff8'},
): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row) => row.map((cell) => (numbers && isPlainNumber(cell) ? Number(cell) : cell)));
  const book = spreadsheet.utils.book_new();
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(cells), 'Orders');
  return new Uint8Array(spreadsheet.write(book, {bookType, type: 'array'}) as ArrayBuffer);
}

function isPlainNumber(cell: string): boolean {
  return /^-?(?:0|[1-9]\d{0,6})(?:\.\d\d)?$/.test(cell);
}
