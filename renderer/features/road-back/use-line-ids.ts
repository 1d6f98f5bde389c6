import {useEffect, useState} from 'react';
import type {Order} from '#core/orders/schema.ts';
import {type LineIds, hasLineIds, lineIdsOf} from '#core/shipping/road-back/line-ids.ts';
import type {Channel, StorefrontId} from '#core/storefronts/schema.ts';
import {useData} from '../../app/data/use-data.ts';

type Known = ReadonlyMap<string, ReadonlyMap<number, LineIds>>;

/** The channel's numbers of lines of orders with several parcels, out of the files they came by; undefined until they are read. */
export function useLineIds(
  orders: readonly Order[] | undefined,
  channelOf: ((storefrontId: StorefrontId) => Channel | undefined) | undefined,
): Known | undefined {
  const data = useData();
  const [known, setKnown] = useState<Known | undefined>(undefined);
  useEffect(() => {
    if (!orders || !channelOf) return undefined;
    let wanted = true;
    // An order in one parcel is told as a whole: its lines need no numbers.
    const split = orders.flatMap((order) => {
      const channel = channelOf(order.storefrontId);
      const isSplit = order.parcelIds !== undefined && (order.parcelIds.length > 1 || order.status === 'released');
      return channel && hasLineIds(channel) && isSplit ? [{order, channel}] : [];
    });
    const read = split.map(async ({order, channel}) => {
      const sources = await data.call('intake.source', {orderId: order.id});
      return [order.id as string, lineIdsOf(channel, order.lines, sources.ok ? sources.value : [])] as const;
    });
    void Promise.all(read).then((ids) => {
      if (wanted) setKnown(new Map(ids));
    });
    return () => {
      wanted = false;
    };
  }, [data, orders, channelOf]);
  return known;
}
