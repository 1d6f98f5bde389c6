import {fail, ok} from '../../lib/result.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * The CSV import of the plugin Advanced Shipment Tracking (its documentation, "CSV Import"): days as DD-MM-YYYY, and a
 * status of 1 shipped, 2 partly shipped. WooCommerce itself imports none. Several parcels of an order are several rows,
 * of which only the last completes it.
 */
export const woocommerceUpload: UploadShape = {
  id: 'woocommerce',
  channel: 'woocommerce',
  takenBy: 'app',
  form: 'csv',
  fileName: 'woocommerce-tracking',
  columns: ['order_id', 'tracking_provider', 'tracking_number', 'date_shipped', 'status_shipped'],
  rows({channelOrderId, parcels, remains}) {
    const stranger = parcels.find(({carrier}) => carrier.listed === undefined)?.carrier;
    if (stranger) return fail('shipping.carrier_not_listed', {carrier: stranger.plain});
    return ok(
      parcels.map(({carrier, number, shippedOn}, at) => {
        const isLast = at === parcels.length - 1 && !remains;
        return [channelOrderId, carrier.listed ?? '', number, dayFirst(shippedOn), isLast ? '1' : '2'];
      }),
    );
  },
};

function dayFirst(date: LocalDate): string {
  return date.split('-').toReversed().join('-');
}
