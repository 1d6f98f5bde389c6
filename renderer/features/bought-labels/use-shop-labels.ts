import {useEffect, useMemo, useState} from 'react';
import {byBin} from '#core/catalog/by-bin.ts';
import {productsOfSkus} from '#core/catalog/queries.ts';
import {orderList} from '#core/orders/list-view.ts';
import type {OrderId} from '#core/orders/schema.ts';
import type {WaitingOrder} from '#core/shipping/bought/find-order.ts';
import type {LabelsBefore} from '#core/shipping/bought/judge-labels.ts';
import {labellable} from '#core/shipping/bought/mutators.ts';
import type {ToPick} from '#core/shipping/bought/pick-order.ts';
import {type LabelNow, labelsKept} from '#core/shipping/bought/queries.ts';
import {parcelList} from '#core/shipping/packing/list-view.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {listOnce} from '../../app/data/list-once.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';

/** An order that can still get a label, and how it is picked. */
export interface OrderToLabel extends WaitingOrder, Omit<ToPick, 'number'> {}

export interface ShopLabels {
  /** Undefined until they are known. */
  readonly orders: readonly OrderToLabel[] | undefined;
  readonly kept: readonly LabelNow[] | undefined;
  readonly before: LabelsBefore;
}

const ordersMax = 5_000;
const skusMax = 5_000;
const parcelsFoundMax = 20;

/** What the shop has that labels are compared with: orders that can get one, labels taken in earlier, numbers on parcels. */
export function useShopLabels(numbers: readonly string[]): ShopLabels {
  const data = useData();
  const kept = useQuery(labelsKept, {});
  const [orders, setOrders] = useState<readonly OrderToLabel[] | undefined>(undefined);
  const parcels = useNumbersOnParcels(data, numbers);
  // What was taken in or packed since changes which orders wait.
  const version = kept?.length ?? 0;
  useEffect(() => {
    let wanted = true;
    void ordersToLabel(data).then((found) => {
      if (wanted) setOrders(found);
    });
    return () => {
      wanted = false;
    };
  }, [data, version, numbers.length]);
  const before = useMemo(
    () => ({
      taken: new Set((kept ?? []).map(({label}) => label.number)),
      labelled: new Set((kept ?? []).flatMap(({stands, label}) => (stands === 'waiting' ? [label.orderId] : []))),
      parcels,
    }),
    [kept, parcels],
  );
  return {orders, kept, before};
}

async function ordersToLabel(data: DataClient): Promise<readonly OrderToLabel[]> {
  const query = {
    where: [{column: 'status', oneOf: [...labellable]}],
    sort: {column: 'shipBy', descending: false},
  };
  const rows = await listOnce(data, orderList, {query, rowsMax: ordersMax});
  const opened = await data.call('bought.waiting', {orderIds: rows.map(({id}) => id as OrderId)});
  if (!opened.ok) return [];
  const skusOf = new Map<string, readonly string[]>(rows.map(({id, skus}) => [id, [...new Set(skus.split(' '))]]));
  const all = [...new Set([...skusOf.values()].flat())].filter((sku) => sku !== '').slice(0, skusMax);
  const products = await readOnce(data, productsOfSkus, {skus: all});
  const bins = new Map(products.map(({sku, bin = ''}) => [sku, bin]));
  const dueOf = new Map<string, number | null | undefined>(rows.map(({id, shipBy}) => [id, shipBy]));
  return opened.value.map((order) => {
    const skus = skusOf.get(order.orderId) ?? [];
    const [bin = ''] = skus.map((sku) => bins.get(sku) ?? '').toSorted(byBin);
    return {...order, skus, bin, shipBy: dueOf.get(order.orderId) ?? undefined};
  });
}

/** Those of the numbers that a parcel has which is not void; each is looked for once. */
function useNumbersOnParcels(data: DataClient, numbers: readonly string[]): ReadonlySet<string> {
  const [looked, setLooked] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    const fresh = numbers.filter((number) => !looked.has(number));
    if (fresh.length === 0) return undefined;
    let wanted = true;
    void Promise.all(fresh.map(async (number) => [number, await isOnParcel(data, number)] as const)).then((found) => {
      if (wanted) setLooked((before) => new Map([...before, ...found]));
    });
    return () => {
      wanted = false;
    };
  }, [data, numbers, looked]);
  return useMemo(() => new Set([...looked].flatMap(([number, isThere]) => (isThere ? [number] : []))), [looked]);
}

async function isOnParcel(data: DataClient, number: string): Promise<boolean> {
  const query = {search: number, sort: {column: 'packedAt', descending: true}};
  const rows = await listOnce(data, parcelList, {query, rowsMax: parcelsFoundMax});
  return rows.some((row) => row.status !== 'voided' && row.number.replaceAll(' ', '') === number);
}
