import {id} from '../../lib/id.ts';
import {list} from '../../lib/shape.ts';
import type {Order} from '../../orders/schema.ts';
import {type Db, defineQuery} from '../../sync/define.ts';
import type {Parcel} from '../packing/schema.ts';
import {type CarrierNameRow, type Telling, carrierNamesMax, tellingsMax, toldMax} from './schema.ts';

/** Parcels with all that channels are told of them: their orders, and the other parcels of those. */
export interface ParcelsAndOrders {
  readonly parcels: readonly Parcel[];
  readonly orders: readonly Order[];
  /** Every parcel of those orders, the asked ones among them. */
  readonly beside: readonly Parcel[];
}

export const parcelsToTell = defineQuery(
  'roadBack.parcels',
  {parcelIds: list(id('parcel'), {max: toldMax})},
  async (db, {parcelIds}): Promise<ParcelsAndOrders> => {
    const parcels = present(await db.parcels.getMany(parcelIds));
    const orders = present(
      await db.orders.getMany(unique(parcels.flatMap(({lines}) => lines.map((line) => line.orderId)))),
    );
    const beside = await parcelsIn(db, orders);
    return {parcels, orders, beside};
  },
);

const tellingsShownMax = 50;

/** What channels were told, the newest first, and how the seller says that they call carriers. */
export const tellingsKept = defineQuery(
  'roadBack.tellings',
  {},
  async (db): Promise<{readonly tellings: readonly Telling[]; readonly names: readonly CarrierNameRow[]}> => {
    const all = await db.tellings.range({limit: tellingsMax});
    const tellings = all.toSorted((one, other) => other.toldAt - one.toldAt).slice(0, tellingsShownMax);
    return {tellings, names: await db.carrierNames.range({limit: carrierNamesMax})};
  },
);

async function parcelsIn(db: Db, orders: readonly Order[]): Promise<readonly Parcel[]> {
  return present(await db.parcels.getMany(unique(orders.flatMap(({parcelIds = []}) => parcelIds))));
}

function unique<T>(some: readonly T[]): readonly T[] {
  return [...new Set(some)];
}

function present<T>(rows: readonly (T | undefined)[]): readonly T[] {
  return rows.flatMap((row) => row ?? []);
}
