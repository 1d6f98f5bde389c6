import {useTranslation} from 'react-i18next';
import {salesOrders, type SaleExplained} from '#core/insights/sales-orders.ts';
import type {SalesSpan} from '#core/insights/sales.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {type LocalDate, addDays} from '#core/time/local-date.ts';
import {useSummary} from '../../app/data/use-data.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import {Money} from '../../ui/money.tsx';
import {PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import {Skeleton} from '../../ui/skeleton.tsx';
import {formatDay} from './format-day.ts';
import styles from './sales.module.css';

interface SalesExplainedProps {
  readonly day: LocalDate;
  readonly span: SalesSpan;
  readonly currency: CurrencyCode;
  readonly onClose: () => void;
}

/** The orders that a day's figure is the sum of, with what each counted for. */
export function SalesExplained({day, span, currency, onClose}: SalesExplainedProps) {
  const {t} = useTranslation('sales');
  const locale = useLocale();
  const answer = useSummary(salesOrders, {...span, from: day, below: addDays(day, 1)});
  return (
    <SidePanel title={t('explain.title', {day: formatDay(locale, day, 'long')})} onClose={onClose}>
      <PanelSection>
        {answer ? (
          <OrderSums orders={answer.orders} more={answer.more} currency={currency} />
        ) : (
          <Skeleton height="12em" />
        )}
      </PanelSection>
    </SidePanel>
  );
}

interface OrderSumsProps {
  readonly orders: readonly SaleExplained[];
  readonly more: number;
  readonly currency: CurrencyCode;
}

function OrderSums({orders, more, currency}: OrderSumsProps) {
  const {t} = useTranslation('sales');
  const locale = useLocale();
  const converted = orders.filter((order) => order.converted);
  const net = converted.reduce((sum, order) => sum + netOf(order), 0);
  return (
    <table className={styles.orders}>
      <thead>
        <tr>
          <th scope="col">{t('column.orders')}</th>
          <th scope="col">{t('column.net')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId}>
            <td>{order.number}</td>
            <td>
              {order.converted ? (
                <Money amount={{minor: netOf(order), currency}} />
              ) : (
                <span className={styles.quiet}>{t('explain.notConverted')}</span>
              )}
              {order.currency === currency ? null : (
                <div className={styles.quiet}>
                  {formatAmount(locale, {minor: order.soldMinor - order.refundedMinor, currency: order.currency})}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('explain.sum', {count: converted.length})}</td>
          <td>
            <Money amount={{minor: net, currency}} />
          </td>
        </tr>
        {more > 0 ? (
          <tr>
            <td colSpan={2}>{t('explain.more', {count: more})}</td>
          </tr>
        ) : null}
      </tfoot>
    </table>
  );
}

function netOf({converted}: SaleExplained): number {
  return converted ? converted.soldMinor - converted.refundedMinor : 0;
}
