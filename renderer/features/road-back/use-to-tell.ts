import {useEffect, useMemo, useState} from 'react';
import {parcelList} from '#core/shipping/packing/list-view.ts';
import type {ParcelId} from '#core/shipping/packing/schema.ts';
import {type ToTell, parcelsToShipped} from '#core/shipping/road-back/parcels-to-shipped.ts';
import {parcelsToTell, tellingsKept} from '#core/shipping/road-back/queries.ts';
import type {CarrierWords} from '#core/shipping/road-back/road-back.ts';
import {type CarrierNameRow, type Telling, toldMax} from '#core/shipping/road-back/schema.ts';
import {type WayToTell, waysToTell} from '#core/shipping/road-back/ways-to-tell.ts';
import {dayAtStorefront} from '#core/storefronts/day-at-storefront.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Storefront, StorefrontId} from '#core/storefronts/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useRows} from '../../app/data/use-rows.ts';
import {useLineIds} from './use-line-ids.ts';
import {useToldView} from './told-view.ts';

/** All that the page shows. */
export interface Telltale extends Pick<ToTell, 'voided'> {
  readonly ways: readonly WayToTell[];
  readonly storefronts: ReadonlyMap<StorefrontId, Storefront>;
  readonly carriers: CarrierWords;
  readonly tellings: readonly Telling[];
  readonly names: readonly CarrierNameRow[];
}

const closed = {
  where: [
    {column: 'status', oneOf: ['closed']},
    {column: 'told', oneOf: ['no', 'some']},
  ],
  sort: {column: 'packedAt', descending: false},
} as const;
const voided = {
  where: [
    {column: 'status', oneOf: ['voided']},
    {column: 'told', oneOf: ['some', 'yes']},
  ],
  sort: {column: 'packedAt', descending: true},
} as const;
/** Older ones were looked at long ago. */
const voidedMax = 200;

/** What channels are still to be told, by storefront; undefined until it is known. */
export function useToTell(): Telltale | undefined {
  const toTell = useRows(parcelList, {query: closed, rowsMax: toldMax - voidedMax});
  const torn = useRows(parcelList, {query: voided, rowsMax: voidedMax});
  const ids = useMemo(() => [...(toTell ?? []), ...(torn ?? [])].map(({id}) => id as ParcelId), [toTell, torn]);
  const answered = useQuery(parcelsToTell, {parcelIds: ids});
  // Asked for none, before the lists were here, it said none.
  const found = ids.length > 0 && answered?.parcels.length === 0 ? undefined : answered;
  const shop = useQuery(businessesInFull, {});
  const kept = useQuery(tellingsKept, {});
  const carriers = useCarriers();
  const shapes = useToldView((view) => view.shapes);
  const storefronts = useMemo(
    () => shop && new Map(shop.storefronts.map((each) => [each.id as StorefrontId, each])),
    [shop],
  );
  const channelOf = useMemo(
    () => storefronts && ((storefrontId: StorefrontId) => storefronts.get(storefrontId)?.channel),
    [storefronts],
  );
  const lineIds = useLineIds(found?.orders, channelOf);
  return useMemo(() => {
    if (!toTell || !torn || !found || !shop || !storefronts || !channelOf || !lineIds || !kept || !carriers) {
      return undefined;
    }
    const told = parcelsToShipped(found, {storefronts, carriers, lineIds, dayOf: dayAtStorefront(shop)});
    const names = new Map(kept.names.map(({channel, carrier, name}) => [`${channel} ${carrier}`, name]));
    const ways = waysToTell(told, carriers, {names, shapes, channelOf});
    return {ways, voided: told.voided, storefronts, carriers, ...kept};
  }, [toTell, torn, found, shop, storefronts, channelOf, lineIds, kept, carriers, shapes]);
}

function useCarriers(): CarrierWords | undefined {
  const data = useData();
  const [carriers, setCarriers] = useState<CarrierWords | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void data.call('numbers.carriers', null).then((told) => {
      if (wanted && told.ok) setCarriers(told.value);
    });
    return () => {
      wanted = false;
    };
  }, [data]);
  return carriers;
}
