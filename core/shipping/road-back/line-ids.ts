import type {OrderLine} from '../../orders/schema.ts';
import type {Channel} from '../../storefronts/schema.ts';
import type {SharedLine} from './shipment.ts';

/** Rows of a file that an order came by, under the names of their columns. */
export interface RowsTold {
  readonly header: readonly string[];
  readonly rows: readonly {readonly cells: readonly string[]}[];
}

export type LineIds = Pick<SharedLine, 'lineId' | 'itemId'>;

/** What exports call a channel's own numbers of a line and of its listing. */
const columns: Readonly<
  Partial<Record<Channel, {readonly line: readonly string[]; readonly item: readonly string[]}>>
> = {
  amazon: {line: ['order-item-id'], item: []},
  ebay: {line: ['Transaction ID'], item: ['Item Number']},
};

/** Whether a channel knows the lines of an order by numbers of its own. */
export function hasLineIds(channel: Channel): boolean {
  return columns[channel] !== undefined;
}

/** The channel's numbers of an order's lines, by their place, as far as the files it came by tell them; each row is that of one line. */
export function lineIdsOf(
  channel: Channel,
  lines: readonly OrderLine[],
  sources: readonly RowsTold[],
): ReadonlyMap<number, LineIds> {
  const found = new Map<number, LineIds>();
  const wanted = columns[channel];
  if (!wanted) return found;
  for (const {header, rows} of sources) {
    const [lineAt, itemAt] = [placeOf(header, wanted.line), placeOf(header, wanted.item)];
    if (lineAt < 0) continue;
    const left = new Set(rows);
    for (const [at, line] of lines.entries()) {
      const row = [...left].find(({cells}) => tells(cells, line) && (cells[lineAt] ?? '').trim() !== '');
      if (!row || found.has(at)) continue;
      left.delete(row);
      const itemId = itemAt < 0 ? '' : (row.cells[itemAt] ?? '').trim();
      found.set(at, {lineId: (row.cells[lineAt] ?? '').trim(), ...(itemId !== '' && {itemId})});
    }
  }
  return found;
}

function placeOf(header: readonly string[], names: readonly string[]): number {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return header.findIndex((name) => wanted.has(name.trim().toLowerCase()));
}

function tells(cells: readonly string[], {sku, title}: OrderLine): boolean {
  const names = [sku, title].filter((name) => name !== '');
  return names.some((name) => cells.some((cell) => cell.replaceAll(/\s+/g, ' ').trim() === name));
}
