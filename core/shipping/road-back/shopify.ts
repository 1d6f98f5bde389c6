import {fail, ok} from '../../lib/result.ts';
import {isWhole} from './shipment.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * Shopify imports no fulfilments itself; this is the orders sheet of the importer Matrixify (its documentation, "Orders"),
 * which knows it by the word Orders in the name of the file. One number under `Fulfillment: ID` is one parcel.
 */
export const shopifyUpload: UploadShape = {
  id: 'shopify',
  channel: 'shopify',
  takenBy: 'app',
  form: 'csv',
  fileName: 'Orders-tracking',
  columns: [
    'Name',
    'Command',
    'Line: Type',
    'Line: SKU',
    'Line: Quantity',
    'Fulfillment: ID',
    'Fulfillment: Status',
    'Fulfillment: Tracking Company',
    'Fulfillment: Tracking Number',
    'Fulfillment: Send Receipt',
  ],
  rows(order) {
    const whole = isWhole(order);
    const {channelOrderId, parcels} = order;
    if (!whole && parcels.some(({lines}) => lines.length === 0 || lines.some(({sku}) => sku === ''))) {
      return fail('shipping.split_needs_lines');
    }
    return ok(
      parcels.flatMap(({carrier, number, lines}, at) => {
        const cells = whole ? [['', '', '']] : lines.map(({sku, quantity}) => [sku, String(quantity), String(at + 1)]);
        const told = ['success', carrier.listed ?? carrier.plain, number, 'TRUE'];
        return cells.map((line) => [channelOrderId, 'UPDATE', 'Fulfillment Line', ...line, ...told]);
      }),
    );
  },
};
