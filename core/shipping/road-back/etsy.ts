import {ok} from '../../lib/result.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * Etsy has no page that takes tracking numbers in bulk: they are typed order by order, or sent by a program. This list has
 * the fields of its API (Open API v3, createReceiptShipment), for such a program or to type from. A receipt may have many
 * shipments, so each parcel is told.
 */
export const etsyUpload: UploadShape = {
  id: 'etsy',
  channel: 'etsy',
  takenBy: 'nobody',
  form: 'csv',
  fileName: 'etsy-tracking',
  columns: ['receipt_id', 'carrier_name', 'tracking_code'],
  rows: ({channelOrderId, parcels}) =>
    ok(parcels.map(({carrier, number}) => [channelOrderId, carrier.listed ?? carrier.plain, number])),
};
