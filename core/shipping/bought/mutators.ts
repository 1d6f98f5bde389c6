import {id} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {list} from '../../lib/shape.ts';
import type {OrderStatus} from '../../orders/schema.ts';
import {type Ending, type Tx, callOf, defineFact, defineMutator, doneWith} from '../../sync/define.ts';
import {labelsMax} from './limits.ts';
import {type BoughtLabel, takenLabelShape} from './schema.ts';

/** Orders in these can still get a label. */
export const labellable: readonly OrderStatus[] = ['new', 'paid', 'released', 'held'];

/**
 * The labels of a file become those of their orders, all or none. A wish: an order may be gone, or another desk may have taken a label
 * with the same number; then a person is asked.
 */
export const takeLabels = defineMutator(
  'bought.take',
  {labels: list(takenLabelShape, {max: labelsMax})},
  async (tx, {labels}): Ending => {
    for (const label of labels) {
      const order = await tx.orders.get(label.orderId);
      if (!order || !labellable.includes(order.status)) {
        return fail('shipping.bought_order_gone', {number: order?.channelOrderId ?? ''});
      }
      const same = label.number === '' ? [] : await tx.boughtLabels.byKey('byNumber', label.number);
      if (same.some((other) => other.id !== label.id)) return fail('shipping.bought_twice', {number: label.number});
      if (!(await tx.boughtLabels.get(label.id))) await tx.boughtLabels.put({...label, takenAt: tx.at});
    }
    return doneWith(callOf(returnLabels, {labelIds: labels.map((label) => label.id)}));
  },
);

/** Labels are no order's any more; those that a parcel uses stay, for they stick on a box. */
export const returnLabels = defineMutator(
  'bought.return',
  {labelIds: list(id('boughtLabel'), {max: labelsMax})},
  async (tx, {labelIds}): Ending => {
    const gone: BoughtLabel[] = [];
    let inUse = 0;
    for (const labelId of labelIds) {
      const label = await tx.boughtLabels.get(labelId);
      if (label && (await isUsed(tx, label))) inUse += 1;
      else if (label) {
        await tx.boughtLabels.delete(labelId);
        gone.push(label);
      }
    }
    if (gone.length === 0) return fail(inUse > 0 ? 'shipping.bought_in_use' : 'shipping.bought_gone', {count: inUse});
    const labels = gone.map(({takenAt: _, parcelId: _parcel, usedAt: _used, ...label}) => label);
    return doneWith(callOf(takeLabels, {labels}));
  },
);

/** A label sticks on a parcel. Where it sticks on another one that is not void, a person is told: one number travels twice. */
export const labelUsed = defineFact(
  'bought.used',
  {labelId: id('boughtLabel'), parcelId: id('parcel')},
  async (tx, {labelId, parcelId}) => {
    const label = await tx.boughtLabels.get(labelId);
    if (!label) return {collided: {code: 'shipping.bought_gone', values: {count: 0}}};
    if (label.parcelId === parcelId) return {};
    if (await isUsed(tx, label)) return {collided: {code: 'shipping.bought_twice', values: {number: label.number}}};
    await tx.boughtLabels.update(labelId, {parcelId, usedAt: tx.at});
    return {};
  },
);

async function isUsed(tx: Tx, {parcelId}: BoughtLabel): Promise<boolean> {
  if (parcelId === undefined) return false;
  const parcel = await tx.parcels.get(parcelId);
  return parcel !== undefined && parcel.status !== 'voided';
}
