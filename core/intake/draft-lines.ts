import type {Fault} from '../faults.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {BoundFormat} from './bound-format.ts';
import {oneLine} from './cell-text.ts';
import {type DraftMaker, nameOf} from './draft-maker.ts';
import type {DraftLine, SourceRow} from './draft.ts';
import {isPayable, minorOf, priceOfOne} from './exact-amounts.ts';
import type {CellText, Field, LineText} from './format.ts';
import type {Notation, ReadAmount} from './notation.ts';

const titleMax = 500;
const skuMax = 80;
const piecesMax = 1_000_000;
const lineFields: readonly Field[] = ['sku', 'title', 'quantity', 'unitPrice', 'lineTotal'];

/** Reads the lines of rows, those of zero pieces among them (what was cancelled); their amounts stay out while no currency is known. */
export function linesReader(bound: BoundFormat, notation: Notation): DraftMaker['addLines'] {
  const {format, column, header} = bound;
  const columns = lineFields.map((field) => column[field]).filter((at) => at >= 0);
  const [skuOf, titleOf, variationOf, quantityOf] = [
    bound.reader('sku'),
    bound.reader('title'),
    bound.reader('variation'),
    bound.reader('quantity'),
  ];
  const priceOf = {unitPrice: bound.reader('unitPrice'), lineTotal: bound.reader('lineTotal')};
  const plainOf = plainTexts();
  let current: readonly string[] = [];
  const cells: CellText = (field) => bound.cell(current, field);

  return (source, currency, lines) => {
    current = source.cells;
    if (format.isLine && !format.isLine(cells)) return undefined;
    if (format.readLines) return packed(source.row, format.readLines(cells), {currency, lines});
    if (!format.isLine && columns.every((at) => (current[at] ?? '') === '')) return undefined;

    const price = read(source, 'unitPrice');
    if (typeof price === 'string') return faultOf(price, source.row, 'unitPrice');
    const total = read(source, 'lineTotal');
    if (typeof total === 'string') return faultOf(total, source.row, 'lineTotal');
    return add(lines, source.row, currency, {
      sku: skuOf(current),
      title: titleOf(current),
      variation: variationOf(current),
      quantity: quantityOf(current),
      price,
      total,
    });
  };

  function read(source: SourceRow, field: 'unitPrice' | 'lineTotal'): ReadAmount | 'bad' | 'two_ways' | undefined {
    const text = priceOf[field](source.cells);
    return text === '' ? undefined : (notation.amount(text) ?? 'bad');
  }

  function faultOf(kind: 'bad' | 'two_ways', row: number, field: Field): Fault {
    const code = kind === 'bad' ? 'intake.bad_amount' : 'intake.amount_two_ways';
    return {code, values: {row, column: nameOf(header, column[field])}};
  }

  function packed(
    row: number,
    texts: readonly LineText[] | undefined,
    {currency, lines}: {readonly currency: CurrencyCode | undefined; readonly lines: DraftLine[]},
  ): Fault | undefined {
    if (!texts) return {code: 'intake.bad_lines', values: {row}};
    for (const {sku, title, quantity, unitPrice, lineTotal} of texts) {
      const price = unitPrice ? notation.amount(unitPrice) : undefined;
      const total = lineTotal ? notation.amount(lineTotal) : undefined;
      if ((unitPrice && !price) || (lineTotal && !total) || price === 'two_ways' || total === 'two_ways') {
        return {code: 'intake.bad_lines', values: {row}};
      }
      const fault = add(lines, row, currency, {sku, title, variation: '', quantity, price, total});
      if (fault) return fault;
    }
    return undefined;
  }

  function add(
    lines: DraftLine[],
    row: number,
    currency: CurrencyCode | undefined,
    parts: LineParts,
  ): Fault | undefined {
    const {sku, title, variation, price, total} = parts;
    const quantity = parts.quantity === '' ? 1 : piecesOf(parts.quantity, notation);
    if (quantity === undefined) return {code: 'intake.bad_quantity', values: {row}};
    if (sku.length > skuMax) return {code: 'intake.cell_too_long', values: {row, length: sku.length, limit: skuMax}};

    const code = plainOf(sku);
    const name = shortened(plainOf(variation === '' ? title : `${title} (${variation})`));
    const unitPrice = price?.price ?? (total && priceOfOne(total, quantity));
    const given = total ?? price;
    let totalMinor: number | undefined;
    if (currency !== undefined && given) {
      // `1.234` in a file that shows no other decimals: nobody may guess.
      if (given.unsure && !isPayable(given, currency)) {
        return faultOf('two_ways', row, total ? 'lineTotal' : 'unitPrice');
      }
      totalMinor = minorOf(given, currency, total ? 1 : quantity);
      if (totalMinor === undefined) return {code: 'intake.amount_too_large', values: {row}};
    }
    // There is one for every row: nearly all are made at once, without a copy.
    if (unitPrice && totalMinor !== undefined) {
      lines.push({row, sku: code, title: name, quantity, unitPrice, totalMinor});
    } else {
      const line = {row, sku: code, title: name, quantity, ...(totalMinor === undefined ? {} : {totalMinor})};
      lines.push(unitPrice ? {...line, unitPrice} : line);
    }
    return undefined;
  }
}

const textsMax = 100_000;

/** Texts on one line; the same goods are sold again and again, and what is equal then is one text. */
function plainTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const plain = oneLine(text);
    if (known.size >= textsMax) known.clear();
    known.set(text, plain);
    return plain;
  };
}

interface LineParts {
  readonly sku: string;
  readonly title: string;
  readonly variation: string;
  readonly quantity: string;
  readonly price: ReadAmount | undefined;
  readonly total: ReadAmount | undefined;
}

function piecesOf(text: string, notation: Notation): number | undefined {
  // Almost every quantity is a digit or two.
  const plain = isShortNumber(text) ? Number(text) : undefined;
  const amount = plain === undefined ? notation.amount(text) : undefined;
  const pieces = plain ?? (amount && amount !== 'two_ways' && amount.scale === 0 ? amount.units : undefined);
  return pieces === undefined || Math.abs(pieces) > piecesMax ? undefined : pieces + 0;
}

function isShortNumber(text: string): boolean {
  const from = text.charCodeAt(0) === 0x2d ? 1 : 0;
  if (text.length > 6 || text.length === from) return false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

// A title is only shown: what no screen has room for is cut, never through the middle of a character.
function shortened(title: string): string {
  if (title.length <= titleMax) return title;
  return oneLine(title.slice(0, titleMax));
}
