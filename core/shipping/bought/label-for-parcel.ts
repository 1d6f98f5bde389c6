import type {ParcelId} from '../packing/schema.ts';
import type {LabelNow} from './queries.ts';
import type {BoughtLabel} from './schema.ts';

/** The label a parcel of an order gets: the one that it uses already, else the first that no parcel uses. */
export function labelForParcel(labels: readonly LabelNow[], parcelId: ParcelId): BoughtLabel | undefined {
  const own = labels.find(({label}) => label.parcelId === parcelId);
  return (own ?? labels.find(({stands}) => stands === 'waiting'))?.label;
}
