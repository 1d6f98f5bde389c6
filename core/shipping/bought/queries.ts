import {id} from '../../lib/id.ts';
import {list, text} from '../../lib/shape.ts';
import {type Db, defineQuery} from '../../sync/define.ts';
import type {ParcelStatus} from '../packing/schema.ts';
import type {BoughtLabel} from './schema.ts';

const rowsMax = 20_000;
const numbersMax = 500;

/** A label, and how far the parcel is that uses it; `waiting` where none does. */
export interface LabelNow {
  readonly label: BoughtLabel;
  readonly stands: 'waiting' | Exclude<ParcelStatus, 'voided'>;
  /** The number of its order, blank where that is gone. */
  readonly orderNumber: string;
}

/** Every label that was taken in. */
export const labelsKept = defineQuery('bought.kept', {}, async (db): Promise<readonly LabelNow[]> =>
  asTheyStand(db, await db.boughtLabels.range({limit: rowsMax})),
);

/** The labels of an order, in the order of their places. */
export const labelsOfOrder = defineQuery('bought.ofOrder', {orderId: id('order')}, async (db, {orderId}) =>
  asTheyStand(db, await db.boughtLabels.byKey('byOrder', orderId)),
);

/** Those of these numbers that a label has already. */
export const numbersTaken = defineQuery(
  'bought.numbersTaken',
  {numbers: list(text({min: 1, max: 60}), {max: numbersMax})},
  async (db, {numbers}): Promise<readonly string[]> => {
    const taken = new Set<string>();
    for (const number of numbers) if ((await db.boughtLabels.byKey('byNumber', number)).length > 0) taken.add(number);
    return [...taken];
  },
);

async function asTheyStand(db: Db, labels: readonly BoughtLabel[]): Promise<readonly LabelNow[]> {
  const parcels = await db.parcels.getMany(labels.flatMap(({parcelId}) => parcelId ?? []));
  const statuses = new Map(parcels.flatMap((parcel) => (parcel ? [[parcel.id, parcel.status] as const] : [])));
  const orders = await db.orders.getMany(labels.map(({orderId}) => orderId));
  return labels
    .map((label, at) => {
      const status = label.parcelId === undefined ? undefined : statuses.get(label.parcelId);
      const stands = status === undefined || status === 'voided' ? 'waiting' : status;
      return {label, stands, orderNumber: orders[at]?.channelOrderId ?? ''} as const;
    })
    .toSorted((a, b) => b.label.takenAt - a.label.takenAt || a.label.place - b.label.place);
}
