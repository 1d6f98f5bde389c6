import type {Fault} from '../../faults.ts';
import {id} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {list, object, text} from '../../lib/shape.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {type Ending, type Tx, callOf, defineFact, defineMutator, done, doneWith} from '../../sync/define.ts';
import {uploadBatchFields} from './schema.ts';
import {uploadOrdersMax} from './template.ts';

const batchId = id('uploadBatch');
const orderIds = list(id('order'), {max: uploadOrdersMax});
const numberShape = object({orderId: id('order'), number: text({min: 1, max: 60})});
const numbersFields = {batchId, numbers: list(numberShape, {max: uploadOrdersMax})};

/**
 * A file for a carrier's site was written, and is in somebody's hand. A fact: no disagreement makes it unwritten. Where an order
 * stands in another file already a person is told, before the carrier is paid twice.
 */
export const uploadMade = defineFact(
  'upload.made',
  {batchId, ...uploadBatchFields},
  async (tx, {batchId: batch, ...fields}) => {
    if (await tx.uploadBatches.get(batch)) return {};
    await tx.uploadBatches.put({id: batch, ...fields, madeAt: tx.at});
    const ids = fields.orders.map(({orderId}) => orderId);
    const twice: Order[] = [];
    for (const order of await ordersOf(tx, ids)) {
      if (order.uploadId !== undefined || order.tracking) twice.push(order);
      else await tx.orders.update(order.id, {uploadId: batch});
    }
    return twice[0] ? {collided: twiceUploaded(twice[0], twice.length)} : {};
  },
);

/** What the carrier answered, as far as a person took it over: each order gets its number. One that has another is left as it is, and all of it refused. */
export const setNumbers = defineMutator('upload.setNumbers', numbersFields, async (tx, args): Ending => {
  const batch = await tx.uploadBatches.get(args.batchId);
  if (!batch) return fail('shipping.upload_gone');
  const orders = new Map(
    (
      await ordersOf(
        tx,
        args.numbers.map(({orderId}) => orderId),
      )
    ).map((row) => [row.id, row]),
  );
  const known = args.numbers.flatMap(({orderId, number}) => {
    const order = orders.get(orderId);
    return order ? [{order, orderId, number}] : [];
  });
  const other = known.find(({order, number}) => order.tracking && order.tracking.number !== number);
  if (other) return fail('shipping.order_has_number', {number: other.order.channelOrderId});
  const fresh = known.filter(({order}) => !order.tracking);
  if (fresh.length === 0) return done;

  for (const {orderId, number} of fresh) {
    await tx.orders.update(orderId, {tracking: {carrier: batch.carrier, number}, uploadId: undefined});
  }
  await tx.uploadBatches.update(batch.id, {answeredAt: batch.answeredAt ?? tx.at});
  const numbers = fresh.map(({orderId, number}) => ({orderId, number}));
  return doneWith(callOf(clearNumbers, {batchId: args.batchId, numbers}));
});

/** Takes numbers off their orders again, which wait for them as before. A number that is on a label stays. */
export const clearNumbers = defineMutator('upload.clearNumbers', numbersFields, async (tx, args): Ending => {
  const batch = await tx.uploadBatches.get(args.batchId);
  if (!batch) return fail('shipping.upload_gone');
  const cleared: {orderId: OrderId; number: string}[] = [];
  for (const {orderId, number} of args.numbers) {
    const order = await tx.orders.get(orderId);
    if (order?.tracking?.number !== number || (await isOnLabel(tx, order, number))) continue;
    await tx.orders.update(orderId, {tracking: undefined, ...(!batch.closedAt && {uploadId: args.batchId})});
    cleared.push({orderId, number});
  }
  if (cleared.length === 0) return fail('shipping.numbers_on_labels');
  return doneWith(callOf(setNumbers, {batchId: args.batchId, numbers: cleared}));
});

/** Nobody waits for the answer any more: orders of it without a number are free for another file. */
export const closeUpload = defineMutator('upload.close', {batchId}, async (tx, {batchId: of}): Ending => {
  const batch = await tx.uploadBatches.get(of);
  if (!batch || batch.closedAt !== undefined) return fail('shipping.upload_gone');
  const all = await ordersOf(
    tx,
    batch.orders.map(({orderId}) => orderId),
  );
  const freed = all.filter(({uploadId}) => uploadId === of).map((order) => order.id as OrderId);
  for (const orderId of freed) await tx.orders.update(orderId, {uploadId: undefined});
  await tx.uploadBatches.update(of, {closedAt: tx.at});
  return doneWith(callOf(reopenUpload, {batchId: of, orderIds: freed}));
});

/** The answer is waited for again, by those orders that have not gone into another file or got a number meanwhile. */
export const reopenUpload = defineMutator(
  'upload.reopen',
  {batchId, orderIds},
  async (tx, {batchId: of, orderIds: freed}): Ending => {
    const batch = await tx.uploadBatches.get(of);
    if (batch?.closedAt === undefined) return fail('shipping.upload_gone');
    for (const order of await ordersOf(tx, freed)) {
      if (order.uploadId === undefined && !order.tracking) await tx.orders.update(order.id, {uploadId: of});
    }
    await tx.uploadBatches.update(of, {closedAt: undefined});
    return doneWith(callOf(closeUpload, {batchId: of}));
  },
);

async function ordersOf(tx: Tx, ids: readonly OrderId[]): Promise<readonly Order[]> {
  return (await tx.orders.getMany(ids)).flatMap((order) => order ?? []);
}

async function isOnLabel(tx: Tx, {parcelIds = []}: Order, number: string): Promise<boolean> {
  return (await tx.parcels.getMany(parcelIds)).some((parcel) => parcel?.tracking?.number === number);
}

function twiceUploaded({channelOrderId}: Order, count: number): Fault {
  return {code: 'shipping.uploaded_twice', values: {number: channelOrderId, count}};
}
