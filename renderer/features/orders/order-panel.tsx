import {IconCopy, IconPencil} from '@tabler/icons-react';
import type {TFunction} from 'i18next';
import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import type {Id} from '#core/lib/id.ts';
import {type Buyer, type EditGroup, type Order, editGroups} from '#core/orders/schema.ts';
import {addressLines} from '#core/shipping/address-lines.ts';
import {orderInFull} from '#core/orders/queries.ts';
import {unknownCountry} from '#core/storefronts/address.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import type {Instant} from '#core/time/instant.ts';
import {type ZoneId, localDateAt} from '#core/time/zone.ts';
import {useData, useOpened, useQuery} from '../../app/data/use-data.ts';
import {IconButton} from '../../ui/button.tsx';
import {countryName} from '../../ui/format/countries.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Missing} from '../../ui/missing.tsx';
import {Money} from '../../ui/money.tsx';
import {Facts, PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import {Skeleton} from '../../ui/skeleton.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {unitPriceText} from './unit-price-text.ts';
import {openStored} from './open-stored.ts';
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
          {isByHand(order) ? <span>{t('panel.byHand')}</span> : null}
        </>
      }
      tools={<PanelTools order={order} zone={zone as ZoneId} />}
      footer={footer(order)}
      onClose={onClose}
    >
      <Lines order={order} />
      <Amounts order={order} />
      <PanelSection title={t('panel.shipTo')} mark={editedMark(t, order, ['address', 'buyer'])}>
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

/** Said of a part that a person has changed here, so that it may differ from what the channel told. */
function editedMark(t: TFunction<'orders'>, order: Order, groups: readonly EditGroup[]): string | undefined {
  const {edited} = order;
  if (isByHand(order)) return undefined;
  return groups.some((group) => edited?.includes(group)) ? t('panel.edited') : undefined;
}

/** True where everything was written by a person, and nothing came with a file. */
function isByHand({edited, importId}: Order): boolean {
  return importId === undefined && editGroups.every((group) => edited?.includes(group));
}

function PanelTools({order: {id}, zone}: {readonly order: Order; readonly zone: ZoneId}) {
  const {t} = useTranslation('orders');
  const data = useData();
  const open = (way: 'edit' | 'copy'): void => {
    void openStored(data, way, id, {zone, today: localDateAt(Date.now() as Instant, zone)});
  };
  return (
    <>
      <IconButton label={t('act.edit')} keys="e" icon={<IconPencil stroke={1.5} />} onClick={() => open('edit')} />
      <IconButton
        label={t('act.duplicate')}
        keys="Shift+D"
        icon={<IconCopy stroke={1.5} />}
        onClick={() => open('copy')}
      />
    </>
  );
}

function Lines({order}: {readonly order: Order}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  return (
    <PanelSection title={t('panel.lines')} mark={editedMark(t, order, ['lines'])}>
      <ul className={styles.lines}>
        {order.lines.map((line, at) => (
          <li key={at} className={styles.line}>
            <span className={styles.lineTitle}>
              {t('panel.quantity', {count: line.quantity})} {line.title}
            </span>
            <Money amount={line.totalMinor === undefined ? null : {minor: line.totalMinor, currency: order.currency}} />
            <small>{line.sku}</small>
            <small className={styles.figures}>
              {line.quantity > 1 && line.unitPrice
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
  const isKnown = !order.missing?.includes('money');
  const amount = (minor: number): ReactNode => {
    return isKnown ? formatAmount(locale, {minor, currency: order.currency}) : <Missing />;
  };
  const subtotal = order.lines.reduce((sum, line) => sum + (line.totalMinor ?? 0), 0);
  const facts = [
    {name: t('panel.subtotal'), value: amount(subtotal)},
    {name: t('panel.shipping'), value: amount(order.shippingMinor)},
    ...(order.discountMinor === 0 ? [] : [{name: t('panel.discount'), value: amount(-order.discountMinor)}]),
    {name: t('panel.total'), value: <span className={styles.strong}>{amount(order.totalMinor)}</span>},
    {name: t('panel.tax'), value: amount(order.taxMinor)},
    ...(order.refundedMinor === 0 ? [] : [{name: t('panel.refunded'), value: amount(-order.refundedMinor)}]),
  ];
  return (
    <PanelSection title={t('panel.amounts')} mark={editedMark(t, order, ['money'])}>
      <Facts facts={facts} />
    </PanelSection>
  );
}

function ShipTo({buyer: {shipTo, name, handle, email, phone}}: {readonly buyer: Buyer}) {
  const locale = useLocale();
  const label = addressLines(shipTo);
  const lines = label.ok ? label.value.filter(({role}) => role !== 'country').map(({text}) => text) : [];
  const place = shipTo.country === unknownCountry ? lines : [...lines, countryName(locale, shipTo.country)];
  const who = shipTo.name === '' ? [name ?? handle, ...place] : place;
  const ways = [email, phone].filter(Boolean);
  const written = [...who.filter(Boolean), ...(ways.length > 0 ? ['', ...ways] : [])].join('\n');
  return written === '' ? <Missing /> : <address className={styles.address}>{written}</address>;
}

function Times({order, zone}: {readonly order: Order; readonly zone: string}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  const at = (instant: number): string => formatMoment(locale, instant, 'full', zone);
  const fact = (name: string, instant: number | undefined) =>
    instant === undefined ? [] : [{name, value: at(instant)}];
  const facts = [
    ...fact(t('panel.ordered'), order.missing?.includes('date') ? undefined : order.orderedAt),
    ...fact(t('panel.shipBy'), order.shipBy),
    ...fact(t('panel.shipped'), order.shippedAt),
    ...fact(t('panel.returned'), order.returnedAt),
    ...fact(t('panel.cancelled'), order.cancelledAt),
    ...(order.tracking ? [{name: order.tracking.carrier || t('column.tracking'), value: order.tracking.number}] : []),
  ];
  return (
    <PanelSection title={t('panel.times')}>
      <Facts facts={facts} />
    </PanelSection>
  );
}
