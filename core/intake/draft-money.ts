import {type Result, ok} from '../lib/result.ts';
import {type CurrencyCode, minorDigits} from '../money/currency.ts';
import {type DraftMaker, amountAt, nameOf, rowFault} from './draft-maker.ts';
import type {DraftLine, DraftMoney, SourceRow} from './draft.ts';
import {isPayable, minorOf} from './exact-amounts.ts';
import type {CellText, Field} from './format.ts';

/**
 * What the buyer pays. A `total` that the file states is taken as it is; else the parts are added up: the subtotal, or the
 * lines less their discounts; shipping and fees; less discounts; and taxes where prices do not contain them. Undefined when
 * no amount is filled.
 */
export function moneyOfOrder(
  maker: DraftMaker,
  rows: readonly SourceRow[],
  {
    lines,
    currency,
    order,
  }: {readonly lines: readonly DraftLine[]; readonly currency: CurrencyCode; readonly order: CellText},
): Result<DraftMoney | undefined> {
  const {format, column} = maker.bound;
  const stating = statingRows(maker, rows);
  const rowTotals = hasRowTotals(stating);
  const found: Partial<Record<Field, number>> = {};
  for (const field of parts) {
    if (column[field] < 0) continue;
    const amount = isPerRow(field) ? sumOf(field) : firstOf(field);
    if (!amount.ok) return amount;
    if (amount.value !== undefined) found[field] = amount.value;
  }

  let linesMinor = 0;
  let priced = false;
  for (const {totalMinor} of lines) {
    linesMinor += totalMinor ?? 0;
    priced ||= totalMinor !== undefined;
  }
  if (!priced && found.total === undefined && found.subtotal === undefined) return ok(undefined);

  const {shipping = 0, fee = 0, shippingTax = 0, feeTax = 0, tax = 0} = found;
  const lineDiscount = Math.abs(found.lineDiscount ?? 0);
  const discount = Math.abs(found.discount ?? 0);
  const shippingMinor = shipping + fee - Math.abs(found.shippingDiscount ?? 0);
  const taxMinor = tax + shippingTax + feeTax;
  const goods = found.subtotal ?? linesMinor - lineDiscount;
  const discounted = found.subtotal !== undefined && format.subtotalIs === 'after_discount' ? 0 : discount;
  const added = found.total === undefined && taxMinor !== 0 && maker.taxOf(order) === 'added' ? taxMinor : 0;

  const money = {
    shippingMinor,
    discountMinor: found.discount === undefined ? lineDiscount : discount,
    taxMinor,
    totalMinor: found.total ?? goods - discounted + shippingMinor + added,
    refundedMinor: Math.abs(found.refunded ?? 0),
  };
  const countable = Object.values(money).every(Number.isSafeInteger);
  return countable ? ok(money) : rowFault('intake.amount_too_large', rows[0]?.row ?? 0);

  function isPerRow(field: Field): boolean {
    if (field === 'lineDiscount' || (rowTotals && ownOfRows.includes(field))) return true;
    return (format.perRow ?? []).some((amount) => amount === field);
  }

  function firstOf(field: Field): Result<number | undefined> {
    let first: number | undefined;
    for (const source of stating) {
      const minor = minorAt(source, field);
      if (!minor.ok) return minor;
      if (field === 'total' && first && minor.value && minor.value !== first) {
        return rowFault('intake.totals_disagree', source.row, {column: nameOf(maker.bound.header, column[field])});
      }
      // Some exports write an amount on one row of its order and zero on the others.
      if (first === undefined || first === 0) first = minor.value ?? first;
    }
    return ok(first);
  }

  function sumOf(field: Field): Result<number | undefined> {
    let sum: number | undefined;
    for (const source of field === 'lineDiscount' ? rows : stating) {
      const minor = minorAt(source, field);
      if (!minor.ok) return minor;
      if (minor.value !== undefined) sum = (sum ?? 0) + minor.value;
    }
    return ok(sum);
  }

  function hasRowTotals(among: readonly SourceRow[]): boolean {
    if (format.rowTotals !== true || column.total < 0 || among.length < 2) return false;
    const totals = among.map((source) => maker.bound.cell(source.cells, 'total')).filter((text) => text !== '');
    return new Set(totals).size > 1;
  }

  function minorAt(source: SourceRow, field: Field): Result<number | undefined> {
    const amount = amountAt(maker, source, field);
    if (!amount.ok) return amount;
    if (!amount.value) return ok(undefined);
    // `1.234` euros: a thousand and more, or a slip; nobody may guess.
    const name = {column: nameOf(maker.bound.header, column[field])};
    if (amount.value.unsure && minorDigits(currency) > 0 && !isPayable(amount.value, currency))
      return rowFault('intake.amount_two_ways', source.row, name);
    const minor = minorOf(amount.value, currency);
    return minor === undefined ? rowFault('intake.amount_too_large', source.row) : ok(minor);
  }
}

const ownOfRows: readonly Field[] = ['total', 'shipping', 'tax'];

function statingRows({bound}: DraftMaker, rows: readonly SourceRow[]): readonly SourceRow[] {
  const {isSummary} = bound.format;
  const summaries = isSummary && rows.length > 1 ? rows.filter(({cells}) => isSummary(bound.cells(cells))) : [];
  return summaries.length === 0 ? rows : summaries;
}

const parts: readonly Field[] = [
  'lineDiscount',
  'subtotal',
  'shipping',
  'shippingTax',
  'shippingDiscount',
  'fee',
  'feeTax',
  'discount',
  'tax',
  'total',
  'refunded',
];
