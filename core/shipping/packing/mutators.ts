import {id} from '../../lib/id.ts';
import {integer, list, oneOf, optional} from '../../lib/shape.ts';
import {advance} from '../../orders/order.ts';
import {type Order, type OrderId, parcelsOfOrderMax} from '../../orders/schema.ts';
import {type Done, type Tx, defineFact} from '../../sync/define.ts';
import {type Meeting, faultOf, meetingOf} from './meetings.ts';
import {ordersIn} from './orders-in.ts';
import {type ParcelStep, advanceParcel} from './parcel.ts';
import {leftOf} from './pieces.ts';
import {
  type Parcel,
  type ParcelId,
  badgeShape,
  packedLineShape,
  parcelLinesMax,
  parcelTrackingShape,
  parcelWeightShape,
  weightReasons,
} from './schema.ts';

const parcelId = id('parcel');

/** Pieces lie in a parcel. Told twice it is one parcel; of an order that wants no packing a person is told. */
export const parcelPacked = defineFact(
  'packing.packed',
  {
    parcelId,
    place: integer({min: 1, max: 999}),
    lines: list(packedLineShape, {max: parcelLinesMax}),
    weightGrams: optional(parcelWeightShape),
    weightReason: optional(oneOf(weightReasons)),
    packedBy: badgeShape,
  },
  async (tx, {parcelId: parcel, ...rest}) => {
    if (await tx.parcels.get(parcel)) return {};
    await tx.parcels.put({id: parcel, status: 'packed', reprints: 0, packedAt: tx.at, ...rest});
    for (const orderId of ordersIn(rest)) {
      const order = await tx.orders.get(orderId);
      const parcelIds = [...(order?.parcelIds ?? []), parcel];
      if (order && parcelIds.length <= parcelsOfOrderMax) await tx.orders.update(orderId, {parcelIds});
    }
    return meet(tx, parcel);
  },
);

/** Its label is made; the carrier's number, where it has one, is burnt. */
export const parcelLabelled = defineFact(
  'packing.labelled',
  {parcelId, tracking: optional(parcelTrackingShape), printJobId: optional(id('printJob'))},
  async (tx, {parcelId: of, tracking, printJobId}) => {
    const step = await stepped(tx, of, 'label', (parcel) => ({
      labelledAt: parcel.labelledAt ?? tx.at,
      ...(tracking && {tracking}),
      ...(printJobId !== undefined && {printJobId}),
    }));
    if (!step.parcel || !tracking) return step.done;
    for (const orderId of ordersIn(step.parcel)) {
      const order = await tx.orders.get(orderId);
      // Whoever waits for the carrier's number of this order waits no more: it has one.
      if (order && !order.tracking)
        await tx.orders.update(orderId, {tracking: toldTracking(tracking), uploadId: undefined});
    }
    return step.done;
  },
);

/** The same label came out of the printer once more. */
export const labelReprinted = defineFact(
  'packing.reprinted',
  {parcelId, printJobId: optional(id('printJob'))},
  async (tx, {parcelId: of, printJobId}) => {
    const parcel = await tx.parcels.get(of);
    if (!parcel) return {collided: {code: 'shipping.parcel_unknown', values: {}}};
    const reprints = parcel.reprints + 1;
    await tx.parcels.update(of, {reprints, ...(printJobId !== undefined && {printJobId})});
    return {};
  },
);

/** Its printed label was scanned: nothing is missing but the carrier. An order with every piece in a closed parcel is shipped. */
export const parcelClosed = defineFact('packing.closed', {parcelId}, async (tx, {parcelId: of}) => {
  const {parcel, done} = await stepped(tx, of, 'close', (before) => ({closedAt: before.closedAt ?? tx.at}));
  if (!parcel) return done;
  for (const orderId of ordersIn(parcel)) await shipIfWhole(tx, orderId);
  const met = await meet(tx, of);
  return done.collided ? done : met;
});

