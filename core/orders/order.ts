import {type Result, fail, ok} from '../lib/result.ts';
import {type OrderStatus, orderStatuses} from './schema.ts';

/** Something that can be done with an order. */
export const orderSteps = ['pay', 'release', 'recall', 'hold', 'cancel', 'ship', 'unship', 'takeBack'] as const;
export type OrderStep = (typeof orderSteps)[number];

/** The life of an order. What is not in this table cannot happen. */
const steps: Readonly<Record<OrderStep, {readonly from: readonly OrderStatus[]; readonly to: OrderStatus}>> = {
  pay: {from: ['new'], to: 'paid'},
  release: {from: ['paid'], to: 'released'},
  recall: {from: ['released'], to: 'paid'},
  hold: {from: ['paid', 'released'], to: 'held'},
  cancel: {from: ['new', 'paid', 'released', 'held'], to: 'cancelled'},
  ship: {from: ['released'], to: 'shipped'},
  unship: {from: ['shipped'], to: 'released'},
  takeBack: {from: ['shipped'], to: 'returned'},
};

/** The status a step leads to, or `orders.step_not_allowed` where the order does not stand at its beginning. */
export function advance(status: OrderStatus, step: OrderStep): Result<OrderStatus> {
  const {from, to} = steps[step];
  return from.includes(status) ? ok(to) : fail('orders.step_not_allowed', {status, step});
}

/** Work is still to be done on these. */
export const openStatuses: readonly OrderStatus[] = ['new', 'paid', 'released', 'held'];

/** What people see: all but what was withdrawn. */
export const shownStatuses: readonly OrderStatus[] = orderStatuses.filter((status) => status !== 'withdrawn');

/** Money has come in for these: they count as sales, less what was paid back. */
export const soldStatuses: readonly OrderStatus[] = ['paid', 'released', 'held', 'shipped', 'returned'];
