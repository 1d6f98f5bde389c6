import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {oneOf} from '../lib/shape.ts';
import {type Ending, callOf, defineMutator, doneWith} from '../sync/define.ts';
import {advance} from './order.ts';
import {holdReasons} from './schema.ts';

/** Lets an order go to the bench. */
export const releaseOrder = defineMutator('orders.release', {orderId: id('order')}, async (tx, {orderId}): Ending => {
  const order = await tx.orders.get(orderId);
  if (!order) return fail('orders.not_found', {orderId});

  const status = advance(order.status, 'release');
  if (!status.ok) return status;

  await tx.orders.update(orderId, {status: status.value});
  return doneWith(callOf(recallOrder, {orderId}));
});

/** Takes a released order back from the bench. */
export const recallOrder = defineMutator('orders.recall', {orderId: id('order')}, async (tx, {orderId}): Ending => {
  const order = await tx.orders.get(orderId);
  if (!order) return fail('orders.not_found', {orderId});

  const status = advance(order.status, 'recall');
  if (!status.ok) return status;

  await tx.orders.update(orderId, {status: status.value});
  return doneWith(callOf(releaseOrder, {orderId}));
});

/** Stops an order until a person resumes it; where it stood is kept. */
export const holdOrder = defineMutator(
  'orders.hold',
  {orderId: id('order'), reason: oneOf(holdReasons)},
  async (tx, {orderId, reason}): Ending => {
    const order = await tx.orders.get(orderId);
    if (!order) return fail('orders.not_found', {orderId});

    const status = advance(order.status, 'hold');
    if (!status.ok) return status;

    const heldFrom = order.status === 'released' ? 'released' : 'paid';
    await tx.orders.update(orderId, {status: status.value, heldFrom, holdReason: reason});
    return doneWith(callOf(resumeOrder, {orderId}));
  },
);

/** Ends a hold: the order stands again where it was held from. */
export const resumeOrder = defineMutator('orders.resume', {orderId: id('order')}, async (tx, {orderId}): Ending => {
  const order = await tx.orders.get(orderId);
  if (!order) return fail('orders.not_found', {orderId});
  if (order.status !== 'held' || !order.heldFrom || !order.holdReason) {
    return fail('orders.step_not_allowed', {status: order.status, step: 'resume'});
  }

  await tx.orders.update(orderId, {status: order.heldFrom, heldFrom: undefined, holdReason: undefined});
  return doneWith(callOf(holdOrder, {orderId, reason: order.holdReason}));
});
