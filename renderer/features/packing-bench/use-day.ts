import {useMemo} from 'react';
import {orderList} from '#core/orders/list-view.ts';
import {isInTime, nextCutOff} from '#core/shipping/packing-bench/cut-off.ts';
import {parcelList} from '#core/shipping/packing/list-view.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {businessDay, startOfBusinessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useList} from '../../app/data/use-list.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useCutOff} from '../../app/desk/cut-off.ts';

/** The day at the bench, as far as it is known yet. */
export interface Day {
  /** Orders that wait to be packed. */
  readonly left: number;
  readonly today: number;
  readonly lastHour: number;
  /** Packages whose label was never scanned. */
  readonly open: number;
  readonly isInTime: boolean | undefined;
}

const hourMs = 3_600_000;
const byStatus = ['status'] as const;
const released = {where: [{column: 'status', oneOf: ['released']}], sort: {column: 'orderedAt', descending: false}};
const open = {where: [{column: 'status', oneOf: ['packed', 'labelled']}], sort: {column: 'packedAt', descending: true}};

/** What is left to pack, and whether that is done in time. */
export function useDay(): Day | undefined {
  const now = useNow() as Instant;
  const cutOff = useCutOff((pickUp) => pickUp.cutOff);
  const business = useQuery(businessesInFull, {})?.businesses[0];
  const orders = useList(
    orderList,
    useMemo(() => ({query: released, groups: byStatus}), []),
  );
  const dayBreak = useMemo(() => business && {zone: business.zone, startsAtHour: business.dayStartsAtHour}, [business]);
  const asked = useMemo(() => {
    const closed = {column: 'status', oneOf: ['closed']};
    const since = dayBreak ? startOfBusinessDay(businessDay(now, dayBreak), dayBreak) : now;
    const tallies = {
      today: [closed, {column: 'closedAt', from: since}],
      lastHour: [closed, {column: 'closedAt', from: now - hourMs}],
    };
    return {query: open, tallies};
  }, [now, dayBreak]);
  const parcels = useList(parcelList, asked);
  if (!business || !orders.arrived || !parcels.arrived) return undefined;

  const left = orders.counts.groups['status']?.['released'] ?? 0;
  const {today = 0, lastHour = 0} = parcels.counts.tallies;
  const {leftMs} = nextCutOff(cutOff, now, business.zone);
  return {
    left,
    today,
    lastHour,
    open: parcels.total,
    isInTime: isInTime({left, lastHour, leftMs}),
  };
}
