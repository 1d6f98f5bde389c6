import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {SalesDay} from '#core/insights/sales-by-day.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Grid} from '../../ui/grid/grid.tsx';
import type {GridColumn, GridCursor} from '../../ui/grid/grid-types.ts';
import {listSource} from '../../ui/grid/list-source.ts';
import {missingCell} from '../../ui/missing.tsx';
import {moneyCell} from '../../ui/money.tsx';
import {formatDay} from './format-day.ts';
import {useSalesView} from './sales-view.ts';
import styles from './sales.module.css';

interface SalesTableProps {
  readonly days: readonly SalesDay[];
  readonly currency: CurrencyCode;
}

/** Every day of the span, the newest first; a day opens what it is made of. */
export function SalesTable({days, currency}: SalesTableProps) {
  const {t} = useTranslation('sales');
  const {t: list} = useTranslation('orders');
  const {t: kit} = useTranslation('ui');
  const locale = useLocale();
  const [cursor, setCursor] = useState<GridCursor | null>(null);
  const source = useMemo(() => listSource(days.toReversed()), [days]);
  const columns = useMemo((): readonly GridColumn<SalesDay>[] => {
    const missing = missingCell(kit);
    const amount = (id: 'soldMinor' | 'refundedMinor' | 'netMinor', title: string): GridColumn<SalesDay> => ({
      id,
      title,
      width: 144,
      align: 'end',
      cell: (day) => (day[id] === 0 ? missing : moneyCell(locale, {minor: day[id], currency})),
      text: (day) => `${toDecimalText({minor: day[id], currency})} ${currency}`,
    });
    return [
      {
        id: 'day',
        title: t('column.day'),
        width: 140,
        frozen: true,
        cell: (day) => formatDay(locale, day.day, 'long'),
        text: (day) => day.day,
      },
      {
        id: 'orders',
        title: t('column.orders'),
        width: 88,
        align: 'end',
        cell: (day) => formatCount(locale, day.orders),
        text: (day) => day.orders,
      },
      amount('soldMinor', t('column.sold')),
      amount('refundedMinor', t('column.refunded')),
      amount('netMinor', t('column.net')),
    ];
  }, [t, kit, locale, currency]);

  return (
    <div className={styles.table}>
      <Grid
        columns={columns}
        source={source}
        idOf={(day) => day.day}
        label={t('table')}
        words={{
          selectAll: list('grid.selectAll'),
          columnWidth: (title, width) => list('grid.columnWidth', {title, width}),
        }}
        onWindow={() => undefined}
        cursor={cursor}
        onCursor={setCursor}
        onOpen={({day}) => useSalesView.setState({day})}
      />
    </div>
  );
}
