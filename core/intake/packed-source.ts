import {must} from '../lib/assert.ts';
import type {OrderDraft, PackedDraft, PackedSource, SourceRow} from './draft.ts';
import type {SourcePart} from './schema.ts';

/** A draft as it is planned with. */
export function packDraft({source, ...facts}: OrderDraft): PackedDraft {
  return {...facts, source: packSource(source)};
}

// Signs that hardly any cell holds, of one byte, and written as they are where the text stands in JSON.
const [betweenRows, betweenCells, blank] = ['~', '\u007F', '^'];
const reserved = /[~^\u007F]/;
/** As older imports wrote them, every cell as it stands. */
const [betweenRowsOnce, betweenCellsOnce] = ['¬', '¦'];

/** Rows as one text. What stands in the cell above too, as half of what a file tells of an order does, is left out. */
export function packSource(source: readonly SourceRow[]): PackedSource {
  let above: readonly string[] = [];
  // A row without cells would come back with one that is blank.
  let isPlain = source.length > 0 && source.every((row) => row.cells.length > 0);
  const written = source.map(({cells: own}) => {
    const row = own.map((cell, at) => {
      if (cell === (above[at] ?? '')) return '';
      if (reserved.test(cell)) isPlain = false;
      return cell === '' ? blank : cell;
    });
    above = own;
    return row.join(betweenCells);
  });
  return {
    rows: source.map(({row}) => row),
    // Joined: put together piece by piece, a text is as many texts, which a browser gathers when it is copied.
    cells: isPlain ? betweenRows + written.join(betweenRows) : JSON.stringify(source.map((row) => row.cells)),
  };
}

function cellsOf(packed: string): readonly (readonly string[])[] {
  if (packed.startsWith(betweenRowsOnce)) return split(packed, betweenRowsOnce, betweenCellsOnce);
  if (!packed.startsWith(betweenRows)) return JSON.parse(packed) as readonly (readonly string[])[];
  let above: readonly string[] = [];
  return split(packed, betweenRows, betweenCells).map((written) => {
    above = written.map((cell, at) => (cell === '' ? (above[at] ?? '') : cell === blank ? '' : cell));
    return above;
  });
}

function split(packed: string, rowsBy: string, cellsBy: string): readonly (readonly string[])[] {
  return packed
    .slice(1)
    .split(rowsBy)
    .map((row) => row.split(cellsBy));
}

/** The rows of a file that an order was read from, as they stood there. */
export function rowsOfPart(part: SourcePart): readonly SourceRow[] {
  if (part.rows) return part.rows;
  const {rows, cells} = must(part.packed, 'rows of every part');
  const lists = cellsOf(cells);
  return rows.map((row, at) => ({row, cells: must(lists[at], 'cells of every row')}));
}
