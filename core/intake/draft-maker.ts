import type {Fault, FaultCode} from '../faults.ts';
import {type Result, ok} from '../lib/result.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {type BoundFormat, cellOf} from './bound-format.ts';
import type {DraftLine, SourceRow} from './draft.ts';
import type {CellText, Field, TaxConvention} from './format.ts';
import type {Notation, ReadAmount} from './notation.ts';

/** What the drafts of one file are made with. */
export interface DraftMaker {
  readonly bound: BoundFormat;
  readonly notation: Notation;
  /** For orders whose rows and amounts name no currency. */
  readonly currency?: CurrencyCode;
  /** Whether the prices of the order contain tax. */
  taxOf(order: CellText): TaxConvention;
  /** Adds the lines that one row tells to those of its order. */
  addLines(source: SourceRow, currency: CurrencyCode | undefined, lines: DraftLine[]): Fault | undefined;
}

/** A fault of a row; its number is among the values of every one. */
export function rowFault(
  code: FaultCode,
  row: number,
  values: Fault['values'] = {},
): {readonly ok: false; readonly fault: Fault} {
  return {ok: false, fault: {code, values: {row, ...values}}};
}

/** An amount in the notation of the file; undefined where the cell is blank. Names the column, never what stands in it. */
export function amountAt(maker: DraftMaker, source: SourceRow, field: Field): Result<ReadAmount | undefined> {
  const {column, header} = maker.bound;
  const text = cellOf(source.cells, column[field], field);
  if (text === '') return nothing;
  const amount = maker.notation.amount(text);
  if (amount === 'two_ways')
    return rowFault('intake.amount_two_ways', source.row, {column: nameOf(header, column[field])});
  return amount ? ok(amount) : rowFault('intake.bad_amount', source.row, {column: nameOf(header, column[field])});
}

const nothing: Result<undefined> = ok(undefined);

export function nameOf(header: readonly string[], at: number): string {
  return (header[at] ?? '').trim().slice(0, 60);
}

/** The first cell of a field that is not blank among the rows of an order. */
export function firstCells({column}: BoundFormat, rows: readonly SourceRow[]): CellText {
  return (field) => {
    const at = column[field];
    if (at < 0) return '';
    for (const {cells} of rows) {
      const text = cellOf(cells, at, field);
      if (text !== '') return text;
    }
    return '';
  };
}
