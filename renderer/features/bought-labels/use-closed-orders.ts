import {useEffect, useMemo, useState} from 'react';
import type {OrderStatus} from '#core/orders/schema.ts';
import {labellable} from '#core/shipping/bought/mutators.ts';
import {isSureNumber, orderNumbersIn} from '#core/shipping/bought/order-number.ts';
import {ordersNumbered} from '#core/shipping/packing/queries.ts';
import type {SessionLabel} from '../../app/labels/label-session.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import {numberOf} from './judged.ts';

/** An order that wants no label any more. */
export interface ClosedOrder {
  readonly number: string;
  readonly status: OrderStatus;
}

const askedMax = 8;

/** Of labels that no waiting order is for: the order they name, where that is shipped, cancelled or returned. Each is looked for once. */
export function useClosedOrders(strangers: readonly SessionLabel[]): ReadonlyMap<string, ClosedOrder> {
  const data = useData();
  const [looked, setLooked] = useState<ReadonlyMap<string, ClosedOrder | undefined>>(new Map());
  useEffect(() => {
    const fresh = strangers.filter(({key}) => !looked.has(key));
    if (fresh.length === 0) return undefined;
    let wanted = true;
    void Promise.all(fresh.map(async (label) => [label.key, await closedOrderOf(data, label)] as const)).then(
      (found) => {
        if (wanted) setLooked((before) => new Map([...before, ...found]));
      },
    );
    return () => {
      wanted = false;
    };
  }, [data, strangers, looked]);
  return useMemo(
    () => new Map([...looked].flatMap(([key, order]) => (order ? [[key, order] as const] : []))),
    [looked],
  );
}

async function closedOrderOf(data: DataClient, label: SessionLabel): Promise<ClosedOrder | undefined> {
  const {lines, codes} = label.text;
  const own = numberOf(label);
  const numbers = orderNumbersIn(lines, codes)
    .filter((seen) => isSureNumber(seen) && /\d/.test(seen.number) && seen.number !== own && seen.number.length <= 79)
    .map(({number}) => number)
    .slice(0, askedMax);
  for (const asked of [numbers, numbers.map((number) => `#${number}`)]) {
    const orders = asked.length === 0 ? [] : await readOnce(data, ordersNumbered, {numbers: asked});
    const closed = orders.find(({status}) => !labellable.includes(status));
    if (closed) return {number: closed.channelOrderId, status: closed.status};
  }
  return undefined;
}
