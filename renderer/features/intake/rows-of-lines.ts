import type {SourceRow} from '#core/intake/draft.ts';
import type {Order} from '#core/orders/schema.ts';

type Line = Order['lines'][number];

/** Which row each line of an order comes from: the first that names its code or its title and was not taken by a line before. */
export function rowsOfLines(lines: readonly Line[], rows: readonly SourceRow[]): ReadonlyMap<number, Line> {
  const found = new Map<number, Line>();
  for (const line of lines) {
    const names = [line.sku, line.title].filter((name) => name !== '');
    const row = rows.find(
      ({row: at, cells}) => !found.has(at) && names.some((name) => cells.some((cell) => tells(cell, name))),
    );
    if (row) found.set(row.row, line);
  }
  return found;
}

function tells(cell: string, name: string): boolean {
  return cell.trim() === name || cell.replaceAll(/\s+/g, ' ').trim() === name;
}
