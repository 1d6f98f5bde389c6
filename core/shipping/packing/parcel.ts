import {type Result, fail, ok} from '../../lib/result.ts';
import type {ParcelStatus} from './schema.ts';

/**
 * What can happen to a parcel once it is packed: its label is made, the printed label is scanned (`close`), it is opened again, or it
 * is no parcel any more (`void`): the label is torn up, and what lay in it is to be packed anew.
 */
export const parcelSteps = ['label', 'close', 'reopen', 'void'] as const;
export type ParcelStep = (typeof parcelSteps)[number];

/** The life of a parcel. What is not in this table cannot happen. Closing what is closed looks at its order again. */
const steps: Readonly<Record<ParcelStep, {readonly from: readonly ParcelStatus[]; readonly to: ParcelStatus}>> = {
  label: {from: ['packed', 'labelled'], to: 'labelled'},
  close: {from: ['packed', 'labelled', 'closed'], to: 'closed'},
  reopen: {from: ['closed'], to: 'labelled'},
  void: {from: ['packed', 'labelled', 'closed'], to: 'voided'},
};

/** The status a step leads to, or `shipping.parcel_step` where the parcel does not stand at its beginning. */
export function advanceParcel(status: ParcelStatus, step: ParcelStep): Result<ParcelStatus> {
  const {from, to} = steps[step];
  return from.includes(status) ? ok(to) : fail('shipping.parcel_step', {status, step});
}
