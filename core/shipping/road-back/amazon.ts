import {type Result, fail, ok} from '../../lib/result.ts';
import {type CarrierName, type OrderTold, isWhole} from './shipment.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * Amazon's Shipping Confirmation file (Seller Central help, "Create a shipping confirmation file", G641): tabs, days as
 * yyyy-mm-dd. A carrier outside Amazon's list is `Other` with its name beside. An order in several parcels is told line
 * by line, because Amazon wants to know what lies in each.
 */
export const amazonUpload: UploadShape = {
  id: 'amazon',
  channel: 'amazon',
  takenBy: 'channel',
  form: 'tab',
  fileName: 'amazon-shipping-confirmation',
  columns: [
    'order-id',
    'order-item-id',
    'quantity',
    'ship-date',
    'carrier-code',
    'carrier-name',
    'tracking-number',
    'ship-method',
  ],
  rows(order) {
    const {channelOrderId, parcels} = order;
    const rows: string[][] = [];
    for (const {carrier, number, shippedOn, ...parcel} of parcels) {
      const lines = isWhole(order) ? ok([['', '']]) : linesOf(parcel);
      if (!lines.ok) return lines;
      for (const line of lines.value) {
        rows.push([channelOrderId, ...line, shippedOn, ...carrierCells(carrier), number, '']);
      }
    }
    return ok(rows);
  },
};

function linesOf({lines}: Pick<OrderTold['parcels'][number], 'lines'>): Result<string[][]> {
  if (lines.length === 0 || lines.some(({lineId}) => lineId === undefined)) return fail('shipping.split_needs_lines');
  return ok(lines.map(({lineId = '', quantity}) => [lineId, String(quantity)]));
}

function carrierCells({listed, plain}: CarrierName): readonly [code: string, name: string] {
  return listed === undefined ? ['Other', plain.slice(0, 50)] : [listed, ''];
}
