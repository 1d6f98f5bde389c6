import type {i18n} from 'i18next';
import {must} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Buyer} from '#core/orders/schema.ts';
import type {Package} from '#core/shipping/bench/bench.ts';
import {labelCodes} from '#core/shipping/bench/packages.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import type {PackedLine, Parcel, ParcelTracking} from '#core/shipping/packing/schema.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import type {LabelClient} from '../../app/labels/label-client.ts';
import {labelJob} from '../../app/labels/label-job.ts';
import {type LabelOutlet, formFor} from './label-printer.ts';

/** A label as its printer takes it. */
export interface MadeLabel {
  readonly outlet: LabelOutlet;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What scanners read on it. */
  readonly codes: readonly string[];
  readonly tracking: ParcelTracking | undefined;
  /** The parcel as the store has it. */
  readonly parcel: Parcel | undefined;
}

interface Making {
  readonly pack: Package;
  readonly lines: readonly PackedLine[];
  readonly outlet: LabelOutlet;
}

/** Makes the label of a package. The same package always has the same label. */
export async function makeLabel(
  {data, labels, words}: {readonly data: DataClient; readonly labels: LabelClient; readonly words: i18n},
  {pack, lines, outlet}: Making,
): Promise<Result<MadeLabel>> {
  const orderId = pack.order.order.id;
  const {order, parcels, storefront, business} = must(
    await readOnce(data, orderToPack, {orderId}),
    'the order that stands on the bench',
  );
  const parcel = parcels.find(({id}) => id === pack.parcelId);
  const tracking = parcel?.tracking;
  const codes = labelCodes(order.channelOrderId, {place: pack.place, ...(tracking && {tracking})});
  const code = must(codes[0], 'a label says its code');
  const buyer = await data.call('data.open', {sealed: order.buyer});
  if (!buyer.ok) return buyer;
  const sender = business?.sender && (await data.call('data.open', {sealed: business.sender}));
  const job = labelJob(
    {
      order,
      buyer: buyer.value as Buyer,
      storefront,
      sender: sender?.ok ? (sender.value as Address) : undefined,
      contents: lines.map(({item, quantity}) => ({sku: item, quantity})),
      tracking: {text: code, code: {kind: 'code128', data: code}},
      as: formFor(outlet),
    },
    words.getFixedT(null, ['shipping', 'paper']),
  );
  const made = await labels.renderLabel(job);
  return made.ok ? ok({outlet, bytes: made.value, codes, tracking, parcel}) : made;
}
