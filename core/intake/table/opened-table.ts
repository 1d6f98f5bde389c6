import type {Fault} from '../../faults.ts';
import type {Result} from '../../lib/result.ts';
import type {Pace} from '../byte-source.ts';
import type {SourceRow} from '../draft.ts';

/** One record. With a `fault` it could not be read right: its cells are what there is, to be shown, and give nothing. */
export interface TableRow extends SourceRow {
  readonly fault?: Fault;
}

/** How reading ended: the whole file was read, a fault stopped it, or its `Pace` asked for the end. */
export type TableEnd = Result<null> | 'cancelled';

/**
 * One walk through a file. The iteration never throws a fault; it just ends, and then `ended()` tells how:
 *
 *     const rows = table.rows(pace);
 *     for await (const batch of rows) take(batch);
 *     const end = rows.ended();
 *     if (end === 'cancelled') return end;
 *     if (!end.ok) return end;             // nothing that was read may be kept
 */
export interface TableRows extends AsyncIterable<readonly TableRow[]> {
  /** Asked after the iteration is over; a walk that was left early counts as cancelled. */
  ended(): TableEnd;
}

/** A file that has been recognised as a table; nothing but its beginning has been read. */
export interface OpenedTable {
  readonly container: 'text' | 'xlsx' | 'xls';
  /** As the Encoding standard names it: `utf-8`, `utf-16le`, `gb18030`, `shift_jis`, `windows-1252` ...; `utf-8` for workbooks. */
  readonly encoding: string;
  /** 0 to 1: how sure the encoding is; 1 with a byte order mark, in pure ASCII, in workbooks and when it was wished for. */
  readonly encodingConfidence: number;
  /** Text only: `,` `;` tab or `|`. */
  readonly separator?: string;
  /** Workbooks only: the sheet that is read, and all visible ones. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  /**
   * Every record in file order, preamble and header among them. Records without any text are left out and counted:
   * numbers are those of records in a text (the first is 1; newlines inside quotes do not count) and those of the sheet
   * in a workbook. A `sep=` line is a record like any other. Cells are as written, not trimmed; rows may differ in
   * length. May be called again; each walk reads the file anew.
   */
  rows(pace?: Pace): TableRows;
}

/** What a person chose instead of what would be detected. */
export interface TableWish {
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheet?: string;
}
