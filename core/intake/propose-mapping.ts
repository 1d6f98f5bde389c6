import {type CurrencyCode, currency} from '../money/currency.ts';
import type {Channel} from '../storefronts/schema.ts';
import {writtenAmount} from './amount-text.ts';
import {type BoundFormat, bindFormat} from './bound-format.ts';
import {writtenDate} from './date-text.ts';
import type {SourceRow} from './draft.ts';
import {minorOf} from './exact-amounts.ts';
import {foldName} from './fold-name.ts';
import type {Field} from './format.ts';
import {amountFields, dateFields} from './gather-rows.ts';
import {generalNames} from './general-names.ts';
import {headerDigest} from './header-digest.ts';
import {type Mapping, formatOfMapping, mappedAmounts} from './mapping.ts';
import {gatherNotation} from './notation.ts';
import type {ZoneId} from '../time/zone.ts';
import {taxConvention} from './tax-convention.ts';

/** A mapping made from general names of columns, and how complete it is: below `sureFrom`, for only a person knows. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly confidence: number;
}

const proposedMax = 0.89;
const containedMin = 5;
const vatPerMille = [
  50, 55, 60, 70, 75, 80, 90, 100, 120, 130, 135, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250, 255, 270,
];
const addedIn = new Set(['USD', 'CAD']);

/**
 * What the columns of an unknown table most likely mean; undefined when no column numbers orders or too little else is
 * recognised. A name alone is not enough: cells must look like what the column would tell.
 */
export function proposeMapping(header: readonly string[], sample: readonly SourceRow[]): Proposal | undefined {
  const columns = columnsByName(header, sample);
  const has = (field: Field) => columns.has(field);
  if (!has('orderNumber')) return undefined;
  const core = [
    has('orderedAt'),
    has('sku') || has('title'),
    has('quantity'),
    has('unitPrice') || has('lineTotal') || has('total'),
  ];
  const toldOf = core.filter(Boolean).length + (has('shipStreet') || has('shipCity') ? 1 : 0);
  if (toldOf < 2) return undefined;

  if (has('buyerName') && !has('shipName') && !has('shipLastName'))
    columns.set('shipName', columns.get('buyerName') ?? 0);
  const stated = currencyInNames(header, columns);
  const rough = mappingOf(header, columns, stated);
  const mapping = refined(rough, header, sample);
  const sure = 0.45 + 0.09 * (core.filter(Boolean).length + (has('currency') || stated ? 1 : 0));
  return {mapping, confidence: Math.min(proposedMax, Math.round(sure * 1000) / 1000)};
}

function columnsByName(header: readonly string[], sample: readonly SourceRow[]): Map<Field, number> {
  const names = header.map((cell) => foldName(cell.replace(/[([][^)\]]*[)\]]\s*$/u, '')));
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  const settle = (field: Field, fits: (name: string, wanted: string) => boolean, wantedNames: readonly string[]) => {
    if (columns.has(field)) return;
    for (const wanted of wantedNames) {
      const at = names.findIndex(
        (name, column) =>
          name !== '' && !taken.has(column) && fits(name, foldName(wanted)) && tells(field, column, sample),
      );
      if (at < 0) continue;
      columns.set(field, at);
      taken.add(at);
      return;
    }
  };
  for (const [field, wanted] of generalNames) settle(field, (name, word) => name === word, wanted);
  for (const [field, wanted] of generalNames) {
    settle(
      field,
      (name, word) => word.length >= containedMin && (name.endsWith(word) || name.startsWith(word)),
      wanted,
    );
  }
  return columns;
}

