import {must} from '../../lib/assert.ts';
import {fail, ok, type Result} from '../../lib/result.ts';
import type {Pace} from '../byte-source.ts';
import {tableLimits} from './limits.ts';
import type {OpenedTable, TableWish} from './opened-table.ts';
import type {SteadySource} from './steady-source.ts';
import {inBatches, tableRows, type RowWalk} from './table-rows.ts';
import {sheetReader} from './xlsx-sheet.ts';
import {readWorkbook, type SheetPart, type Workbook} from './xlsx-workbook.ts';
import {zipArchive, type ZipArchive} from './zip-archive.ts';

/** So many rows decide which sheet has the most. */
const comparedRowsMax = 20_000;

/** A workbook of today (Office Open XML). Of a sheet only pieces are unpacked at a time; its shared texts are held. */
export async function xlsxTable(source: SteadySource, wish: TableWish): Promise<Result<OpenedTable>> {
  if (source.size > tableLimits.xlsxBytesMax) {
    return fail('intake.file_too_large', {limitMb: tableLimits.xlsxBytesMax / 2 ** 20});
  }
  const archive = await zipArchive(source);
  if (!archive.ok) return archive;
  const names = [...archive.value.entries.keys()];
  const path = names.find((name) => /^(xl\/)?workbook\d*\.xml$/i.test(name));
  if (!path) return fail('intake.not_a_table', {kind: archiveKind(names)});
  const workbook = await readWorkbook(archive.value, path);
  if (!workbook.ok) return workbook;

  const visible = workbook.value.sheets.filter(({isVisible}) => isVisible);
  const sheets = visible.length > 0 ? visible : workbook.value.sheets;
  const chosen = await chooseSheet(archive.value, workbook.value, {sheets, wished: wish.sheet});
  if (!chosen.ok) return chosen;
  return ok({
    container: 'xlsx',
    encoding: 'utf-8',
    encodingConfidence: 1,
    sheet: chosen.value.name,
    sheets: sheets.map(({name}) => name),
    rows: (pace) => tableRows(walk(source, workbook.value, chosen.value, pace)),
  });
}

async function chooseSheet(
  archive: ZipArchive,
  workbook: Workbook,
  {sheets, wished}: {readonly sheets: readonly SheetPart[]; readonly wished: string | undefined},
): Promise<Result<SheetPart>> {
  if (wished !== undefined) {
    const found = workbook.sheets.find(({name}) => name === wished);
    return found ? ok(found) : fail('intake.sheet_unknown', {sheet: wished});
  }
  let best = must(sheets[0], 'a workbook that was read has a sheet');
  if (sheets.length === 1) return ok(best);
  let most = 0;
  for (const sheet of sheets) {
    const rows = await countRows(archive, workbook, sheet);
    if (!rows.ok) return rows;
    if (rows.value > most) [best, most] = [sheet, rows.value];
  }
  return ok(best);
}

async function countRows(archive: ZipArchive, workbook: Workbook, {entry}: SheetPart): Promise<Result<number>> {
  const reader = sheetReader(workbook);
  let count = 0;
  const unpacking = archive.unpack(entry, (piece) => {
    reader.push(piece);
    count += reader.take().length;
    return count < comparedRowsMax;
  });
  for (;;) {
    const step = await unpacking.next();
    if (step.done) return step.value.ok ? ok(count) : step.value;
  }
}

/** Each walk opens the archive anew, so that what it grows to is counted for this walk alone. */
async function* walk(source: SteadySource, workbook: Workbook, {entry}: SheetPart, pace?: Pace): RowWalk {
  if (entry.isEncrypted) return fail('intake.password_protected');
  const archive = await zipArchive(source);
  if (!archive.ok) return archive;
  const reader = sheetReader(workbook);
  const unpacking = archive.value.unpack(entry, (piece) => {
    reader.push(piece);
    return reader.state() !== 'damaged';
  });
  let rows = 0;
  for (let done = 0; ;) {
    if (pace && !(await pace.step(Math.min(done, source.size), source.size))) return 'cancelled';
    const step = await unpacking.next();
    const batch = reader.take();
    rows += batch.length;
    if (rows > tableLimits.rowsMax) return fail('intake.too_many_rows', {limit: tableLimits.rowsMax});
    yield* inBatches(batch);
    if (!step.done) {
      done = step.value - entry.headerAt;
      continue;
    }
    if (!step.value.ok) return step.value;
    break;
  }
  const unchanged = await source.checkUnchanged();
  if (!unchanged.ok) return unchanged;
  if (pace && !(await pace.step(source.size, source.size))) return 'cancelled';
  return reader.state() === 'complete' ? ok(null) : fail('intake.spreadsheet_damaged');
}

function archiveKind(names: readonly string[]): string {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has('word/')) return 'DOCX';
  if (has('ppt/')) return 'PPTX';
  if (has('xl/workbook.bin')) return 'XLSB';
  if (has('Index/')) return 'Numbers';
  return has('mimetype') && has('content.xml') ? 'ODS' : 'ZIP';
}
