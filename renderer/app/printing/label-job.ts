import type {TFunction} from 'i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import type {ParcelLabel} from '#core/shipping/documents/parcel-label.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {Storefront} from '#core/storefronts/schema.ts';

/** What a label is made of. */
export interface LabelOf {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly sender: Address | undefined;
  /** What lies in the parcel; all of the order, where nobody says. */
  readonly contents?: ParcelLabel['contents'];
  readonly tracking?: NonNullable<ParcelLabel['tracking']>;
  readonly service?: string;
}

/** Enough of a name to pack by, where there is no SKU. */
const titleLetters = 30;

/** The label of an order as the worker is asked for it. */
export function labelJobOf(
  {order, buyer, storefront, sender, contents = contentsOf(order), tracking, service}: LabelOf,
  t: TFunction<readonly ['shipping', 'paper']>,
): LabelJob {
  const pieces = contents.reduce((sum, {quantity}) => sum + quantity, 0);
  return {
    title: t('label.document', {number: order.channelOrderId}),
    // The same order gives the same file: it is dated by the order, not by the moment somebody looked.
    madeAt: order.orderedAt,
    said: {
      'label.shipTo': t('paper:label.shipTo'),
      'label.pieces': t('paper:label.pieces', {count: pieces}),
      'label.return': t('paper:label.return'),
    },
    label: {
      storefrontName: storefront?.name ?? '',
      ...(sender ? {sender} : {}),
      shipTo: buyer.shipTo,
      orderNumber: order.channelOrderId,
      ...(tracking ? {tracking} : {}),
      ...(service === undefined ? {} : {service}),
      contents: contents.map(({sku, quantity}) => ({sku: sku.slice(0, titleLetters), quantity})),
    },
  };
}

function contentsOf({lines}: Order): ParcelLabel['contents'] {
  return lines.filter(({quantity}) => quantity > 0).map(({sku, title, quantity}) => ({sku: sku || title, quantity}));
}
