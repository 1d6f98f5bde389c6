import {useMemo} from 'react';
import {orderList} from '#core/orders/list-view.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import {type CarrierUpload, type ParcelToUpload, carrierUpload} from '#core/shipping/upload/carrier-file.ts';
import {parcelToUpload} from '#core/shipping/upload/parcel-to-upload.ts';
import {ordersToUpload, ordersWithLabels} from '#core/shipping/upload/queries.ts';
import {type UploadTemplate, uploadOrdersMax} from '#core/shipping/upload/template.ts';
import {dayAtStorefront} from '#core/storefronts/day-at-storefront.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Instant} from '#core/time/instant.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useRows} from '../../app/data/use-rows.ts';
import {useOpenedBuyers} from './use-opened-buyers.ts';

/** What would be written now. */
export interface NextFile extends CarrierUpload {
  /** Those of the rows, in their order. */
  readonly fitting: readonly ParcelToUpload[];
  readonly orders: ReadonlyMap<OrderId, Order>;
  /** Orders that wait for the answer to an earlier file. */
  readonly inFiles: number;
  /** Orders that have a label bought elsewhere. */
  readonly bought: number;
  /** More are released than are looked at. */
  readonly isPart: boolean;
}

const released = {
  where: [{column: 'status', oneOf: ['released']}],
  sort: {column: 'shipBy', descending: false},
} as const;

const samplesMax = 3;

/** The orders that are released and have no number, as parcels for a carrier; undefined until they are known. */
export function useParcels({service, weightGrams}: {readonly service: string; readonly weightGrams: string}):
  | (Pick<NextFile, 'orders' | 'inFiles' | 'bought' | 'isPart'> & {
      readonly parcels: readonly ParcelToUpload[];
      /** Some of them, those in earlier files too: to see what a template makes of them. */
      readonly samples: readonly ParcelToUpload[];
    })
  | undefined {
  const now = useNow() as Instant;
  const rows = useRows(orderList, {query: released, rowsMax: uploadOrdersMax + 1});
  const ids = useMemo(
    () =>
      (rows ?? [])
        .filter(({tracking}) => tracking === '')
        .map(({id}) => id as OrderId)
        .slice(0, uploadOrdersMax),
    [rows],
  );
  const answered = useQuery(ordersToUpload, {orderIds: ids});
  // Asked for none, before the list was here, it said none.
  const orders = ids.length > 0 && answered?.length === 0 ? undefined : answered;
  const labelled = useQuery(ordersWithLabels, {});
  const buyers = useOpenedBuyers(orders);
  const shop = useQuery(businessesInFull, {});
  return useMemo(() => {
    if (!rows || !orders || !labelled || !buyers || !shop || shop.businesses.length === 0) return undefined;
    const waiting = orders.filter(({status, tracking}) => status === 'released' && !tracking).toSorted(soonestFirst);
    const bought = new Set<string>(labelled);
    const inFiles = waiting.filter(({uploadId}) => uploadId !== undefined);
    const free = waiting.filter(({id, uploadId}) => uploadId === undefined && !bought.has(id));
    const dayOf = dayAtStorefront(shop);
    const all = waiting.flatMap((order) => {
      const buyer: Buyer | undefined = buyers.get(order.id);
      if (!buyer) return [];
      const orderedOn = dayOf(order.storefrontId, order.orderedAt);
      const shippedOn = dayOf(order.storefrontId, now);
      return [parcelToUpload(order, buyer, {orderedOn, shippedOn, service, weightGrams})];
    });
    const isFree = new Set<string>(free.map(({id}) => id));
    return {
      parcels: all.filter(({orderId}) => isFree.has(orderId)),
      samples: all.slice(0, samplesMax),
      orders: new Map(free.map((order) => [order.id as OrderId, order])),
      inFiles: inFiles.length,
      bought: waiting.length - inFiles.length - free.length,
      isPart: rows.length > uploadOrdersMax,
    };
  }, [rows, orders, labelled, buyers, shop, now, service, weightGrams]);
}

/** What a file by this template would hold. */
export function nextFile(
  {parcels, ...rest}: NonNullable<ReturnType<typeof useParcels>>,
  template: UploadTemplate,
): NextFile {
  const {rows, untold} = carrierUpload(parcels, template);
  const out = new Set(untold.map(({orderId}) => orderId));
  // A reference that comes twice leaves out the second of two orders, never the first.
  const fitting = parcels.filter(({orderId}) => !out.has(orderId));
  return {...rest, rows, untold, fitting};
}

/** Those to be sent sooner first, then those that came first: the same orders always make the same file. */
function soonestFirst(one: Order, other: Order): number {
  const [mine, its] = [one.shipBy ?? Infinity, other.shipBy ?? Infinity];
  if (mine !== its) return mine < its ? -1 : 1;
  return one.orderedAt - other.orderedAt || (one.channelOrderId < other.channelOrderId ? -1 : 1);
}
