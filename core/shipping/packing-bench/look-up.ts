import {must} from '../../lib/assert.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {ordersIn} from '../packing/orders-in.ts';
import type {Parcel} from '../packing/schema.ts';
import type {BenchOrder, BenchParcel, Found, InOneBox} from './bench.ts';
import {boxOf, isFree, itemScanned, labelCodes, openParcelOf} from './packages.ts';
import {type Scan, isSameCode} from './scan.ts';

/** Where the bench looks for what was scanned: the rows of this desk. */
export interface Shelf {
  /** Orders with one of these numbers, whatever storefront they came in by. */
  numbered(numbers: readonly string[]): Promise<readonly Order[]>;
  onBench(orderId: OrderId): Promise<BenchOrder | undefined>;
  /** The order of a parcel with this carrier's number on its label. */
  labelled(number: string): Promise<OrderId | undefined>;
  /** The order that is picked into a tote with one of these codes. */
  inTote(codes: readonly string[]): Promise<OrderId | undefined>;
  /** SKUs of products that go by one of these barcodes. */
  skusOf(barcodes: readonly string[]): Promise<readonly string[]>;
  /** Orders that wait to be packed and hold this item; those to be sent sooner come first. */
  waitingFor(texts: readonly string[]): Promise<readonly OrderId[]>;
  /** Orders that may be packed together with this one, those to be sent sooner first: see `ordersToJoin` and `joinedTo`. */
  beside(order: BenchOrder): Promise<readonly OrderId[]>;
}

const numbersMax = 8;
const numberUnitsMax = 80;
const ordersLookedAtMax = 25;
const offeredMax = 9;

/** What lies behind a code: the label of a package, an order by its number (on its slip) or by its tote, or an order that waits for that item. */
export async function lookUp(shelf: Shelf, scan: Extract<Scan, {tells: 'code'}>): Promise<Found> {
  const texts = scan.texts.filter((text) => text.length <= numberUnitsMax).slice(0, numbersMax);
  if (texts.length === 0) return {is: 'nothing'};
  return (
    (await byLabel(shelf, texts)) ??
    (await byNumber(shelf, texts)) ??
    (await byTote(shelf, texts)) ??
    byItem(shelf, texts, scan)
  );
}

async function byLabel(shelf: Shelf, texts: readonly string[]): Promise<Found | undefined> {
  // Labels without a carrier's number say the order's and which package it is.
  const own = texts.flatMap((text) => /^(.+)\/\d{1,3}$/.exec(text)?.[1] ?? []);
  const named = own.length > 0 ? await shelf.numbered(own) : [];
  const ids = named.map(({id}) => id);
  for (const text of texts) {
    const orderId = await shelf.labelled(text);
    if (orderId !== undefined) ids.push(orderId);
  }
  for (const orderId of ids) {
    const order = must(await shelf.onBench(orderId), 'an order that was just found');
    const parcel = order.parcels.find((each) => saysOneOf(order, each, texts));
    if (parcel) return {is: 'label', parcelId: parcel.id, ...(await contentOf(shelf, order, parcel))};
  }
  return undefined;
}

function saysOneOf({order}: BenchOrder, parcel: Pick<Parcel, 'place' | 'tracking'>, texts: readonly string[]): boolean {
  const codes = labelCodes(order.channelOrderId, parcel);
  return codes.some((code) => texts.some((text) => isSameCode(code, text)));
}

async function byNumber(shelf: Shelf, texts: readonly string[]): Promise<Found | undefined> {
  const all = await shelf.numbered(texts);
  // The likeliest reading of the scan for which there is anything.
  const likeliest = texts.find((text) => all.some(({channelOrderId}) => channelOrderId === text));
  const orders = all.filter(({channelOrderId}) => channelOrderId === likeliest);
  const waiting = orders.filter(({status}) => status === 'released');
  if (waiting.length > 1) return {is: 'several'};
  const found = waiting[0] ?? orders[0];
  return found && orderFound(shelf, must(await shelf.onBench(found.id), 'an order that was just found'));
}

async function byTote(shelf: Shelf, texts: readonly string[]): Promise<Found | undefined> {
  const orderId = await shelf.inTote(texts);
  const order = orderId && (await shelf.onBench(orderId));
  return order && orderFound(shelf, order);
}

/** An order with all that lies in a box with it, or else might. */
async function orderFound(shelf: Shelf, order: BenchOrder): Promise<Extract<Found, {is: 'order'}>> {
  const open = openParcelOf(order);
  if (open) return {is: 'order', open: open.id, offered: [], ...(await contentOf(shelf, order, open))};
  const beside = isFree(order) ? await shelf.beside(order) : [];
  const offered = await Promise.all(beside.slice(0, offeredMax).map((orderId) => shelf.onBench(orderId)));
  return {is: 'order', order, others: [], offered: offered.flatMap((each) => (each && isFree(each) ? [each] : []))};
}

/** The orders in a parcel, the one first that its label says. */
async function contentOf(shelf: Shelf, order: BenchOrder, parcel: BenchParcel): Promise<InOneBox> {
  const {id} = order.order;
  const orders = ordersIn(parcel).map(async (orderId) => (orderId === id ? order : shelf.onBench(orderId)));
  return boxOf((await Promise.all(orders)).flatMap((each) => each ?? []));
}

async function byItem(shelf: Shelf, texts: readonly string[], scan: Extract<Scan, {tells: 'code'}>): Promise<Found> {
  const skus = await shelf.skusOf(texts);
  const waiting = (await shelf.waitingFor([...texts, ...skus])).slice(0, ordersLookedAtMax);
  const orders = (await Promise.all(waiting.map((orderId) => shelf.onBench(orderId)))).flatMap((order) => order ?? []);
  const holding = orders.filter((order) => itemScanned([order], scan) !== undefined && order.parcels.length === 0);
  // Where a single piece was scanned, an order of a single piece is done with it.
  const order = holding.find(({order: {lines}}) => lines.length === 1 && lines[0]?.quantity === 1) ?? holding[0];
  const item = order && itemScanned([order], scan);
  return order && item !== undefined ? {...(await orderFound(shelf, order)), item} : {is: 'nothing'};
}
