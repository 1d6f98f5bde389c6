import {type Result, fail, ok} from '#core/lib/result.ts';
import {type Money, money, subtract, sum} from '#core/money/money.ts';
import {parseDecimal, parseMoney} from '#core/money/parse-decimal.ts';
import {lineTotal} from '#core/money/unit-price.ts';
import {typedDecimal} from '../../ui/format/typed-decimal.ts';
import {type EntryLine, type OrderEntry, isEmptyLine} from './order-entry.ts';

/** What the form comes to, to the last digit; a fault where what was typed cannot be counted yet. */
export interface EntryAmounts {
  /** By the key of the line; lines without anything are not counted. */
  readonly lines: ReadonlyMap<number, Result<Money>>;
  readonly items: Result<Money>;
  readonly shipping: Result<Money>;
  readonly discount: Result<Money>;
  readonly tax: Result<Money>;
  readonly total: Result<Money>;
}

export const quantityMax = 1_000_000;

export function amountsOf(entry: OrderEntry): EntryAmounts {
  const {currency} = entry;
  const filled = entry.lines.filter((line) => !isEmptyLine(line));
  const lines = new Map(filled.map((line) => [line.key, lineAmount(line, entry)]));
  const items = all([...lines.values()], (amounts) => sum(amounts, currency));
  const shipping = typedAmount(entry.shipping, entry);
  const discount = typedAmount(entry.discount, entry);
  const tax = typedAmount(entry.tax, entry);
  const total = all([items, shipping, discount, tax], ([priced, carried, off, taxed]) => {
    const parts = [priced, carried, {minor: entry.otherMinor, currency}, ...(entry.taxAdded ? [taxed] : [])];
    const before = sum(
      parts.flatMap((part) => part ?? []),
      currency,
    );
    return before.ok && off ? subtract(before.value, off) : before;
  });
  return {lines, items, shipping, discount, tax, total};
}

/** Pieces that can be ordered: a whole number that is not zero; fewer than none only where a file told so. */
export function quantityOf({quantity, was}: EntryLine): number | undefined {
  const text = typedDecimal(quantity);
  const count = /^-?\d{1,10}$/.test(text) ? Number(text) : 0;
  return count === was?.quantity || (count > 0 && count <= quantityMax) ? count : undefined;
}

/** The price of one piece with all its decimals; may be finer than the smallest coin. */
export function priceOf({price}: EntryLine): Result<{readonly units: number; readonly scale: number}> {
  const read = parseDecimal(typedDecimal(price));
  return read.ok && read.value.scale > priceScaleMax ? fail('money.not_an_amount') : read;
}

const priceScaleMax = 9;

/** True for a line whose pieces and price stand as they were stored, also where no price was told. */
export function isPricedAsStored(line: EntryLine): boolean {
  const {was} = line;
  if (!was || quantityOf(line) !== was.quantity) return false;
  if (was.unitPrice === undefined) return line.price.trim() === '';
  const price = priceOf(line);
  return price.ok && price.value.units === was.unitPrice.units && price.value.scale === was.unitPrice.scale;
}

/** Price times pieces, rounded once. A line that stands as it was stored keeps the amount it was stored with. */
function lineAmount(line: EntryLine, {currency}: OrderEntry): Result<Money> {
  if (isPricedAsStored(line)) return money(line.was?.totalMinor ?? 0, currency);
  const price = priceOf(line);
  if (!price.ok) return price;
  const quantity = quantityOf(line);
  if (quantity === undefined) return fail('money.not_an_amount');
  return lineTotal({...price.value, currency}, quantity, 'half_up');
}

/** Nothing typed is nothing; less than nothing is no amount, except in what a file told. */
function typedAmount(text: string, {currency, lines}: OrderEntry): Result<Money> {
  if (text.trim() === '') return ok({minor: 0, currency});
  const read = parseMoney(typedDecimal(text), currency);
  const isStored = lines.some(({was}) => was);
  return read.ok && read.value.minor < 0 && !isStored ? fail('money.not_an_amount', {currency}) : read;
}

function all(parts: readonly Result<Money>[], then: (amounts: readonly Money[]) => Result<Money>): Result<Money> {
  const refused = parts.find((part) => !part.ok);
  return refused ?? then(parts.flatMap((part) => (part.ok ? [part.value] : [])));
}
