import {asianExports} from './asian-exports.ts';
import type {ExportTable} from './export-cells.ts';
import type {InventedOrder} from './invented-orders.ts';
import {marketExports} from './market-exports.ts';
import {shopExports} from './shop-exports.ts';

/** One for each known format, in its own words and ways of writing. */
export const exportTables: readonly ExportTable[] = [...shopExports, ...marketExports, ...asianExports];

/** The table of some orders: header first. */
export function tableOf(
  {columns, rowsOf}: ExportTable,
  orders: readonly InventedOrder[],
): readonly (readonly string[])[] {
  const rows = orders.flatMap((order) => {
    const lines = rowsOf === 'order' ? order.lines.slice(0, 1) : order.lines;
    const each = lines.flatMap((line) => Array.from({length: rowsOf === 'piece' ? line.quantity : 1}, () => line));
    return each.map((line, at) => ({order, line, isFirst: at === 0}));
  });
  return [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))];
}