/** Somebody opened it again before it left. */
export const parcelReopened = defineFact('packing.reopened', {parcelId}, async (tx, {parcelId: of}) => {
  const {parcel, done} = await stepped(tx, of, 'reopen', () => ({closedAt: undefined}));
  if (parcel) for (const orderId of ordersIn(parcel)) await unshipIfNot(tx, orderId);
  return done;
});

/** Its label is torn up: what lay in it is to be packed anew, and its number is void. */
export const parcelVoided = defineFact('packing.voided', {parcelId}, async (tx, {parcelId: of}) => {
  const {parcel, done} = await stepped(tx, of, 'void', () => ({voidedAt: tx.at}));
  if (!parcel) return done;
  for (const orderId of ordersIn(parcel)) {
    await unshipIfNot(tx, orderId);
    const order = await tx.orders.get(orderId);
    if (!order?.tracking || order.tracking.number !== parcel.tracking?.number) continue;
    const other = (await parcelsOf(tx, order)).find(({status, tracking}) => status !== 'voided' && tracking);
    await tx.orders.update(orderId, {tracking: other?.tracking && toldTracking(other.tracking)});
  }
  return done;
});

interface Stepped {
  /** Undefined where the step was not to be done. */
  readonly parcel: Parcel | undefined;
  readonly done: Done;
}

async function stepped(
  tx: Tx,
  of: ParcelId,
  step: ParcelStep,
  changes: (before: Parcel) => {readonly [K in keyof Parcel]?: Parcel[K] | undefined},
): Promise<Stepped> {
  const before = await tx.parcels.get(of);
  if (!before) return {parcel: undefined, done: {collided: {code: 'shipping.parcel_unknown', values: {}}}};
  if (before.manifestId !== undefined && (step === 'reopen' || step === 'void')) {
    return {parcel: undefined, done: {collided: {code: 'shipping.parcel_left', values: {}}}};
  }
  const status = advanceParcel(before.status, step);
  if (!status.ok) return {parcel: undefined, done: {collided: status.fault}};
  await tx.parcels.update(of, {status: status.value, ...changes(before)});
  return {parcel: await tx.parcels.get(of), done: {}};
}

/** Looks at what speaks against a parcel, and tells of it unless the same was told before. */
async function meet(tx: Tx, of: ParcelId): Promise<Done> {
  const parcel = await tx.parcels.get(of);
  if (!parcel) return {};
  for (const orderId of ordersIn(parcel)) {
    const order = await tx.orders.get(orderId);
    const met: Meeting | undefined = meetingOf(order, order ? await parcelsOf(tx, order) : []);
    if (met === undefined || met === parcel.met) continue;
    await tx.parcels.update(of, {met});
    return {collided: faultOf(met, order)};
  }
  return {};
}

async function shipIfWhole(tx: Tx, orderId: OrderId): Promise<void> {
  const order = await tx.orders.get(orderId);
  if (!order) return;
  const status = advance(order.status, 'ship');
  if (status.ok && (await isWhole(tx, order))) {
    await tx.orders.update(orderId, {status: status.value, shippedAt: tx.at});
  }
}

async function unshipIfNot(tx: Tx, orderId: OrderId): Promise<void> {
  const order = await tx.orders.get(orderId);
  if (!order) return;
  const status = advance(order.status, 'unship');
  if (status.ok && !(await isWhole(tx, order))) {
    await tx.orders.update(orderId, {status: status.value, shippedAt: undefined});
  }
}

async function isWhole(tx: Tx, order: Order): Promise<boolean> {
  const closed = (await parcelsOf(tx, order)).filter(({status}) => status === 'closed');
  return closed.length > 0 && leftOf(order, closed).length === 0;
}

async function parcelsOf(tx: Tx, {parcelIds = []}: Order): Promise<readonly Parcel[]> {
  return (await tx.parcels.getMany(parcelIds)).flatMap((parcel) => parcel ?? []);
}

function toldTracking({carrier, number}: NonNullable<Parcel['tracking']>): NonNullable<Order['tracking']> {
  return {carrier, number};
}
