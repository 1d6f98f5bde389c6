import type {TFunction} from 'i18next';
import type {ReactNode} from 'react';
import type {ViewRow} from '#core/lib/view.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import type {orderList} from '#core/orders/list-view.ts';
import {openStatuses} from '#core/orders/order.ts';
import type {HoldReason, OrderStatus} from '#core/orders/schema.ts';
import {countryCell} from '../../ui/country-mark.tsx';
import {formatMoment} from '../../ui/format/moments.ts';
import type {GridColumn} from '../../ui/grid/grid-types.ts';
import {missingCell} from '../../ui/missing.tsx';
import {moneyCell} from '../../ui/money.tsx';
import {statusCell} from '../../ui/status-mark.tsx';
import {timeAgoCell} from '../../ui/time-ago.tsx';
import {meaningOfStatus} from './order-meaning.ts';
import styles from './orders.module.css';

export type OrderRow = ViewRow<typeof orderList>;

interface Surroundings {
  readonly t: TFunction<'orders'>;
  readonly kit: TFunction<'ui'>;
  readonly locale: string;
  readonly now: number;
  readonly zone: string;
  readonly storefrontNames: ReadonlyMap<string, string>;
}

/** The columns of the order list. A new array draws every row again, so make it once for each change of surroundings. */
export function orderColumns({
  t,
  kit,
  locale,
  now,
  zone,
  storefrontNames,
}: Surroundings): readonly GridColumn<OrderRow>[] {
  const storefrontOf = (row: OrderRow): string => storefrontNames.get(row.storefrontId) ?? '';
  const missing = missingCell(kit);
  const late = statusCell('stop', t('panel.late'));
  const shipBy = (row: OrderRow): ReactNode => {
    // A date that still matters: closed orders have none.
    if (row.shipBy === undefined || !openStatuses.includes(statusOf(row))) return missing;
    return row.shipBy < now ? late : timeAgoCell(kit, locale, {instant: row.shipBy, now, zone});
  };
  const momentOf = (instant: number | undefined): string =>
    instant === undefined ? '' : formatMoment(locale, instant, 'full', zone);
  return [
    {
      id: 'number',
      title: t('column.number'),
      width: 184,
      frozen: true,
      sortable: true,
      cell: (row) => <span className={styles.number}>{row.number}</span>,
      text: (row) => row.number,
    },
    {
      id: 'status',
      title: t('column.status'),
      width: 120,
      sortable: true,
      cell: (row) => statusCell(meaningOfStatus[statusOf(row)], t(`status.${statusOf(row)}`)),
      text: (row) => t(`status.${statusOf(row)}`),
    },
    {
      id: 'orderedAt',
      title: t('column.orderedAt'),
      width: 88,
      align: 'end',
      sortable: true,
      cell: (row) => timeAgoCell(kit, locale, {instant: row.orderedAt ?? 0, now, zone}),
      text: (row) => momentOf(row.orderedAt),
    },
    {
      id: 'shipBy',
      title: t('column.shipBy'),
      width: 88,
      align: 'end',
      sortable: true,
      cell: shipBy,
      text: (row) => momentOf(row.shipBy),
    },
    {
      id: 'buyer',
      title: t('column.buyer'),
      width: 168,
      sortable: true,
      cell: (row) => row.buyer,
      text: (row) => row.buyer,
    },
    {
      id: 'country',
      title: t('column.country'),
      width: 52,
      sortable: true,
      cell: (row) => countryCell(locale, row.country),
      text: (row) => row.country,
    },
    {
      id: 'items',
      title: t('column.items'),
      width: 228,
      sortable: true,
      cell: (row) => row.items,
      text: (row) => row.items,
    },
    {
      id: 'pieces',
      title: t('column.pieces'),
      width: 52,
      align: 'end',
      sortable: true,
      cell: (row) => row.pieces,
      text: (row) => row.pieces ?? '',
    },
    {
      id: 'total',
      title: t('column.total'),
      width: 120,
      align: 'end',
      sortable: true,
      cell: (row) => moneyCell(locale, totalOf(row)),
      text: (row) => `${toDecimalText(totalOf(row))} ${row.currency}`,
    },
    {
      id: 'storefrontId',
      title: t('column.storefront'),
      width: 160,
      sortable: true,
      cell: storefrontOf,
      text: storefrontOf,
    },
    {
      id: 'tracking',
      title: t('column.tracking'),
      width: 180,
      sortable: true,
      cell: (row) => (row.tracking === '' ? missing : row.tracking),
      text: (row) => row.tracking,
    },
  ];
}

export function statusOf(row: OrderRow): OrderStatus {
  return row.status as OrderStatus;
}

export function holdReasonOf(row: OrderRow): HoldReason | undefined {
  return row.holdReason === '' ? undefined : (row.holdReason as HoldReason);
}

function totalOf(row: OrderRow): {readonly minor: number; readonly currency: CurrencyCode} {
  return {minor: row.total ?? 0, currency: row.currency as CurrencyCode};
}
