import type {Fault} from '../faults.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {bindFormat} from './bound-format.ts';
import type {Pace} from './byte-source.ts';
import {isAround} from './decoration.ts';
import {sureFrom} from './detect.ts';
import type {SourceRow} from './draft.ts';
import type {Format} from './format.ts';
import {gatherRows} from './gather-rows.ts';
import type {Knowledge} from './knowledge.ts';
import {makeDrafts} from './make-drafts.ts';
import {gatherRates, ratesFormatId} from './rates-file.ts';
import type {FileReading, ReadingAsk, Rejection} from './reading.ts';
import type {Recognised} from './recognise.ts';
import type {OpenedTable, TableRow} from './table/opened-table.ts';

/** How a file is called that nobody knows how to read yet. */
export const unknownFormatId = 'unknown';

const ordersAtOnce = 2_000;
const sampleMax = 20;

/** A file of which it is known what it is and where its header stands. */
export interface FileAtHand {
  readonly name: string;
  readonly size: number;
  readonly table: OpenedTable;
  readonly known: Knowledge;
  readonly recognised: Recognised;
  readonly headerRow: number;
  readonly header: readonly string[];
}

/** Takes the rows below the header one by one; a fault ends the reading of the file. */
export interface RowsReader {
  take(row: TableRow): Fault | undefined;
  reading(pace: Pace | undefined): Promise<Result<FileReading> | 'cancelled'>;
}

export function readerFor(file: FileAtHand): RowsReader {
  const {as} = file.recognised;
  if (!as) return unknownReader(file);
  return as.kind === 'rates' ? ratesReader(file) : ordersReader(as.format, file);
}

function ordersReader(format: Format, file: FileAtHand): RowsReader {
  const {known, recognised, size} = file;
  const bound = bindFormat(format, file.header);
  const rows = gatherRows(bound);

  return {
    take: rows.take,
    async reading(pace) {
      const gathered = rows.gathered();
      if (gathered.rows === 0) return fail('intake.no_rows');
      const drafts = makeDrafts(bound, gathered, known);
      while (drafts.next(ordersAtOnce)) {
        if (pace && !(await pace.step(size, size))) return 'cancelled';
      }

      const made = drafts.made();
      const mapping = recognised.as?.kind === 'orders' ? recognised.as.mapping : undefined;
      const asks: ReadingAsk[] = [];
      if (recognised.confidence < sureFrom) asks.push('format');
      if (made.currencyMissing) asks.push('currency');
      if (made.dateOrderUnsure) asks.push('dateOrder');
      return ok({
        ...toldOf(file, format.id),
        kind: 'orders',
        channel: format.channel,
        ...(mapping ? {mapping} : {}),
        asks,
        sample: gathered.sample,
        rows: gathered.rows,
        used: made.used,
        rejected: made.rejected,
        orders: made.orders,
        lines: made.lines,
        totals: made.totals,
        rateDays: [],
      });
    },
  };
}

function ratesReader(file: FileAtHand): RowsReader {
  const rates = gatherRates(file.header);
  const sample: SourceRow[] = [];
  return {
    take(row) {
      if (sample.length < sampleMax) sample.push({row: row.row, cells: row.cells});
      rates.take(row);
      return undefined;
    },
    reading() {
      const {days, rows, rejected} = rates.gathered();
      if (rows === 0) return Promise.resolve(fail('intake.no_rows'));
      return Promise.resolve(
        ok({
          ...withoutOrders(file, ratesFormatId),
          kind: 'rates',
          asks: [],
          sample,
          rows,
          used: rows - rejected.length,
          rejected,
          rateDays: days,
        }),
      );
    },
  };
}

// Nothing of such a file is used, and every row says so.
function unknownReader(file: FileAtHand): RowsReader {
  const sample: SourceRow[] = [];
  const rejected: Rejection[] = [];
  return {
    take(row) {
      if (!row.fault && isAround(row.cells, file.header)) return undefined;
      if (sample.length < sampleMax) sample.push({row: row.row, cells: row.cells});
      rejected.push({row: row.row, fault: row.fault ?? {code: 'intake.unknown_format', values: {row: row.row}}});
      return undefined;
    },
    reading() {
      if (rejected.length === 0) return Promise.resolve(fail('intake.no_rows'));
      return Promise.resolve(
        ok({
          ...withoutOrders(file, unknownFormatId),
          kind: 'orders',
          asks: ['format'],
          sample,
          rows: rejected.length,
          used: 0,
          rejected,
          rateDays: [],
        }),
      );
    },
  };
}

function toldOf(file: FileAtHand, format: string) {
  const {container, encoding, separator} = file.table;
  return {
    name: file.name,
    format,
    confidence: file.recognised.confidence,
    table: {
      container,
      encoding,
      ...(separator === undefined ? {} : {separator}),
      headerRow: file.headerRow,
      header: file.header,
    },
  };
}

function withoutOrders(file: FileAtHand, format: string) {
  return {...toldOf(file, format), orders: [], lines: 0, totals: {}};
}
