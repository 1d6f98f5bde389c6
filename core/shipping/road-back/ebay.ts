import {type Result, fail, ok} from '../../lib/result.ts';
import {type CarrierName, type OrderTold, type ParcelTold, isWhole} from './shipment.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * The template "Add order tracking and shipping info" of Seller Hub's reports. A line is known by its item number and
 * transaction; without them a whole order is told by its number. Titles and labels are left blank: they identify nothing.
 */
export const ebayUpload: UploadShape = {
  id: 'ebay',
  channel: 'ebay',
  takenBy: 'channel',
  form: 'csv',
  fileName: 'ebay-order-tracking',
  above: [['#INFO']],
  columns: [
    'Shipping Status',
    'Order Number',
    'Item Number',
    'Item Title',
    'Custom Label',
    'Transaction ID',
    'Shipping Carrier Used',
    'Tracking Number',
  ],
  rows(order) {
    return eachLine(order, ({number, carrier}, {itemId, lineId}) => {
      return ['Shipped', order.channelOrderId, itemId, '', '', lineId, nameOf(carrier), number];
    });
  },
};

/** The order fulfilment feed of eBay's Merchant Integration Platform (its user guide, "Order fulfillment feed definitions"). */
export const ebayFeedUpload: UploadShape = {
  id: 'ebay-feed',
  channel: 'ebay',
  takenBy: 'channel',
  form: 'csv',
  fileName: 'ebay-order-fulfillment',
  columns: ['Order ID', 'Line Item ID', 'Logistics Status', 'Shipment Carrier', 'Shipment Tracking'],
  rows(order) {
    if (isWhole(order)) return ok(order.parcels.map((parcel) => feedRow(order, parcel, '')));
    return eachLine(order, (parcel, {lineId}) => feedRow(order, parcel, lineId));
  },
};

function feedRow({channelOrderId}: OrderTold, {number, carrier}: ParcelTold, lineId: string): readonly string[] {
  return [channelOrderId, lineId, 'SHIPPED', nameOf(carrier), number];
}

interface Line {
  readonly itemId: string;
  readonly lineId: string;
}

type RowOf = (parcel: ParcelTold, line: Line) => readonly string[];

/** A row for each line that the channel can recognise; a whole order without such lines is one row. */
function eachLine(order: OrderTold, rowOf: RowOf): Result<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const parcel of order.parcels) {
    const known = parcel.lines.flatMap(({itemId = '', lineId}) => (lineId === undefined ? [] : [{itemId, lineId}]));
    const isKnown = known.length > 0 && known.length === parcel.lines.length;
    if (!isKnown && !isWhole(order)) return fail('shipping.split_needs_lines');
    rows.push(...(isKnown ? known : [{itemId: '', lineId: ''}]).map((line) => rowOf(parcel, line)));
  }
  return ok(rows);
}

/** eBay takes any carrier's name of letters, digits, blanks and dashes. */
function nameOf({listed, plain}: CarrierName): string {
  return listed ?? plain.replaceAll(/[^A-Za-z0-9 -]/g, ' ').trim();
}
