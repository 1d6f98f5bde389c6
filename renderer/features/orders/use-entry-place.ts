import {useMemo} from 'react';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Instant} from '#core/time/instant.ts';
import {localDateAt} from '#core/time/zone.ts';
import {useQuery} from '../../app/data/use-data.ts';
import type {EntryPlace} from './order-entry.ts';

/** What a form needs of the shop it is opened in; undefined until the shop has a business. */
export function useEntryPlace(now: Instant): EntryPlace | undefined {
  const shop = useQuery(businessesInFull, {});
  const zone = shop?.businesses[0]?.zone;
  return useMemo(() => {
    if (!zone || !shop) return undefined;
    const storefronts = shop.storefronts.toSorted((a, b) => a.name.localeCompare(b.name));
    return {storefronts, zone, today: localDateAt(now, zone)};
  }, [shop, zone, now]);
}
