import {must} from '../../lib/assert.ts';
import type {Order} from '../../orders/schema.ts';
import {firstAndMore, ordersIn} from '../packing/orders-in.ts';
import {leftOf, wantedOf} from '../packing/pieces.ts';
import type {PackedLine, Parcel} from '../packing/schema.ts';
import type {BenchOrder, BenchParcel, InOneBox, Package, Piece} from './bench.ts';
import {type Said, said} from './said.ts';
import {type Scan, isSameCode} from './scan.ts';

/** All orders that go into a box. */
export function ordersOf({order, others}: InOneBox): readonly [BenchOrder, ...BenchOrder[]] {
  return [order, ...others];
}

export function boxOf([order, ...others]: readonly BenchOrder[]): InOneBox {
  return {order: must(order, 'a box is of an order'), others};
}

/** One row of the orders on the screen: how much of it lies in the box, and in boxes before it. */
export interface Row {
  readonly item: string;
  readonly title: string;
  readonly wanted: number;
  readonly before: number;
  readonly now: number;
}

/** The items of orders, each once, in the order of their lines. */
export function rowsOf(orders: readonly BenchOrder[], pieces: readonly Piece[]): readonly Row[] {
  const left = sums(allLeft(orders));
  const all = orders.flatMap(({order}) => wantedOf(order));
  const titles = new Map(all.map(({item, title}) => [item, title]));
  return [...sums(all)].map(([item, wanted]) => {
    const now = pieces.reduce((sum, piece) => sum + (piece.item === item ? piece.count : 0), 0);
    return {item, title: titles.get(item) ?? '', wanted, before: wanted - (left.get(item) ?? 0), now};
  });
}

export function stillLeft({wanted, before, now}: Row): number {
  return wanted - before - now;
}

/** What is left to pack of orders, one after the other. */
export function allLeft(orders: readonly BenchOrder[]) {
  return orders.flatMap(({order, parcels}) => leftOf(order, parcels));
}

