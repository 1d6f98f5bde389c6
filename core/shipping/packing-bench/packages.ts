import type {Order} from '../../orders/schema.ts';
import {leftOf, wantedOf} from '../packing/pieces.ts';
import type {PackedLine, Parcel} from '../packing/schema.ts';
import type {BenchOrder, BenchParcel, Piece} from './bench.ts';
import {type Said, said} from './said.ts';
import {type Scan, isSameCode} from './scan.ts';

/** One row of the order on the screen: how much of it lies in the box, and in boxes before it. */
export interface Row {
  readonly item: string;
  readonly title: string;
  readonly wanted: number;
  readonly before: number;
  readonly now: number;
}

/** The items of an order, each once, in the order of its lines. */
export function rowsOf({order, parcels}: BenchOrder, pieces: readonly Piece[]): readonly Row[] {
  const left = sums(leftOf(order, parcels));
  const titles = new Map(wantedOf(order).map(({item, title}) => [item, title]));
  return [...sums(wantedOf(order))].map(([item, wanted]) => {
    const now = pieces.reduce((sum, piece) => sum + (piece.item === item ? piece.count : 0), 0);
    return {item, title: titles.get(item) ?? '', wanted, before: wanted - (left.get(item) ?? 0), now};
  });
}

export function stillLeft({wanted, before, now}: Row): number {
  return wanted - before - now;
}

/** The item of an order that a scan names. */
export function itemScanned({order, barcodes}: BenchOrder, scan: Extract<Scan, {tells: 'code'}>): string | undefined {
  const items = [...sums(wantedOf(order)).keys()];
  for (const text of scan.texts) {
    const found = items.find((item) => [item, ...(barcodes[item] ?? [])].some((code) => isSameCode(code, text)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether this serial number lies in a box of the order already. */
export function isSerialThere({parcels}: BenchOrder, pieces: readonly Piece[], serial: string): boolean {
  const packed = parcels.filter(({status}) => status !== 'voided').flatMap(({lines}) => lines);
  return packed.some(({serials}) => serials?.includes(serial)) || pieces.some((piece) => piece.serial === serial);
}

/** What lies in the box, laid upon the lines of the order. */
export function packedLines({order, parcels}: BenchOrder, pieces: readonly Piece[]): readonly PackedLine[] {
  const counts = sums(pieces.map(({item, count}) => ({item, quantity: count})));
  const serials = new Map<string, string[]>();
  for (const {item, serial} of pieces) {
    if (serial !== undefined) serials.set(item, [...(serials.get(item) ?? []), serial]);
  }
  return leftOf(order, parcels).flatMap(({line, item, quantity}) => {
    const taken = Math.min(quantity, counts.get(item) ?? 0);
    if (taken === 0) return [];
    counts.set(item, (counts.get(item) ?? 0) - taken);
    const own = serials.get(item)?.splice(0, taken) ?? [];
    return [{orderId: order.id, line, item, quantity: taken, ...(own.length > 0 && {serials: own})}];
  });
}

/** Whatever is in no package yet. */
export function linesLeft({order, parcels}: BenchOrder): readonly PackedLine[] {
  return leftOf(order, parcels).map(({line, item, quantity}) => ({orderId: order.id, line, item, quantity}));
}

/** The order with one parcel as it is now, before the store tells of it. */
export function withParcel(order: BenchOrder, parcel: BenchParcel): BenchOrder {
  return {...order, parcels: [...order.parcels.filter(({id}) => id !== parcel.id), parcel]};
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

/** The number of the package that comes next. */
export function nextPlace({parcels}: BenchOrder): number {
  return Math.max(0, ...parcels.map(({place}) => place)) + 1;
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

/** What scanners read on a label: the carrier's number, or the order's with the number of the package. */
export function labelCodes(number: string, {place, tracking}: Pick<Parcel, 'place' | 'tracking'>): readonly string[] {
  const own = `${number}/${place}`;
  return tracking ? [tracking.number.replaceAll(' ', ''), own] : [own];
}

function sums(of: readonly {readonly item: string; readonly quantity: number}[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {item, quantity} of of) counts.set(item, (counts.get(item) ?? 0) + quantity);
  return counts;
}
