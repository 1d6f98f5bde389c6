import {useEffect, useRef, useState} from 'react';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {useData} from '../../app/data/use-data.ts';

/** Who the orders go to, by the order's id; undefined until all of them are opened. Opened once for each envelope. */
export function useOpenedBuyers(orders: readonly Order[] | undefined): ReadonlyMap<string, Buyer> | undefined {
  const data = useData();
  const known = useRef(new Map<string, Buyer>());
  const [opened, setOpened] = useState<{readonly of: readonly Order[]; readonly buyers: ReadonlyMap<string, Buyer>}>();
  useEffect(() => {
    if (!orders) return undefined;
    let wanted = true;
    const fresh = orders.filter(({buyer}) => !known.current.has(buyer.bytes));
    void Promise.all(
      fresh.map(async ({buyer}) => {
        const answer = await data.call('data.open', {sealed: buyer});
        if (answer.ok) known.current.set(buyer.bytes, answer.value as Buyer);
      }),
    ).then(() => {
      if (!wanted) return;
      const buyers = orders.flatMap(({id, buyer}) => {
        const found = known.current.get(buyer.bytes);
        return found ? [[id as string, found] as const] : [];
      });
      setOpened({of: orders, buyers: new Map(buyers)});
    });
    return () => {
      wanted = false;
    };
  }, [data, orders]);
  // Those of the orders before stay until the next are opened: nothing on the page jumps. None is no answer for some.
  const isAnswered = opened && (opened.of.length > 0 || orders?.length === 0);
  return isAnswered ? opened.buyers : undefined;
}