/** The item of orders that a scan names. */
export function itemScanned(orders: readonly BenchOrder[], scan: Extract<Scan, {tells: 'code'}>): string | undefined {
  const items = [...sums(orders.flatMap(({order}) => wantedOf(order))).keys()];
  const codesOf = (item: string) => [item, ...orders.flatMap(({barcodes}) => barcodes[item] ?? [])];
  for (const text of scan.texts) {
    const found = items.find((item) => codesOf(item).some((code) => isSameCode(code, text)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether this serial number lies in a box of the orders already. */
export function isSerialThere(orders: readonly BenchOrder[], pieces: readonly Piece[], serial: string): boolean {
  const packed = orders
    .flatMap(({parcels}) => parcels)
    .filter(({status}) => status !== 'voided')
    .flatMap(({lines}) => lines);
  return packed.some(({serials}) => serials?.includes(serial)) || pieces.some((piece) => piece.serial === serial);
}

/** What lies in the box, laid upon the lines of the orders: an item that several want goes to the first of them. */
export function packedLines(orders: readonly BenchOrder[], pieces: readonly Piece[]): readonly PackedLine[] {
  const counts = sums(pieces.map(({item, count}) => ({item, quantity: count})));
  const serials = new Map<string, string[]>();
  for (const {item, serial} of pieces) {
    if (serial !== undefined) serials.set(item, [...(serials.get(item) ?? []), serial]);
  }
  return orders.flatMap(({order, parcels}) =>
    leftOf(order, parcels).flatMap(({line, item, quantity}) => {
      const taken = Math.min(quantity, counts.get(item) ?? 0);
      if (taken === 0) return [];
      counts.set(item, (counts.get(item) ?? 0) - taken);
      const own = serials.get(item)?.splice(0, taken) ?? [];
      return [{orderId: order.id, line, item, quantity: taken, ...(own.length > 0 && {serials: own})}];
    }),
  );
}

/** Whatever is in no package yet. */
export function linesLeft(orders: readonly BenchOrder[]): readonly PackedLine[] {
  return orders.flatMap(({order, parcels}) =>
    leftOf(order, parcels).map(({line, item, quantity}) => ({orderId: order.id, line, item, quantity})),
  );
}

/**
 * Orders with one parcel as it is now, before the store tells of it. Those that lie in it come first: by the first of them its label is
 * found again.
 */
export function withParcel(box: InOneBox, parcel: BenchParcel): InOneBox {
  const orders = ordersOf(box);
  const inside = ordersIn(parcel).flatMap((orderId) => orders.find(({order}) => order.id === orderId) ?? []);
  const withIt = inside.map((each) => ({
    ...each,
    parcels: [...each.parcels.filter(({id}) => id !== parcel.id), parcel],
  }));
  return boxOf([...withIt, ...orders.filter((each) => !inside.includes(each))]);
}

/** Whether an order waits to be packed, and nothing of it is: another desk may have begun it. */
export function isFree({order, parcels}: BenchOrder): boolean {
  return stopOf(order) === undefined && parcels.every(({status}) => status === 'voided');
}

/** The package of an order that was begun and not closed, the newest. */
export function openParcelOf({parcels}: BenchOrder): BenchParcel | undefined {
  return parcels.findLast(({status}) => status === 'packed' || status === 'labelled');
}

/** The order as the store tells of it now: what the bench did since it was read stands all the same. */
export function toldAnew(before: BenchOrder, told: BenchOrder): BenchOrder {
  const known = new Set(told.parcels.map(({id}) => id));
  const voided = new Set(before.parcels.flatMap(({id, status}) => (status === 'voided' ? [id] : [])));
  const parcels = told.parcels.map((parcel) =>
    voided.has(parcel.id) ? {...parcel, status: 'voided' as const} : parcel,
  );
  const barcodes = {...before.barcodes, ...told.barcodes};
  return {...told, barcodes, parcels: [...parcels, ...before.parcels.filter(({id}) => !known.has(id))]};
}

/** The number of the package that comes next, the same for all of them. */
export function nextPlace(orders: readonly BenchOrder[]): number {
  return Math.max(0, ...orders.flatMap(({parcels}) => parcels.map(({place}) => place))) + 1;
}

/** Why orders are not packed, as they stand. Where it is one of several, that one is to be taken out of their box. */
export function stopOfAny(orders: readonly BenchOrder[]): Said | undefined {
  const stopped = orders.filter(({order}) => stopOf(order));
  const [first] = stopped;
  if (!first) return undefined;
  return stopped.length < orders.length ? said('takeOut', {number: first.order.channelOrderId}) : stopOf(first.order);
}

/** Why an order is not packed, as it stands; undefined where it waits to be. */
export function stopOf({channelOrderId: number, status, holdReason}: Order): Said | undefined {
  switch (status) {
    case 'released':
      return undefined;
    case 'cancelled':
    case 'withdrawn':
      return said('cancelled', {number});
    case 'held':
      return said('heldOrder', {number, reason: holdReason ?? 'other'});
    case 'shipped':
      return said('shipped', {number});
    case 'returned':
      return said('returned', {number});
    case 'new':
    case 'paid':
      return said('notReleased', {number});
  }
}

/** What orders are called where there is room for one. */
export function numberOf(orders: readonly BenchOrder[]): string {
  return firstAndMore(orders[0]?.order.channelOrderId ?? '', orders.length);
}

/** The orders of which something lies in a package. */
export function insideOf(pack: Package): readonly BenchOrder[] {
  return ordersOf(pack).filter(({parcels}) => parcels.some(({id}) => id === pack.parcelId));
}

/** What scanners read on a label: the carrier's number, or the order's with the number of the package. */
export function labelCodes(number: string, {place, tracking}: Pick<Parcel, 'place' | 'tracking'>): readonly string[] {
  const own = `${number}/${place}`;
  return tracking ? [tracking.number.replaceAll(' ', ''), own] : [own];
}

const ownTextMax = 34;

/** What people read on a label without a carrier's number: all orders in the box where there is room, else how many more than the first. */
export function ownText(pack: Package): string {
  const [first, ...others] = insideOf(pack).map(({order}) => order.channelOrderId);
  const own = labelCodes(first ?? pack.order.order.channelOrderId, {place: pack.place})[0] ?? '';
  const all = [own, ...others].join(' + ');
  return all.length <= ownTextMax ? all : firstAndMore(own, others.length + 1);
}

/** What lies in a package as its label says it: each item once. */
export function contentsOf(lines: readonly PackedLine[]): readonly {readonly sku: string; readonly quantity: number}[] {
  return [...sums(lines)].map(([sku, quantity]) => ({sku, quantity}));
}

function sums(of: readonly {readonly item: string; readonly quantity: number}[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {item, quantity} of of) counts.set(item, (counts.get(item) ?? 0) + quantity);
  return counts;
}
