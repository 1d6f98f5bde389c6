import type {TFunction} from 'i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {SlipJob} from '#core/shipping/documents/slip-job.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {localDateAt} from '#core/time/zone.ts';

interface SlipOf {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business | undefined;
  readonly sender: Address | undefined;
}

/** Left open for the worker, which knows how many pages there are. */
const open = {number: 0, count: 0, skipInterpolation: true} as const;

/** What the packing slip of an order says. */
export function slipJobOf(
  {order, buyer, storefront, business, sender}: SlipOf,
  t: TFunction<readonly ['shipping', 'paper']>,
): SlipJob {
  const lines = order.lines.filter(({quantity}) => quantity > 0);
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  const isDated = business && !order.missing?.includes('date');
  const orderedOn = isDated ? localDateAt(order.orderedAt, business.zone) : undefined;
  return {
    title: t('slip.document', {number: order.channelOrderId}),
    madeAt: order.orderedAt,
    said: {
      'slip.title': t('paper:slip.title'),
      'slip.orderedOn': t('paper:slip.orderedOn', {date: orderedOn ?? ''}),
      'label.shipTo': t('paper:label.shipTo'),
      'label.pieces': t('paper:label.pieces', {count: pieces}),
      'document.order': t('paper:document.order'),
      'document.from': t('paper:document.from'),
      'document.sku': t('paper:document.sku'),
      'document.item': t('paper:document.item'),
      'document.quantity': t('paper:document.quantity'),
      'document.total': t('paper:document.total'),
      'document.page': t('paper:document.page', open),
    },
    slip: {
      storefrontName: storefront?.name ?? '',
      ...(sender ? {sender} : {}),
      shipTo: buyer.shipTo,
      orderNumber: order.channelOrderId,
      ...(orderedOn ? {orderedOn} : {}),
      lines: lines.map(({sku, title, quantity}) => ({sku, title, quantity})),
    },
  };
}
