import type {TFunction} from 'i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {Storefront} from '#core/storefronts/schema.ts';

interface LabelOf {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly sender: Address | undefined;
}

/** Enough of a name to pack by, where there is no SKU. */
const titleLetters = 30;

/** What the label of an order says. */
export function labelJobOf(
  {order, buyer, storefront, sender}: LabelOf,
  t: TFunction<readonly ['shipping', 'paper']>,
): LabelJob {
  const packed = order.lines.filter(({quantity}) => quantity > 0);
  const pieces = packed.reduce((sum, line) => sum + line.quantity, 0);
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
      contents: packed.map(({sku, title, quantity}) => ({sku: sku || title.slice(0, titleLetters), quantity})),
    },
  };
}
