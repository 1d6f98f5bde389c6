import type {Buyer, Order, OrderLine} from '../orders/schema.ts';
import {unknownCountry} from '../storefronts/address.ts';
import type {DraftAddress, DraftBuyer, DraftLine} from './draft.ts';

type ShipTo = Buyer['shipTo'];

/** A place that nobody has told anything of. */
export const nowhere: ShipTo = {name: '', street: '', city: '', country: unknownCountry};

/**
 * Two reports of one place complete each other field by field. A place that differs in street, postal code or city is
 * another one and taken whole: half of each would be an address where nobody lives.
 */
export function mergeAddress(ours: ShipTo, theirs: DraftAddress): ShipTo {
  const differs = (['street', 'postalCode', 'city'] as const).some((field) => {
    if (!ours[field] || !theirs[field]) return false;
    const [before, after] = [folded(ours[field]), folded(theirs[field])];
    return before !== '' && after !== '' && before !== after;
  });
  const base = differs && theirs.street ? {...nowhere, name: ours.name, country: ours.country} : ours;
  return {...base, ...said(theirs)};
}

export function mergeBuyer(ours: Buyer, theirs: DraftBuyer): Buyer {
  return {...ours, ...said(theirs)};
}

/**
 * The lines a file tells are the order's lines; what it leaves out of a line (price, title, SKU) stays known from the same
 * line of ours. A file without amounts that lists some of our lines tells nothing new: such reports list what is to be
 * done yet.
 */
export function mergeLines(
  ours: readonly OrderLine[],
  theirs: readonly DraftLine[],
  withMoney: boolean,
): readonly OrderLine[] {
  if (ours.length === 0) return theirs.map(newLine);
  const left = [...ours];
  let known = 0;
  const merged = theirs.map((line) => {
    const at = left.findIndex((mine) => isSameLine(mine, line));
    const [mine] = at >= 0 ? left.splice(at, 1) : [];
    if (mine) known += 1;
    return orderLine(line, mine);
  });
  const isPart = known === theirs.length && left.length > 0 && !withMoney;
  return isPart ? ours : merged;
}

function isSameLine(ours: OrderLine, theirs: DraftLine): boolean {
  if (ours.quantity !== theirs.quantity) return false;
  if (ours.sku !== '' && theirs.sku !== '') return ours.sku === theirs.sku;
  return ours.title === theirs.title || ours.title === '' || theirs.title === '';
}

const titleMax = 500;

function orderLine(told: DraftLine, mine: OrderLine | undefined): OrderLine {
  const {sku, title, quantity, unitPrice = mine?.unitPrice, totalMinor = mine?.totalMinor} = told;
  const line = {sku: sku || (mine?.sku ?? ''), title: cut(title || (mine?.title ?? '')), quantity};
  return {...line, ...(unitPrice && {unitPrice}), ...(totalMinor !== undefined && {totalMinor})};
}

/** There is one for every row of a file: nearly all tell of their price, and are made at once, without a copy. */
function newLine(told: DraftLine): OrderLine {
  const {sku, title, quantity, unitPrice, totalMinor} = told;
  if (!unitPrice || totalMinor === undefined) return orderLine(told, undefined);
  return {sku, title: cut(title), quantity, unitPrice, totalMinor};
}

function cut(title: string): string {
  return title.length > titleMax ? title.slice(0, titleMax) : title;
}

/** What nobody has told of an order, as its row says it. */
export function gapsOf({
  hasMoney,
  hasDate,
  lines,
  shipTo,
}: {
  readonly hasMoney: boolean;
  readonly hasDate: boolean;
  readonly lines: readonly OrderLine[];
  readonly shipTo: ShipTo;
}): Pick<Order, 'missing'> {
  const gaps = [
    ...(hasMoney ? [] : (['money'] as const)),
    ...(shipTo.street === '' && shipTo.city === '' ? (['address'] as const) : []),
    ...(lines.length > 0 ? [] : (['lines'] as const)),
    ...(hasDate ? [] : (['date'] as const)),
  ];
  return gaps.length > 0 ? {missing: gaps} : {};
}

/** The fields that say something. */
function said<T extends object>(fields: T): {[K in keyof T]: NonNullable<T[K]>} {
  const spoken = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(spoken) as {[K in keyof T]: NonNullable<T[K]>};
}

function folded(value: string | undefined): string {
  return (value ?? '').toLowerCase().replaceAll(/[\s.,-]/g, '');
}
