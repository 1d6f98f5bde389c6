import {must} from '../lib/assert.ts';
import type {OrderDraft, PackedDraft, PackedSource, SourceRow} from './draft.ts';
import type {SourcePart} from './schema.ts';

/** A draft as it leaves the place where its file was read. */
export function packDraft({source, ...facts}: OrderDraft): PackedDraft {
  return {...facts, source: packSource(source)};
}

export function packSource(source: readonly SourceRow[]): PackedSource {
  return {rows: source.map(({row}) => row), cells: JSON.stringify(source.map(({cells}) => cells))};
}

/** The rows of a file that an order was read from, as they stood there. */
export function rowsOfPart(part: SourcePart): readonly SourceRow[] {
  if (part.rows) return part.rows;
  const {rows, cells} = must(part.packed, 'rows of every part');
  const lists = JSON.parse(cells) as readonly (readonly string[])[];
  return rows.map((row, at) => ({row, cells: must(lists[at], 'cells of every row')}));
}
