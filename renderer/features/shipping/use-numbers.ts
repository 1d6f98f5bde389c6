import {useEffect, useState} from 'react';
import type {NumberKind} from '#core/shipping/ranges/number-kinds.ts';
import {rangesKept} from '#core/shipping/ranges/queries.ts';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';

export interface RangesFound {
  readonly ranges: readonly NumberRange[];
  /** This desk, which gives the numbers of its own ranges alone; undefined where no desk may give any. */
  readonly desk: string | undefined;
  readonly kinds: readonly NumberKind[];
  /** Names of the other desks, as far as the master tells them. */
  readonly deskNames: ReadonlyMap<string, string>;
}

/** The ranges of the shop, kept live, and what is needed to speak of them; undefined until all of it is here. */
export function useRanges(): RangesFound | undefined {
  const data = useData();
  const ranges = useQuery(rangesKept, {});
  const [asked, setAsked] = useState<Pick<RangesFound, 'desk' | 'kinds'> | undefined>(undefined);
  const [deskNames, setDeskNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let wanted = true;
    const ask = async (): Promise<void> => {
      const [here, kinds] = [await data.call('numbers.ranges', null), await data.call('numbers.kinds', null)];
      if (wanted) setAsked({desk: here.ok ? here.value.desk : undefined, kinds: kinds.ok ? kinds.value : []});
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [data]);
  const hasOthers = asked !== undefined && ranges?.some(({desk}) => desk !== asked.desk);
  useEffect(() => {
    let wanted = hasOthers;
    if (wanted) {
      void data.call('sync.desks', null).then((told) => {
        if (!wanted || !told.ok || !told.value.ok) return;
        setDeskNames(new Map(told.value.value.map(({replica, name}) => [replica, name])));
      });
    }
    return () => {
      wanted = false;
    };
  }, [data, hasOthers]);
  return ranges && asked && {ranges, ...asked, deskNames};
}

/** What a kind of numbers is called: its carrier, and its service where that says more. */
export function kindWords({carrier, service}: NumberKind): string {
  if (carrier.startsWith(service)) return carrier;
  return service.startsWith(carrier) ? service : `${carrier} · ${service}`;
}
