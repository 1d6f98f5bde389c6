import type {ByteSource} from '#core/intake/byte-source.ts';
import type {SourceRow} from '#core/intake/draft.ts';
import {type Result, ok} from '#core/lib/result.ts';
import {openTable} from '#core/intake/table/open-table.ts';
import type {TableWish} from '#core/intake/table/opened-table.ts';

/** As deep as a header may stand below a preamble, and the rows shown under it. */
const rowsMax = 50;
/** Enough to recognise a column by; longer cells are shown in full nowhere. */
const cellCharsMax = 400;

/** The first records of a file, preamble and header among them, whatever is made of them later. */
export async function sampleOf(source: ByteSource, wish: TableWish): Promise<Result<readonly SourceRow[]>> {
  const table = await openTable(source, wish);
  if (!table.ok) return table;

  const sample: SourceRow[] = [];
  for await (const rows of table.value.rows()) {
    for (const {row, cells} of rows) sample.push({row, cells: cells.map((cell) => cell.slice(0, cellCharsMax))});
    if (sample.length >= rowsMax) break;
  }
  return ok(sample.slice(0, rowsMax));
}

/** Rows of a file by their numbers, as they stand in it; asked for where only a few are looked at. */
export async function rowsOf(
  source: ByteSource,
  wish: TableWish,
  numbers: readonly number[],
): Promise<Result<readonly SourceRow[]>> {
  const table = await openTable(source, wish);
  if (!table.ok) return table;

  const wanted = new Set(numbers);
  const found: SourceRow[] = [];
  const walk = table.value.rows();
  for await (const rows of walk) {
    for (const {row, cells} of rows) if (wanted.has(row)) found.push({row, cells});
    if (found.length >= wanted.size) return ok(found);
  }
  const ended = walk.ended();
  return ended !== 'cancelled' && !ended.ok ? ended : ok(found);
}
