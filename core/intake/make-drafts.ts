import type {CurrencyCode} from '../money/currency.ts';
import {zone} from '../time/zone.ts';
import type {BoundFormat} from './bound-format.ts';
import {linesReader} from './draft-lines.ts';
import {type DraftMaker, amountAt} from './draft-maker.ts';
import type {OrderDraft} from './draft.ts';
import {minorOf} from './exact-amounts.ts';
import type {CellText, FileFacts, Format, TaxConvention, TaxMarket} from './format.ts';
import type {GatheredRows, RowGroup} from './gather-rows.ts';
import type {Knowledge} from './knowledge.ts';
import {must} from '../lib/assert.ts';
import {makeDraft} from './make-draft.ts';
import type {Rejection} from './reading.ts';
import {type TaxedPrice, taxConvention} from './tax-convention.ts';

const valuesMax = 200;
const pricesMax = 5_000;

/** Orders of a file as they are made: in pieces, so that making them can be paused. */
export interface MadeDrafts {
  readonly orders: readonly OrderDraft[];
  readonly rejected: readonly Rejection[];
  readonly used: number;
  readonly lines: number;
  readonly totals: Partial<Record<CurrencyCode, number>>;
  /** Some order has amounts, and nobody knows in which currency. */
  readonly currencyMissing: boolean;
  readonly dateOrderUnsure: boolean;
}

/** Makes the orders of all gathered rows; `next` makes some and tells whether there are more. */
export function makeDrafts(
  bound: BoundFormat,
  rows: GatheredRows,
  known: Knowledge,
): {next(count: number): boolean; made(): MadeDrafts} {
  const maker = makerOf(bound, rows, known);
  const groups = rows.groups.values();
  const orders: OrderDraft[] = [];
  const rejected: Rejection[] = [...rows.rejected];
  const totals: Partial<Record<CurrencyCode, number>> = {};
  let used = 0;
  let lines = 0;
  let currencyMissing = false;

  return {
    next(count) {
      for (let left = count; left > 0; left -= 1) {
        const group = groups.next();
        if (group.done === true) return false;
        take(group.value);
      }
      return true;
    },
    made: () => ({
      orders,
      rejected: rejected.toSorted((a, b) => a.row - b.row),
      used,
      lines,
      totals,
      currencyMissing,
      dateOrderUnsure: maker.notation.dateOrderUnsure,
    }),
  };

  function take(group: RowGroup): void {
    if (group.broken) return refuse(group, group.broken);
    const draft = makeDraft(maker, group);
    if (!draft.ok) return refuse(group, {row: Number(draft.fault.values['row']), fault: draft.fault});

    const {currency, money} = draft.value;
    if (currency !== undefined && money) {
      const total = (totals[currency] ?? 0) + money.totalMinor;
      if (!Number.isSafeInteger(total)) {
        const {row} = must(group.rows[0], 'an order has a row');
        return refuse(group, {row, fault: {code: 'intake.amount_too_large', values: {row}}});
      }
      totals[currency] = total;
    }
    if (currency === undefined && draft.value.lines?.some(({unitPrice}) => unitPrice !== undefined))
      currencyMissing = true;
    if (currency === undefined && !currencyMissing && hasTotal(draft.value)) currencyMissing = true;
    orders.push(draft.value);
    used += group.rows.length;
    lines += draft.value.lines?.length ?? 0;
  }

  function hasTotal({source}: OrderDraft): boolean {
    return source.some(({cells}) => bound.cell(cells, 'total') !== '' || bound.cell(cells, 'subtotal') !== '');
  }

  // An order is never taken in half.
  function refuse(group: RowGroup, cause: Rejection): void {
    for (const {row} of group.rows) {
      rejected.push(
        row === cause.row ? cause : {row, fault: {code: 'intake.order_incomplete', values: {row, cause: cause.row}}},
      );
    }
  }
}

function makerOf(bound: BoundFormat, rows: GatheredRows, {choice, businessZone}: Knowledge): DraftMaker {
  const {format} = bound;
  const facts = factsOf(bound, rows);
  const shown = format.conventionsOf?.(facts) ?? {};
  const dateOrder = choice?.dateOrder ?? shown.dateOrder ?? format.dateOrder;
  const notation = rows.evidence.settle({
    decimalSign: shown.decimalSign ?? format.decimalSign,
    ...(dateOrder === undefined ? {} : {dateOrder}),
    dateOrderChosen: choice?.dateOrder !== undefined,
    zone: choice?.zone ?? shown.zone ?? (format.zone === 'business' ? (businessZone ?? utc) : format.zone),
  });
  const currency = choice?.currency ?? format.currencyOf?.(facts) ?? format.currency;
  const addLines = linesReader(bound, notation);
  const maker = {bound, notation, addLines, ...(currency === undefined ? {} : {currency})};
  return {...maker, taxOf: taxOf(format, {...maker, taxOf: () => 'included'}, rows)};
}

const utcZone = zone('UTC');
const utc = must(utcZone.ok ? utcZone.value : undefined, 'every host knows UTC');

function factsOf({header, cells, column}: BoundFormat, {groups}: GatheredRows): FileFacts {
  return {
    header,
    values(field) {
      const found = new Set<string>();
      if (column[field] < 0) return [];
      for (const {rows} of groups.values()) {
        for (const row of rows) {
          const text = cells(row.cells)(field);
          if (text !== '') found.add(text);
          if (found.size >= valuesMax) return [...found];
        }
      }
      return [...found];
    },
  };
}

function taxOf(format: Format, maker: DraftMaker, rows: GatheredRows): (order: CellText) => TaxConvention {
  const {tax} = format;
  if (typeof tax === 'string') return () => tax;

  const prices = new Map<string, TaxedPrice[]>();
  let left = pricesMax;
  for (const group of rows.groups.values()) {
    for (const source of group.rows) {
      const cells = maker.bound.cells(source.cells);
      const market = tax.marketOf(cells);
      const list = prices.get(market.name) ?? [];
      prices.set(market.name, list);
      const [price, discount, taxed] = (['lineTotal', 'discount', 'tax'] as const).map((field) => {
        const amount = amountAt(maker, source, field);
        return amount.ok && amount.value ? minorOf(amount.value, hundredths) : undefined;
      });
      if (price !== undefined && taxed !== undefined) {
        list.push({priceMinor: price, taxMinor: taxed, discountMinor: Math.abs(discount ?? 0)});
      }
      left -= 1;
    }
    if (left <= 0) break;
  }

  const conventions = new Map<string, TaxConvention>();
  return (order) => {
    const market: TaxMarket = tax.marketOf(order);
    const known = conventions.get(market.name);
    if (known) return known;
    const convention = taxConvention(market, prices.get(market.name) ?? []);
    conventions.set(market.name, convention);
    return convention;
  };
}

// Only proportions are compared, so any currency with hundredths will do.
const hundredths = 'EUR' as CurrencyCode;
