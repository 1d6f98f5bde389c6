import {fail, ok} from '../../lib/result.ts';
import type {Pace} from '../byte-source.ts';
import {delimitedReader} from './delimited.ts';
import {tableLimits} from './limits.ts';
import type {OpenedTable} from './opened-table.ts';
import type {SteadySource} from './steady-source.ts';
import {inBatches, tableRows, type RowWalk} from './table-rows.ts';
import {textDecoder} from './text-decoder.ts';

/** How the bytes of a text are to be read. */
export interface TextForm {
  readonly encoding: string;
  readonly encodingConfidence: number;
  readonly bomLength: number;
  readonly separator: string;
}

/** A text of separated cells, read in pieces: its size costs no memory. */
export function textTable(source: SteadySource, form: TextForm): OpenedTable {
  const {encoding, encodingConfidence, separator} = form;
  return {
    container: 'text',
    encoding,
    encodingConfidence,
    separator,
    rows: (pace) => tableRows(walk(source, form, pace)),
  };
}

async function* walk(source: SteadySource, {encoding, bomLength, separator}: TextForm, pace?: Pace): RowWalk {
  const decoder = textDecoder(encoding);
  const reader = delimitedReader(separator);
  let rows = 0;
  // Who looks at the first rows alone need not wait for many.
  let below = bomLength;
  for (let from = bomLength; from < source.size; from = below) {
    if (pace && !(await pace.step(from, source.size))) return 'cancelled';
    below = Math.min(source.size, from + (from === bomLength ? tableLimits.firstPieceBytes : tableLimits.pieceBytes));
    const bytes = await source.read(from, below);
    if (!bytes.ok) return bytes;
    const batch = reader.push(decoder.decode(bytes.value, below === source.size));
    rows += batch.length;
    if (rows > tableLimits.rowsMax) return fail('intake.too_many_rows', {limit: tableLimits.rowsMax});
    yield* inBatches(batch);
  }
  yield* inBatches(reader.finish());

  const unchanged = await source.checkUnchanged();
  if (!unchanged.ok) return unchanged;
  if (pace && !(await pace.step(source.size, source.size))) return 'cancelled';
  return ok(null);
}
