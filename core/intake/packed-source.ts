import {must} from '../lib/assert.ts';
import type {OrderDraft, PackedDraft, PackedSource, SourceRow} from './draft.ts';
import type {SourcePart} from './schema.ts';

/** A draft as it leaves the place where its file was read. */
export function packDraft({source, ...facts}: OrderDraft): PackedDraft {
  return {...facts, source: packSource(source)};
}

// Signs that hardly any cell holds, of one byte in memory, and written as they are where the text stands in JSON.
const [betweenRows, betweenCells] = ['¬', '¦'];
const reserved = /[¬¦]/;

export function packSource(source: readonly SourceRow[]): PackedSource {
  const isPlain =
    source.length > 0 && source.every(({cells}) => cells.length > 0 && !cells.some((cell) => reserved.test(cell)));
  const cells = isPlain
    ? source.map((row) => betweenRows + row.cells.join(betweenCells)).join('')
    : JSON.stringify(source.map((row) => row.cells));
  return {rows: source.map(({row}) => row), cells};
}

function cellsOf(packed: string): readonly (readonly string[])[] {
  if (!packed.startsWith(betweenRows)) return JSON.parse(packed) as readonly (readonly string[])[];
  return packed
    .slice(1)
    .split(betweenRows)
    .map((row) => row.split(betweenCells));
}

/** The rows of a file that an order was read from, as they stood there. */
export function rowsOfPart(part: SourcePart): readonly SourceRow[] {
  if (part.rows) return part.rows;
  const {rows, cells} = must(part.packed, 'rows of every part');
  const lists = cellsOf(cells);
  return rows.map((row, at) => ({row, cells: must(lists[at], 'cells of every row')}));
}
