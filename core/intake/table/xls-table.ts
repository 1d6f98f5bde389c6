import type {CellObject, WorkBook, WorkSheet} from '@e965/xlsx';
import {must} from '../../lib/assert.ts';
import {fail, ok, type Result} from '../../lib/result.ts';
import type {Pace} from '../byte-source.ts';
import {isDateFormat, paddedNumber, plainNumber, serialText, type DateSystem} from './cell-text.ts';
import {tableLimits} from './limits.ts';
import type {OpenedTable, TableRow, TableWish} from './opened-table.ts';
import {isBlank, limitedRow} from './row-fault.ts';
import type {SteadySource} from './steady-source.ts';
import {inBatches, tableRows, type RowWalk} from './table-rows.ts';

type Library = typeof import('@e965/xlsx');

/** A workbook of old (BIFF in a compound file), read as a whole. */
export async function xlsTable(source: SteadySource, wish: TableWish): Promise<Result<OpenedTable>> {
  const bytes = await wholeFile(source);
  if (!bytes.ok) return bytes;
  const library = await import('@e965/xlsx');
  const kind = compoundKind(library, bytes.value);
  if (kind === 'protected') return fail('intake.password_protected');
  if (kind === 'damaged') return fail('intake.spreadsheet_damaged');
  if (kind !== 'workbook') return fail('intake.not_a_table', {kind});
  return workbookTable(source, wish, () => library.read(bytes.value, {...reading, type: 'array'}));
}

/** Tables of a page or of SpreadsheetML, as some shops name `.xls`. */
export async function markupTable(source: SteadySource, wish: TableWish, text: string): Promise<Result<OpenedTable>> {
  const library = await import('@e965/xlsx');
  return workbookTable(source, wish, () => library.read(text, {...reading, type: 'string', raw: true}));
}

/** The file in one piece, where nothing less will do. */
export async function wholeFile(source: SteadySource): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (source.size > tableLimits.xlsBytesMax) {
    return fail('intake.file_too_large', {limitMb: tableLimits.xlsBytesMax / 2 ** 20});
  }
  return source.read(0, source.size);
}

const reading = {dense: true, cellNF: true, cellText: true, cellFormula: false, cellHTML: false} as const;

function workbookTable(source: SteadySource, wish: TableWish, read: () => WorkBook): Result<OpenedTable> {
  const workbook = attempt(read);
  if (!workbook || workbook.SheetNames.length === 0) return fail('intake.spreadsheet_damaged');
  const hidden = workbook.Workbook?.Sheets?.map(({Hidden}) => Hidden ?? 0) ?? [];
  const shown = workbook.SheetNames.filter((_, at) => (hidden[at] ?? 0) === 0);
  const sheets = shown.length > 0 ? shown : workbook.SheetNames;
  if (wish.sheet !== undefined && !workbook.SheetNames.includes(wish.sheet)) {
    return fail('intake.sheet_unknown', {sheet: wish.sheet});
  }
  const system: DateSystem = workbook.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const rowsOf = (name: string): TableRow[] => sheetRows(must(workbook.Sheets[name], 'each name has a sheet'), system);
  const all = (wish.sheet === undefined ? sheets : [wish.sheet]).map((sheet) => ({sheet, rows: rowsOf(sheet)}));
  const best = all.reduce((most, each) => (each.rows.length > most.rows.length ? each : most));
  return ok({
    container: 'xls',
    encoding: 'utf-8',
    encodingConfidence: 1,
    sheet: best.sheet,
    sheets,
    rows: (pace) => tableRows(walk(source, best.rows, pace)),
  });
}

async function* walk(source: SteadySource, rows: readonly TableRow[], pace?: Pace): RowWalk {
  let taken = 0;
  for (const batch of inBatches(rows)) {
    const done = Math.floor((source.size * taken) / rows.length);
    if (pace && !(await pace.step(done, source.size))) return 'cancelled';
    yield batch;
    taken += batch.length;
  }
  const unchanged = await source.checkUnchanged();
  if (!unchanged.ok) return unchanged;
  if (pace && !(await pace.step(source.size, source.size))) return 'cancelled';
  return ok(null);
}

function sheetRows(sheet: WorkSheet, system: DateSystem): TableRow[] {
  const lines = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const rows: TableRow[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? [];
    const cells = Array.from({length: line.length}, (_, column) => cellText(line[column], system));
    if (!isBlank(cells)) rows.push(limitedRow(at + 1, cells));
  }
  return rows;
}

function cellText(cell: CellObject | undefined, system: DateSystem): string {
  if (!cell || cell.v === undefined) return cell?.t === 'e' ? (cell.w ?? '') : '';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '';
  if (cell.t !== 'n') return String(cell.v);
  const format = String(cell.z ?? '');
  const date = isDateFormat(format) ? serialText(Number(cell.v), system) : null;
  return date ?? paddedNumber(plainNumber(String(cell.v)), format);
}

/** What a compound file holds: it is a file system of its own, and older than workbooks. */
function compoundKind(
  library: Library,
  bytes: Uint8Array,
): 'workbook' | 'protected' | 'damaged' | 'DOC' | 'PPT' | 'OLE' {
  const files = attempt(() => library.CFB.read(bytes, {type: 'array'}) as CompoundFile);
  if (!files) return 'damaged';
  const named = (name: string): CompoundEntry | undefined => files.FileIndex.find((each) => each.name === name);
  if (named('EncryptedPackage') ?? named('EncryptionInfo')) return 'protected';
  const stream = named('Workbook') ?? named('Book');
  if (stream) return isProtected(Uint8Array.from(stream.content ?? [])) ? 'protected' : 'workbook';
  if (named('WordDocument')) return 'DOC';
  return named('PowerPoint Document') ? 'PPT' : 'OLE';
}

interface CompoundEntry {
  readonly name: string;
  readonly content?: ArrayLike<number>;
}

interface CompoundFile {
  readonly FileIndex: readonly CompoundEntry[];
}

/** A FILEPASS record (2.4.117 of MS-XLS) stands among the first of a protected workbook. */
function isProtected(stream: Uint8Array): boolean {
  const [filePass, endOfGlobals] = [0x2f, 0x0a];
  const word = (at: number): number => (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
  for (let at = 0; at + 4 <= stream.length; at += 4 + word(at + 2)) {
    if (word(at) === filePass) return true;
    if (word(at) === endOfGlobals) return false;
  }
  return false;
}

/** The library throws at whatever it cannot read. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
