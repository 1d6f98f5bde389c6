import {skusOfBarcodes} from '#core/catalog/queries.ts';
import {orderList} from '#core/orders/list-view.ts';
import type {Buyer, Order, OrderId} from '#core/orders/schema.ts';
import {benchOrderOf} from '#core/shipping/packing-bench/bench-order.ts';
import type {Shelf} from '#core/shipping/packing-bench/look-up.ts';
import {parcelList} from '#core/shipping/packing/list-view.ts';
import {joinedTo, wordsOf} from '#core/shipping/packing-bench/same-place.ts';
import {orderToPack, ordersNumbered, ordersToJoin, parcelAsPacked} from '#core/shipping/packing/queries.ts';
import type {ParcelId} from '#core/shipping/packing/schema.ts';
import {orderInTote} from '#core/shipping/waves/queries.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {listOnce} from '../../app/data/list-once.ts';
import {readOnce} from '../../app/data/read-once.ts';

const foundMax = 50;

/** Where the bench looks for what was scanned: the data worker of this window. */
export function shelfOf(data: DataClient): Shelf {
  return {
    numbered: (numbers) => readOnce(data, ordersNumbered, {numbers}),
    onBench: async (orderId) => {
      const told = await readOnce(data, orderToPack, {orderId});
      return told ? benchOrderOf(told) : undefined;
    },
    labelled: async (number) => {
      const query = {search: number, sort: {column: 'packedAt', descending: true}};
      const rows = await listOnce(data, parcelList, {query, rowsMax: foundMax});
      const found = rows.find((row) => row.number.replaceAll(' ', '') === number);
      const parcel = found && (await readOnce(data, parcelAsPacked, {parcelId: found.id as ParcelId}));
      return parcel?.lines[0]?.orderId;
    },
    inTote: async (codes) => (await readOnce(data, orderInTote, {codes})) ?? undefined,
    skusOf: (barcodes) => readOnce(data, skusOfBarcodes, {barcodes}),
    beside: async ({order}) => {
      const buyer = await opened(order);
      const name = wordsOf(buyer?.shipTo.name ?? '');
      if (name === '') return [];
      const where = [
        {column: 'status', oneOf: ['released']},
        {column: 'storefrontId', oneOf: [order.storefrontId]},
        {column: 'country', oneOf: [order.shipCountry]},
      ];
      const query = {where, search: name, sort: {column: 'shipBy', descending: false}};
      const rows = await listOnce(data, orderList, {query, rowsMax: foundMax});
      if (!rows.some(({id}) => id !== order.id)) return [];
      const orderIds = [...new Set([order.id, ...rows.map(({id}) => id)])] as OrderId[];
      return joinedTo(order, await readOnce(data, ordersToJoin, {orderIds}), opened);
    },
    waitingFor: async (texts) => {
      for (const text of texts) {
        const query = {
          where: [{column: 'status', oneOf: ['released']}],
          search: text,
          sort: {column: 'shipBy', descending: false},
        };
        const rows = await listOnce(data, orderList, {query, rowsMax: foundMax});
        if (rows.length > 0) return rows.map(({id}) => id as OrderId);
      }
      return [];
    },
  };

  async function opened({buyer}: Order): Promise<Buyer | undefined> {
    const answer = await data.call('data.open', {sealed: buyer});
    return answer.ok ? (answer.value as Buyer) : undefined;
  }
}
