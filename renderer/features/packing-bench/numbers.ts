import {useEffect, useState} from 'react';
import {type Result, fail, ok} from '#core/lib/result.ts';
import type {ParcelTracking} from '#core/shipping/packing/schema.ts';
import type {NumberKind} from '#core/shipping/ranges/number-kinds.ts';
import {rangesKept} from '#core/shipping/ranges/queries.ts';
import {countsOf} from '#core/shipping/ranges/range.ts';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';

/** Of which account and service labels get their numbers. */
export interface NumberChoice {
  readonly scheme: string;
  readonly account: string;
}

/** Numbers of one account and service that this desk can still give. */
export interface NumberStock extends NumberChoice {
  readonly carrier: string;
  readonly service: string;
  readonly free: number;
  readonly isLow: boolean;
}

interface Known {
  readonly desk: string;
  readonly kinds: readonly NumberKind[];
}

/** What this desk can give, as it is now; undefined until that is known. */
export function useNumberStocks(): readonly NumberStock[] | undefined {
  const data = useData();
  const ranges = useQuery(rangesKept, {});
  const [known, setKnown] = useState<Known | undefined>(undefined);
  const count = ranges?.length ?? 0;
  useEffect(() => {
    if (count === 0) return undefined;
    let wanted = true;
    void Promise.all([data.call('numbers.ranges', null), data.call('numbers.kinds', null)]).then(([told, kinds]) => {
      if (wanted && told.ok && kinds.ok) setKnown({desk: told.value.desk, kinds: kinds.value});
    });
    return () => {
      wanted = false;
    };
  }, [data, count]);
  if (!ranges) return undefined;
  return ranges.length === 0 ? [] : known && stocksOf(ranges, known);
}

function stocksOf(ranges: readonly NumberRange[], {desk, kinds}: Known): readonly NumberStock[] {
  const stocks = new Map<string, NumberStock>();
  for (const range of ranges) {
    const {scheme, account, alertBelow} = range;
    const kind = kinds.find((each) => each.scheme === scheme);
    if (range.desk !== desk || !kind) continue;
    const key = `${scheme} ${account}`;
    const free = (stocks.get(key)?.free ?? 0) + countsOf(range).free;
    stocks.set(key, {
      scheme,
      account,
      carrier: kind.carrier,
      service: kind.service,
      free,
      isLow: free < alertBelow || free === 0,
    });
  }
  return [...stocks.values()];
}

/** A number that was drawn here, and where. */
export type DrawnTracking = ParcelTracking & {readonly draw: NonNullable<ParcelTracking['draw']>};

/** The next number of an account, burnt in store and journal once this is answered: nobody gets it again, whatever happens to the label. */
export async function drawNumber(
  data: DataClient,
  {scheme, account}: NumberChoice,
  on: LocalDate,
): Promise<Result<DrawnTracking>> {
  const kinds = await data.call('numbers.kinds', null);
  if (!kinds.ok) return kinds;
  const kind = kinds.value.find((each) => each.scheme === scheme);
  if (!kind) return fail('shipping.range_scheme_unknown', {scheme});
  const drawn = await data.call('numbers.draw', {scheme, account, parts: [{}], on});
  if (!drawn.ok) return drawn;
  const [first] = drawn.value.numbers;
  if (!first) return fail('shipping.range_used_up', {wanted: 1, free: 0});
  const {number, drawId, at} = first;
  return ok({carrier: kind.carrier, scheme, service: kind.service, number, draw: {drawId, at}});
}
