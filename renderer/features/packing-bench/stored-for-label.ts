import type {OrderId} from '#core/orders/schema.ts';
import {labelsOfOrder} from '#core/shipping/bought/queries.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';

/** What is stored of an order that says which label its package gets. */
export interface StoredForLabel {
  readonly found: Awaited<ReturnType<typeof orderToPack.run>>;
  readonly labels: Awaited<ReturnType<typeof labelsOfOrder.run>>;
}

export async function storedForLabel(data: DataClient, orderId: OrderId): Promise<StoredForLabel> {
  const [found, labels] = await Promise.all([
    readOnce(data, orderToPack, {orderId}),
    readOnce(data, labelsOfOrder, {orderId}),
  ]);
  return {found, labels};
}

/** The same, told whenever it is another, until the returned function is called. */
export function watchForLabel(data: DataClient, orderId: OrderId, tell: (stored: StoredForLabel) => void): () => void {
  let [found, labels]: [StoredForLabel['found'] | undefined, StoredForLabel['labels'] | undefined] = [
    undefined,
    undefined,
  ];
  const told = (): void => {
    if (found !== undefined && labels !== undefined) tell({found, labels});
  };
  const stops = [
    data.watchRead({kind: 'query', name: orderToPack.name, args: {orderId}}, (answer) => {
      found = answer as StoredForLabel['found'];
      told();
    }),
    data.watchRead({kind: 'query', name: labelsOfOrder.name, args: {orderId}}, (answer) => {
      labels = answer as StoredForLabel['labels'];
      told();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
