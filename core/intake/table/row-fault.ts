import type {Fault} from '../../faults.ts';
import {tableLimits} from './limits.ts';
import type {TableRow} from './opened-table.ts';

const limit = tableLimits.cellCharsMax;

/** The row, rejected when one of its cells is beyond what a cell or a row may hold; such cells are cut to be shown. */
export function limitedRow(row: number, cells: readonly string[]): TableRow {
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  if (longest > limit) {
    return rejectedRow(row, cells, {code: 'intake.cell_too_long', values: {row, length: longest, limit}});
  }
  if (cells.length > tableLimits.columnsMax) {
    return rejectedRow(row, cells, {code: 'intake.too_many_cells', values: {row, limit: tableLimits.columnsMax}});
  }
  return {row, cells};
}

/** A row that gives nothing: what of it can be shown, and why. */
export function rejectedRow(row: number, cells: readonly string[], fault: Fault): TableRow {
  const shown = cells.slice(0, tableLimits.columnsMax).map((cell) => cell.slice(0, limit));
  return {row, cells: shown, fault};
}

/** Whether no cell has any text. */
export function isBlank(cells: readonly string[]): boolean {
  const first = cells[0];
  // Nearly every row ends here: its first cell begins with a letter or a digit.
  if (first !== undefined && first.charCodeAt(0) > 32 && first.charCodeAt(0) < 127) return false;
  return cells.every((cell) => cell.trim() === '');
}
