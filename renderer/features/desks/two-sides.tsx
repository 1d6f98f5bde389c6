import type {TFunction, i18n} from 'i18next';
import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import type {Sealed} from '#core/lib/sealed.ts';
import type {Buyer, Order, OrderLine} from '#core/orders/schema.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import type {TrayItemShown} from '#core/tray/queries.ts';
import {useOpened} from '../../app/data/use-data.ts';
import {countryName} from '../../ui/format/countries.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {Missing} from '../../ui/missing.tsx';
import {Money} from '../../ui/money.tsx';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import styles from './desks.module.css';

/** One thing as it was asked and as it is. */
interface Side {
  readonly name: string;
  readonly asked: ReactNode;
  readonly now: ReactNode;
}

const linesShownMax = 3;
const stepNames: readonly string[] = ['orders.hold', 'orders.resume', 'orders.release', 'orders.recall'];
const meaningOf: Partial<Record<Order['status'], Meaning>> = {held: 'watch', cancelled: 'stop', shipped: 'good'};

/** What was asked beside what is there now: both versions where there are two, else where it stands. */
export function TwoSides({item}: {readonly item: TrayItemShown}) {
  const {t, i18n} = useTranslation('tray');
  const sides = sidesOf(item, t, i18n);
  if (sides.length === 0) return <NowLine item={item} />;
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('asked_column')}</th>
          <th scope="col">{t('now')}</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({name, asked, now}) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{asked}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NowLine({item: {now}}: {readonly item: TrayItemShown}) {
  const {t} = useTranslation('tray');
  const {t: orders} = useTranslation('orders');
  const {order, storefront, business} = now;
  if (order) {
    const held = order.holdReason ? ` · ${orders(`reason.${order.holdReason}`)}` : '';
    const word = t('nowIs', {what: `${orders(`status.${order.status}`)}${held}`});
    return <StatusMark meaning={meaningOf[order.status] ?? 'note'} word={word} />;
  }
  const name = storefront?.name ?? business?.name;
  if (name !== undefined) return <p>{t('nowIs', {what: name})}</p>;
  if ([order, storefront, business].every((row) => row === undefined)) return null;
  return <p>{t('nowIs', {what: t('gone')})}</p>;
}

function sidesOf(item: TrayItemShown, t: TFunction<'tray'>, words: i18n): readonly Side[] {
  const {name, args, now} = item;
  if (args === undefined || stepNames.includes(name)) return [];
  const asked: unknown = JSON.parse(args);
  if (now.order && (name === 'orders.edit' || name === 'orders.create')) {
    return orderSides(asked as AskedOrder, now.order, t);
  }
  if (now.business && name === 'businesses.change') return businessSides(asked as Business, now.business, t);
  if (now.storefront && name === 'storefronts.create') {
    return storefrontSides(asked as Storefront, now.storefront, t, words);
  }
  return [];
}

type AskedOrder = Partial<Pick<Order, 'buyer' | 'shipCountry' | 'lines'>> & {
  readonly money?: Pick<Order, 'currency' | 'totalMinor'>;
};

function orderSides({buyer, lines, money}: AskedOrder, now: Order, t: TFunction<'tray'>): readonly Side[] {
  const total = ({currency, totalMinor}: Pick<Order, 'currency' | 'totalMinor'>): ReactNode => (
    <Money amount={{minor: totalMinor, currency}} />
  );
  return [
    ...(buyer ? [{name: t('value.shipTo'), asked: <ShipTo buyer={buyer} />, now: <ShipTo buyer={now.buyer} />}] : []),
    ...(lines ? [{name: t('value.items'), asked: itemsText(lines, t), now: itemsText(now.lines, t)}] : []),
    ...(money ? [{name: t('value.total'), asked: total(money), now: total(now)}] : []),
  ];
}

function itemsText(lines: readonly OrderLine[], t: TFunction<'tray'>): string {
  const shown = lines
    .slice(0, linesShownMax)
    .map(({quantity, sku, title}) => t('value.pieces', {quantity, item: sku === '' ? title : sku}));
  return [...shown, ...(lines.length > linesShownMax ? [`+${lines.length - linesShownMax}`] : [])].join(', ');
}

function ShipTo({buyer}: {readonly buyer: Sealed<Buyer>}) {
  const locale = useLocale();
  const opened = useOpened(buyer);
  if (!opened) return <Missing />;
  const {name, street, city, country} = opened.shipTo;
  return [name, street, city, countryName(locale, country)].filter(Boolean).join(', ');
}

function businessSides(asked: Business, now: Business, t: TFunction<'tray'>): readonly Side[] {
  const hour = (of: Business): string => `${String(of.dayStartsAtHour).padStart(2, '0')}:00`;
  const all: readonly Side[] = [
    {name: t('value.name'), asked: asked.name, now: now.name},
    {name: t('value.currency'), asked: asked.reportingCurrency, now: now.reportingCurrency},
    {name: t('value.zone'), asked: asked.zone, now: now.zone},
    {name: t('value.dayStart'), asked: hour(asked), now: hour(now)},
  ];
  return all.filter((side) => side.asked !== side.now);
}

function storefrontSides(asked: Storefront, now: Storefront, t: TFunction<'tray'>, words: i18n): readonly Side[] {
  const channel = (of: Storefront): string => words.t(`settings:channels.${of.channel}`);
  const all: readonly Side[] = [
    {name: t('value.channel'), asked: channel(asked), now: channel(now)},
    {name: t('value.currency'), asked: asked.currency, now: now.currency},
  ];
  return [{name: t('value.name'), asked: asked.name, now: now.name}, ...all.filter((side) => side.asked !== side.now)];
}
