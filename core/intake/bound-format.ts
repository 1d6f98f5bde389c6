import {plainCell, plainCode, saysNothing} from './cell-text.ts';
import {foldName} from './fold-name.ts';
import {type CellText, type Field, type Format, fields} from './format.ts';

/** A format put onto the header of one file: which column tells which field. */
export interface BoundFormat {
  readonly format: Format;
  readonly header: readonly string[];
  /** Column of a field, -1 where the file has none. */
  readonly column: Readonly<Record<Field, number>>;
  /** Columns that are read and stand in the header twice: the second must say what the first says. */
  readonly twice: readonly {readonly first: number; readonly second: number}[];
  /** One field of a row: its column, where the format packs lines into several columns all of them, each on a line of its own. */
  cell(row: readonly string[], field: Field): string;
  /** `cell` for one field and many rows. */
  reader(field: Field): (row: readonly string[]) => string;
  /** Fields read from a row. */
  cells(row: readonly string[]): CellText;
}

const codes: ReadonlySet<Field> = new Set([
  'orderNumber',
  'fallbackNumber',
  'sku',
  'shipPostalCode',
  'buyerPhone',
  'shipPhone',
  'trackingNumber',
]);

// What spreadsheets and scripts take for a number: `400081.0` is a postal code.
const numbers: ReadonlySet<Field> = new Set([
  'orderNumber',
  'fallbackNumber',
  'buyerHandle',
  'buyerPhone',
  'shipPhone',
  'shipPostalCode',
]);
const wholeNumber = /^\d+\.0$/;

export function bindFormat(format: Format, header: readonly string[]): BoundFormat {
  const places = new Map<string, number>();
  const again = new Map<number, number>();
  header.forEach((cell, at) => {
    const name = foldName(cell);
    if (name === '') return;
    const first = places.get(name);
    if (first === undefined) places.set(name, at);
    else if (!again.has(first)) again.set(first, at);
  });

  const column = Object.fromEntries(
    fields.map((field) => [field, firstPlace(format.columns[field] ?? [], places)]),
  ) as Record<Field, number>;
  const packed = everyPlace(format.columns.packedLines ?? [], header);
  const codesAt = everyPlace(format.columns.sku ?? [], header);
  const cell = (row: readonly string[], field: Field) => {
    if (field === 'packedLines' && packed.length > 1) return filled(row, packed, field).join('\n');
    // A seller's own code may be blank where the channel's is not.
    if (field === 'sku' && codesAt.length > 1) return filled(row, codesAt, field)[0] ?? '';
    return cellOf(row, column[field], field);
  };
  const used = new Set(Object.values(column).filter((at) => at >= 0));
  const twice = [...again].filter(([first]) => used.has(first)).map(([first, second]) => ({first, second}));

  return {
    format,
    header,
    column,
    twice,
    cell,
    cells: (row) => (field) => cell(row, field),
    reader(field) {
      const at = column[field];
      if (field === 'packedLines' || field === 'sku') return (row) => cell(row, field);
      return at < 0 ? () => '' : (row) => cellOf(row, at, field);
    },
  };
}

/** The plain text of a cell; '' for what says that there is nothing. */
export function cellOf(row: readonly string[], at: number, field: Field): string {
  const cell = at < 0 ? '' : (row[at] ?? '');
  if (cell === '') return '';
  const plain = plainCell(cell);
  if (saysNothing(plain)) return '';
  if (plain.charCodeAt(0) === apostrophe && codes.has(field)) return plainCode(plain);
  return isTenth(plain) && numbers.has(field) && wholeNumber.test(plain) ? plain.slice(0, -2) : plain;
}

const apostrophe = 0x27;

/** Whether a text ends in `.0`; asked of every cell. */
function isTenth(text: string): boolean {
  const end = text.length - 1;
  return text.charCodeAt(end) === 0x30 && text.charCodeAt(end - 1) === 0x2e;
}

function firstPlace(names: readonly string[], places: ReadonlyMap<string, number>): number {
  for (const name of names) {
    const at = places.get(foldName(name));
    if (at !== undefined) return at;
  }
  return -1;
}

// In the order of the names, and of the header among the columns of one name; a last `*` stands for any ending.
function everyPlace(names: readonly string[], header: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const name of names) {
    const wanted = foldName(name);
    header.forEach((cell, at) => {
      const given = foldName(cell);
      if (given === wanted || (name.endsWith('*') && given.startsWith(wanted))) found.add(at);
    });
  }
  return [...found];
}

function filled(row: readonly string[], places: readonly number[], field: Field): readonly string[] {
  return places.map((at) => cellOf(row, at, field)).filter((text) => text !== '');
}
