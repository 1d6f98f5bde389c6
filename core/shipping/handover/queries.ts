import {id} from '../../lib/id.ts';
import {branded, list, pattern} from '../../lib/shape.ts';
import {defineQuery} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {manifestParcelsMax} from './schema.ts';

/** The sheets of a business day, void ones too, the newest first. */
export const manifestsOfDay = defineQuery(
  'handover.sheets',
  {day: branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/))},
  async (db, {day}) => (await db.manifests.byKey('byDay', day)).toSorted((a, b) => b.handedAt - a.handedAt),
);

/** Parcels with the orders that lie in them, as a sheet names them; what is not there is left out. */
export const parcelsToHandOver = defineQuery(
  'handover.parcels',
  {parcelIds: list(id('parcel'), {max: manifestParcelsMax})},
  async (db, {parcelIds}) => {
    const parcels = (await db.parcels.getMany(parcelIds)).flatMap((parcel) => parcel ?? []);
    const orders = await db.orders.getMany(parcels.map(({lines}) => lines[0]?.orderId ?? ''));
    return parcels.map((parcel, at) => ({parcel, order: orders[at]}));
  },
);
