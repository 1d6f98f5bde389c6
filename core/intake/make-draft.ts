import {type Result, ok} from '../lib/result.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {OrderStatus} from '../orders/schema.ts';
import type {Instant} from '../time/instant.ts';
import {cellOf} from './bound-format.ts';
import {currencyOfCell} from './currency-words.ts';
import {addressOf, buyerOf, tooLong} from './draft-address.ts';
import {type DraftMaker, firstCells, nameOf, rowFault} from './draft-maker.ts';
import {moneyOfOrder} from './draft-money.ts';
import type {DraftLine, OrderDraft, SourceRow} from './draft.ts';
import type {CellText, Field} from './format.ts';
import {type RowGroup, amountFields} from './gather-rows.ts';

const linesMax = 5_000;

/** The order that a group of rows tells; a fault names the row it comes from and refuses the order as a whole. */
export function makeDraft(maker: DraftMaker, {number, rows}: RowGroup): Result<OrderDraft> {
  const {bound} = maker;
  const order = firstCells(bound, rows);
  const firstRow = rows[0]?.row ?? 0;

  const orderedAt = orderedAtOf(maker, rows, order);
  if (!orderedAt.ok) return orderedAt;
  const moments: Partial<Record<'shipBy' | 'shippedAt', Instant>> = {};
  for (const field of ['shipBy', 'shippedAt'] as const) {
    const moment = momentOf(maker, rows, field);
    if (!moment.ok) return moment;
    if (moment.value !== undefined) moments[field] = moment.value;
  }

  const money = currencyOfRows(maker, rows);
  if (!money.ok) return money;
  const code = money.value;

  const lines: DraftLine[] = [];
  for (const source of rows) {
    const fault = maker.addLines(source, code, lines);
    if (fault) return {ok: false, fault};
  }
  if (lines.length > linesMax) return rowFault('intake.too_many_lines', firstRow, {limit: linesMax});

  const amounts = code === undefined ? ok(undefined) : moneyOfOrder(maker, rows, {lines, currency: code, order});
  if (!amounts.ok) return amounts;
  const long = tooLong(order);
  if (long) return rowFault('intake.cell_too_long', firstRow, {length: long.length, limit: long.limit});

  const status = bound.format.status?.(order) ?? (isReturn(lines) ? 'returned' : undefined);
  const buyer = buyerOf(order);
  const shipTo = addressOf(order, bound.format);
  const trackingNumber = order('trackingNumber');
  const carrier = order('carrier');
  return ok({
    channelOrderId: number,
    ...(status === undefined ? {} : {status: status satisfies OrderStatus}),
    ...(orderedAt.value === undefined ? {} : {orderedAt: orderedAt.value}),
    ...moments,
    ...(code === undefined ? {} : {currency: code}),
    ...(lines.length === 0 ? {} : {lines}),
    ...(amounts.value ? {money: amounts.value} : {}),
    ...(buyer ? {buyer} : {}),
    ...(shipTo ? {shipTo} : {}),
    ...(trackingNumber === '' ? {} : {tracking: {number: trackingNumber, ...(carrier === '' ? {} : {carrier})}}),
    source: rows,
  });
}

function orderedAtOf(maker: DraftMaker, rows: readonly SourceRow[], order: CellText): Result<Instant | undefined> {
  const {column, header} = maker.bound;
  for (const field of ['orderedAt', 'paidAt'] as const) {
    const moment = momentOf(maker, rows, field, order('orderedTime'));
    if (!moment.ok || moment.value !== undefined) return moment;
  }
  // A file without dates is told by another report; a date that is missing is not.
  if (column.orderedAt < 0) return ok(undefined);
  return rowFault('intake.no_date', rows[0]?.row ?? 0, {column: nameOf(header, column.orderedAt)});
}

function momentOf(
  maker: DraftMaker,
  rows: readonly SourceRow[],
  field: Field,
  timeOfDay = '',
): Result<Instant | undefined> {
  const {column, header} = maker.bound;
  const at = column[field];
  if (at < 0) return ok(undefined);
  for (const {row, cells} of rows) {
    const text = cellOf(cells, at, field);
    if (text === '') continue;
    const moment = maker.notation.instant(timeOfDay === '' ? text : `${text} ${timeOfDay}`);
    const name = {column: nameOf(header, at)};
    if (moment === 'two_ways') return rowFault('intake.date_two_ways', row, name);
    return moment === undefined ? rowFault('intake.bad_date', row, name) : ok(moment);
  }
  return ok(undefined);
}

/** The one currency of an order: of its column, else of the signs in its amounts, else of the file. */
function currencyOfRows(maker: DraftMaker, rows: readonly SourceRow[]): Result<CurrencyCode | undefined> {
  const {column, header} = maker.bound;
  let code: CurrencyCode | undefined;
  for (const {row, cells} of column.currency < 0 ? [] : rows) {
    const text = cellOf(cells, column.currency, 'currency');
    if (text === '') continue;
    const found = currencyOfCell(text);
    if (!found) return rowFault('intake.unknown_currency', row, {column: nameOf(header, column.currency)});
    if (code !== undefined && found !== code)
      return rowFault('intake.mixed_currencies', row, {first: code, second: found});
    code = found;
  }
  if (code !== undefined || !maker.notation.namesCurrencies) return ok(code ?? maker.currency);

  for (const {row, cells} of rows) {
    for (const field of amountFields) {
      const text = column[field] < 0 ? '' : cellOf(cells, column[field], field);
      const amount = text === '' || isNumber(text) ? undefined : maker.notation.amount(text);
      if (!amount || amount === 'two_ways' || amount.currency === undefined) continue;
      if (code !== undefined && amount.currency !== code) {
        return rowFault('intake.mixed_currencies', row, {first: code, second: amount.currency});
      }
      code = amount.currency;
    }
  }
  return ok(code ?? maker.currency);
}

function isNumber(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && last >= 0x30 && last <= 0x39;
}

function isReturn(lines: readonly DraftLine[]): boolean {
  return lines.length > 0 && lines.every(({quantity}) => quantity < 0);
}
