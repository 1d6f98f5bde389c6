import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import type {Id} from '#core/lib/id.ts';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {addressLines} from '#core/shipping/address-lines.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {useOpened, useQuery} from '../../app/data/use-data.ts';
import {countryName} from '../../ui/format/countries.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Money} from '../../ui/money.tsx';
import {Facts, PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import {Skeleton} from '../../ui/skeleton.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {unitPriceText} from './unit-price-text.ts';
import {meaningOfStatus} from './order-meaning.ts';
import styles from './orders.module.css';

/** What other features are told of the order in the panel, for a section of theirs. */
export interface OrderInPanel {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business | undefined;
}

/** A section that another feature puts below an order; `app/routes` says which. */
export type OrderSection = (props: OrderInPanel) => ReactNode;

interface OrderPanelProps {
  readonly orderId: string;
  readonly zone: string;
  readonly sections: readonly OrderSection[];
  readonly footer: (order: Order) => ReactNode;
  readonly onClose: () => void;
}

/** One order, whole. */
export function OrderPanel({orderId, zone, sections, footer, onClose}: OrderPanelProps) {
  const {t} = useTranslation('orders');
  const found = useQuery(orderInFull, {orderId: orderId as Id<'order'>});
  const order = found?.order.id === orderId ? found.order : undefined;
  const gone = found === null;
  const buyer = useOpened(order?.buyer);
  if (!found || !order) {
    return (
      <SidePanel title={gone ? t('title') : <Skeleton width="60%" />} onClose={onClose}>
        <PanelSection>{gone ? t('panel.gone') : <Skeleton height="8em" />}</PanelSection>
      </SidePanel>
    );
  }

  const reason = order.holdReason && t('panel.heldFor', {reason: t(`reason.${order.holdReason}`)});
  return (
    <SidePanel
      title={order.channelOrderId}
      subtitle={
        <>
          <StatusMark meaning={meaningOfStatus[order.status]} word={reason ?? t(`status.${order.status}`)} />
          <span>{found.storefront?.name}</span>
        </>
      }
      footer={footer(order)}
      onClose={onClose}
    >
      <Lines order={order} />
      <Amounts order={order} />
      <PanelSection title={t('panel.shipTo')}>
        {buyer ? <ShipTo buyer={buyer} /> : <Skeleton height="5em" />}
      </PanelSection>
      <Times order={order} zone={zone} />
      {buyer
        ? sections.map((Section, at) => (
            <Section key={at} order={order} buyer={buyer} storefront={found.storefront} business={found.business} />
          ))
        : null}
    </SidePanel>
  );
}

function Lines({order}: {readonly order: Order}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  return (
    <PanelSection title={t('panel.lines')}>
      <ul className={styles.lines}>
        {order.lines.map((line, at) => (
          <li key={at} className={styles.line}>
            <span className={styles.lineTitle}>
              {t('panel.quantity', {count: line.quantity})} {line.title}
            </span>
            <Money amount={{minor: line.totalMinor, currency: order.currency}} />
            <small>{line.sku}</small>
            <small className={styles.figures}>
              {line.quantity > 1
                ? t('panel.each', {price: unitPriceText(locale, line.unitPrice, order.currency)})
                : null}
            </small>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Amounts({order}: {readonly order: Order}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  const amount = (minor: number): string => formatAmount(locale, {minor, currency: order.currency});
  const subtotal = order.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const facts = [
    {name: t('panel.subtotal'), value: amount(subtotal)},
    {name: t('panel.shipping'), value: amount(order.shippingMinor)},
    ...(order.discountMinor === 0 ? [] : [{name: t('panel.discount'), value: amount(-order.discountMinor)}]),
    {name: t('panel.total'), value: <span className={styles.strong}>{amount(order.totalMinor)}</span>},
    {name: t('panel.tax'), value: amount(order.taxMinor)},
    ...(order.refundedMinor === 0 ? [] : [{name: t('panel.refunded'), value: amount(-order.refundedMinor)}]),
  ];
  return (
    <PanelSection title={t('panel.amounts')}>
      <Facts facts={facts} />
    </PanelSection>
  );
}

function ShipTo({buyer: {shipTo, email, phone}}: {readonly buyer: Buyer}) {
  const locale = useLocale();
  const written = addressLines(shipTo);
  const lines = written.ok ? written.value.filter(({role}) => role !== 'country').map(({text}) => text) : [];
  const ways = [email, phone].filter(Boolean);
  return (
    <address className={styles.address}>
      {[...lines, countryName(locale, shipTo.country), ...(ways.length > 0 ? ['', ...ways] : [])].join('\n')}
    </address>
  );
}

function Times({order, zone}: {readonly order: Order; readonly zone: string}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  const at = (instant: number): string => formatMoment(locale, instant, 'full', zone);
  const fact = (name: string, instant: number | undefined) =>
    instant === undefined ? [] : [{name, value: at(instant)}];
  const facts = [
    ...fact(t('panel.ordered'), order.orderedAt),
    ...fact(t('panel.shipBy'), order.shipBy),
    ...fact(t('panel.shipped'), order.shippedAt),
    ...fact(t('panel.returned'), order.returnedAt),
    ...fact(t('panel.cancelled'), order.cancelledAt),
    ...(order.tracking ? [{name: order.tracking.carrier, value: order.tracking.number}] : []),
  ];
  return (
    <PanelSection title={t('panel.times')}>
      <Facts facts={facts} />
    </PanelSection>
  );
}
