import type {TFunction} from 'i18next';
import type {ViewRow} from '#core/lib/view.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import type {orderList} from '#core/orders/list-view.ts';
import {openStatuses} from '#core/orders/order.ts';
import {type HoldReason, type OrderStatus, orderStatuses} from '#core/orders/schema.ts';
import {countryName} from '../../ui/format/countries.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import type {CellLook, GridColumn} from '../../ui/grid/grid-types.ts';
import {fitsCell} from '../../ui/grid/fits-cell.ts';
import {missingSign} from '../../ui/missing.tsx';
import {moneyCell} from '../../ui/money.tsx';
import {timeAgoTexts} from '../../ui/time-ago.tsx';
import {meaningOfStatus} from './order-meaning.ts';

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
  const missing: CellLook = {ink: 'quiet', label: kit('missing')};
  const strong: CellLook = {ink: 'strong'};
  const late: CellLook = {meaning: 'stop'};
  const byStatus = <T,>(of: (status: OrderStatus) => T): ReadonlyMap<string, T> =>
    new Map(orderStatuses.map((status) => [status, of(status)]));
  const looks = byStatus((status): CellLook => ({meaning: meaningOfStatus[status]}));
  const statusWords = byStatus((status) => t(`status.${status}`));
  // A date that still matters: closed orders have none.
  const shipByOf = (row: OrderRow): number | undefined =>
    openStatuses.includes(statusOf(row)) ? row.shipBy : undefined;
  const ageOf = timeAgoTexts(kit, locale, {now, zone});
  const lateWord = t('panel.late');
  const width = {status: 120, time: 88};
  const fitsStatus = fitsCell([...statusWords.values()], width.status, {marked: true});
  const fitsTime =
    fitsCell([lateWord], width.time, {marked: true}) && fitsCell(widestTimes(now).map(ageOf), width.time);
  const momentOf = (instant: number | undefined): string =>
    instant === undefined ? '' : formatMoment(locale, instant, 'full', zone);
  return [
    {
      id: 'number',
      title: t('column.number'),
      width: 184,
      frozen: true,
      sortable: true,
      cell: (row) => row.number,
      look: () => strong,
      text: (row) => row.number,
    },
    {
      id: 'status',
      title: t('column.status'),
      width: width.status,
      sortable: true,
      fits: fitsStatus,
      cell: (row) => statusWords.get(row.status),
      look: (row) => looks.get(row.status),
      text: (row) => statusWords.get(row.status) ?? '',
    },
    {
      id: 'orderedAt',
      title: t('column.orderedAt'),
      width: width.time,
      align: 'end',
      sortable: true,
      fits: fitsTime,
      cell: (row) => ageOf(row.orderedAt ?? 0),
      hint: (row) => momentOf(row.orderedAt),
      text: (row) => momentOf(row.orderedAt),
    },
    {
      id: 'shipBy',
      title: t('column.shipBy'),
      width: width.time,
      align: 'end',
      sortable: true,
      fits: fitsTime,
      cell: (row) => {
        const shipBy = shipByOf(row);
        if (shipBy === undefined) return missingSign;
        return shipBy < now ? lateWord : ageOf(shipBy);
      },
      look: (row) => {
        const shipBy = shipByOf(row);
        if (shipBy === undefined) return missing;
        return shipBy < now ? late : undefined;
      },
      hint: (row) => momentOf(shipByOf(row)),
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
      fits: true,
      cell: (row) => row.country,
      hint: (row) => countryName(locale, row.country),
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
      fits: true,
      cell: (row) => row.pieces,
      text: (row) => row.pieces ?? '',
    },
    {
      id: 'total',
      title: t('column.total'),
      width: 120,
      align: 'end',
      sortable: true,
      cell: (row) => (row.total === undefined ? missingSign : moneyCell(locale, totalOf(row))),
      look: (row) => (row.total === undefined ? missing : undefined),
      text: (row) => (row.total === undefined ? '' : `${toDecimalText(totalOf(row))} ${row.currency}`),
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
      cell: (row) => (row.tracking === '' ? missingSign : row.tracking),
      look: (row) => (row.tracking === '' ? missing : undefined),
      text: (row) => row.tracking,
    },
  ];
}

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

/** Moments whose words are the longest there are: ahead, with two digits; and the end of each month, long ago. */
function widestTimes(now: number): readonly number[] {
  const ahead = [58 * minuteMs, 46 * hourMs, 29 * dayMs].map((ms) => now + ms);
  const months = Array.from({length: 12}, (_, month) => Date.UTC(2028, month, 28, 12));
  return [...ahead, ...months.filter((instant) => Math.abs(instant - now) > 31 * dayMs)];
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