// Whether most filled cells of a column look like what the field tells.
function tells(field: Field, column: number, sample: readonly SourceRow[]): boolean {
  const looks = looksLike(field);
  const filled = sample.map(({cells}) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.filter(looks).length * 2 >= filled.length;
}

function looksLike(field: Field): (cell: string) => boolean {
  if (dateFields.includes(field)) return (cell) => writtenDate(cell) !== undefined;
  if (amountFields.includes(field) || field === 'quantity') return (cell) => writtenAmount(cell) !== undefined;
  // A `Product Total` is no product.
  if (field === 'title' || field === 'shipStreet') return (cell) => writtenAmount(cell) === undefined;
  return () => true;
}

function mappingOf(
  header: readonly string[],
  columns: ReadonlyMap<Field, number>,
  stated: CurrencyCode | undefined,
): Mapping {
  return {
    headerDigest: headerDigest(header),
    channel: 'other' satisfies Channel,
    columns: [...columns].map(([field, at]) => ({field, column: (header[at] ?? '').slice(0, 200)})),
    decimalSign: '.',
    ...(stated === undefined ? {} : {currency: stated}),
    tax: 'included',
    prices: 'per_unit',
    perRow: [],
  };
}

/** What only the rows show: how numbers are written, which amounts differ among the rows of an order, whether tax comes on top. */
function refined(mapping: Mapping, header: readonly string[], sample: readonly SourceRow[]): Mapping {
  const bound = bindFormat(formatOfMapping(mapping), header);
  const numbers = numbersOf(bound, sample);
  const rows = sample.map(({cells}) => ({
    order: bound.cells(cells)('orderNumber'),
    at: (field: Field) => numbers(field, cells),
  }));
  const differing = mappedAmounts.filter((field) => {
    const first = new Map<string, number>();
    return rows.some(({order, at}) => {
      const minor = at(field);
      if (minor === undefined) return false;
      const before = first.get(order);
      first.set(order, before ?? minor);
      return before !== undefined && before !== minor;
    });
  });

  // A `Total` that is quantity x price on every row is that of the row, and so is one that differs within an order.
  const ofLines = rows.flatMap(({at}) => {
    const [total, price, pieces] = [at('total'), at('unitPrice'), at('quantity')];
    return total === undefined || price === undefined || pieces === undefined ? [] : [total * 100 === price * pieces];
  });
  const totalIsOfLine =
    bound.column.lineTotal < 0 && (differing.includes('total') || (ofLines.length > 1 && ofLines.every(Boolean)));
  const columns = totalIsOfLine
    ? mapping.columns.map(({field, column}) => ({field: field === 'total' ? ('lineTotal' as const) : field, column}))
    : mapping.columns;

  const prices = rows.map(({at}) => ({
    priceMinor: at('lineTotal') ?? Math.round(((at('unitPrice') ?? 0) * (at('quantity') ?? 100)) / 100),
    discountMinor: Math.abs(at('discount') ?? 0),
    taxMinor: at('tax') ?? 0,
  }));
  const code = mapping.currency ?? bound.cells(sample[0]?.cells ?? [])('currency');
  const unlessShown = addedIn.has(code) ? 'added' : 'included';
  const commas =
    rows.length > 0 &&
    sample.some(({cells}) => amountFields.some((field) => writtenAmount(bound.cells(cells)(field))?.shows === ','));
  return {
    ...mapping,
    columns,
    decimalSign: commas ? ',' : '.',
    tax: taxConvention({name: '', ratesPerMille: vatPerMille, unlessShown}, prices),
    perRow: differing.filter((field) => !(totalIsOfLine && field === 'total')),
  };
}

// Hundredths are fine enough to compare with.
function numbersOf(
  bound: BoundFormat,
  sample: readonly SourceRow[],
): (field: Field, cells: readonly string[]) => number | undefined {
  const evidence = gatherNotation();
  for (const {cells} of sample) {
    const cell = bound.cells(cells);
    for (const field of amountFields) evidence.seeAmount(cell(field));
  }
  const notation = evidence.settle({decimalSign: '.', zone: utc});
  return (field, cells) => {
    const amount = notation.amount(bound.cells(cells)(field));
    return amount && amount !== 'two_ways' ? minorOf(amount, euro) : undefined;
  };
}

const utc = 'UTC' as ZoneId;
const euro = 'EUR' as CurrencyCode;

// `Total (EUR)`, `Price [USD]`.
function currencyInNames(header: readonly string[], columns: ReadonlyMap<Field, number>): CurrencyCode | undefined {
  for (const field of amountFields) {
    const at = columns.get(field);
    const inside = at === undefined ? undefined : /[([]\s*([A-Z]{3})\s*[)\]]/u.exec(header[at] ?? '')?.[1];
    const code = inside === undefined ? undefined : currency(inside);
    if (code?.ok) return code.value;
  }
  return undefined;
}
