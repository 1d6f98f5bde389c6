import {fail, ok} from '../../lib/result.ts';
import {isWhole} from './shipment.ts';
import type {UploadShape} from './upload-shape.ts';

/**
 * The template of TikTok Shop's Manage Orders > Upload, for orders shipped by the seller. Its providers are a closed list.
 * Split orders cannot be uploaded (TikTok Shop Academy, "How to process Shipped by Seller orders"): they are told by hand.
 */
export const tiktokUpload: UploadShape = {
  id: 'tiktok',
  channel: 'tiktok',
  takenBy: 'channel',
  form: 'xlsx',
  sheet: 'Shipping info',
  fileName: 'tiktok-shipping-info',
  above: [['Review the examples before you fill out this sheet.']],
  columns: ['Order ID', 'Tracking ID', 'Shipping Provider Name', 'Auto Combine Group ID'],
  rows(order) {
    const [parcel] = order.parcels;
    if (!parcel || !isWhole(order)) return fail('shipping.split_by_hand');
    const {listed, plain} = parcel.carrier;
    if (listed === undefined) return fail('shipping.carrier_not_listed', {carrier: plain});
    return ok([[order.channelOrderId, parcel.number, listed, 'N/A']]);
  },
};
