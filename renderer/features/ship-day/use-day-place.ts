import {useMemo} from 'react';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {businessDay, startOfBusinessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';

/** Whose day it is, and when it began. */
export interface DayPlace {
  readonly business: Business;
  readonly storefronts: readonly Storefront[];
  readonly now: Instant;
  readonly day: LocalDate;
  readonly since: Instant;
}

/** Undefined until the business is here. */
export function useDayPlace(): DayPlace | undefined {
  const now = useNow() as Instant;
  const told = useQuery(businessesInFull, {});
  return useMemo(() => {
    const business = told?.businesses[0];
    if (!told || !business) return undefined;
    const dayBreak = {zone: business.zone, startsAtHour: business.dayStartsAtHour};
    const day = businessDay(now, dayBreak);
    return {business, storefronts: told.storefronts, now, day, since: startOfBusinessDay(day, dayBreak)};
  }, [told, now]);
}
