import {type ComponentType, useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import type {Id} from '#core/lib/id.ts';
import {type SalesByDay, salesByDay} from '#core/insights/sales-by-day.ts';
import type {SalesSpan} from '#core/insights/sales.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {businessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import {addDays} from '#core/time/local-date.ts';
import {useQuery, useSummary} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {Page} from '../../app/frame/page.tsx';
import {ViewTabs} from '../../app/frame/view-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {formatAmount} from '../../ui/format/amounts.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {chartPoints} from './chart-points.ts';
import {DateFields} from './date-fields.tsx';
import {formatDay} from './format-day.ts';
import {SalesChart} from './sales-chart.tsx';
import {SalesExplained} from './sales-explained.tsx';
import {SalesTable} from './sales-table.tsx';
import {showDates, spanNames, spans, useSalesView} from './sales-view.ts';
import styles from './sales.module.css';

interface SalesPageProps {
  readonly onSettings: () => void;
  /** Beside what was not converted: the way to the rate that it needs. */
  readonly rate: RateSlot;
}

/** What another feature puts beside amounts without a rate. */
export type RateSlot = ComponentType<{readonly business: Business; readonly currency: CurrencyCode}>;

/** Sales by day in the reporting currency, and what each day is made of. */
export function SalesPage({onSettings, rate}: SalesPageProps) {
  const {t} = useTranslation('sales');
  const shop = useQuery(businessesInFull, {});
  const business = shop?.businesses[0];
  if (business) return <Sales business={business} storefronts={shop.storefronts} rate={rate} />;
  return (
    <Page title={t('title')}>
      {shop ? (
        <EmptyState sentence={t('emptySpan.noBusiness')} action={{word: t('emptySpan.settings'), onAct: onSettings}} />
      ) : null}
    </Page>
  );
}

interface SalesProps {
  readonly business: Business;
  readonly storefronts: readonly Storefront[];
  readonly rate: RateSlot;
}

function Sales({business, storefronts, rate}: SalesProps) {
  const {t} = useTranslation('sales');
  const {span: spanName, storefront, day} = useSalesView();
  const span = useSpan(business);
  const sales = useSummary(salesByDay, span);
  useKeys(
    'page',
    spanNames.map((name, at) => ({
      id: `sales.span.${name}`,
      word: `sales:span.${name}` as const,
      section: 'app:section.page' as const,
      keys: String(at + 1),
      run: () => useSalesView.setState({span: name}),
    })),
  );

  const storefrontWords = [
    {value: 'all', label: t('all')},
    ...storefronts.map(({id, name}) => ({value: id, label: name})),
  ];
  const close = (): void => useSalesView.setState({day: undefined});
  return (
    <Page
      title={t('byDay')}
      tabs={
        <ViewTabs
          label={t('span.label')}
          views={spanNames.map((id) => ({id, word: t(`span.${id}`)}))}
          current={spanName}
          onChoose={(id) => useSalesView.setState({span: spanNames.find((name) => name === id) ?? spanName})}
        />
      }
      tools={
        <>
          {spanName === 'dates' ? <DateFields from={span.from} to={addDays(span.below, -1)} /> : null}
          <SelectField
            label={t('storefront')}
            hideLabel
            options={storefrontWords}
            value={storefront}
            onChange={(value) => useSalesView.setState({storefront: value})}
          />
        </>
      }
      panel={
        day && sales?.currency
          ? {
              onClose: close,
              content: <SalesExplained day={day} span={span} currency={sales.currency} onClose={close} />,
            }
          : null
      }
    >
      {sales?.currency ? <Figures sales={sales} currency={sales.currency} business={business} rate={rate} /> : null}
    </Page>
  );
}

/** The days on screen, up to and with today by the clock of the business. */
function useSpan(business: Business): SalesSpan {
  const now = useNow();
  const {span, dates, storefront} = useSalesView();
  const today = businessDay(now as Instant, {zone: business.zone, startsAtHour: business.dayStartsAtHour});
  return useMemo(() => {
    const below = addDays(span === 'dates' && dates ? dates.to : today, 1);
    const from = span === 'dates' ? (dates?.from ?? addDays(below, -spans.d90)) : addDays(below, -spans[span]);
    const whole = {businessId: business.id, from, below};
    return storefront === 'all' ? whole : {...whole, storefrontId: storefront as Id<'storefront'>};
  }, [business.id, span, dates, storefront, today]);
}

interface FiguresProps {
  readonly sales: SalesByDay;
  readonly currency: CurrencyCode;
  readonly business: Business;
  readonly rate: RateSlot;
}

function Figures({sales, currency, business, rate: Rate}: FiguresProps) {
  const {t} = useTranslation('sales');
  const locale = useLocale();
  const {points, weekly} = useMemo(() => chartPoints(sales.days), [sales]);
  const {total} = sales;
  if (total.orders === 0 && sales.notConverted.length === 0 && sales.withoutAmounts === 0) {
    return <NoSales reach={sales.reach} />;
  }

  const amount = (minor: number): string => formatAmount(locale, {minor, currency});
  const average = total.orders === 0 ? 0 : Math.round(total.soldMinor / total.orders);
  const figures = [
    [t('figure.net'), amount(total.netMinor)],
    [t('figure.sold'), amount(total.soldMinor)],
    [t('figure.refunded'), amount(-total.refundedMinor)],
    [t('figure.orders'), formatCount(locale, total.orders)],
    [t('figure.average'), amount(average)],
  ] as const;
  return (
    <div className={styles.sales}>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <SalesChart
        key={`${points.length} ${points[0]?.day}`}
        points={points}
        currency={currency}
        locale={locale}
        label={t('chart', {currency})}
      />
      <ul className={styles.notes}>
        {sales.notConverted.map(({currency: from, orders}) => (
          <li key={from} className={styles.missing}>
            {t('notConverted', {count: orders, currency: from})} <Rate business={business} currency={from} />
          </li>
        ))}
        {sales.withoutAmounts > 0 ? (
          <li className={styles.missing}>{t('withoutAmounts', {count: sales.withoutAmounts})}</li>
        ) : null}
        <li>
          {t('rule', {zone: business.zone})} {sales.sources.map((source) => t(`source.${source}`)).join(' ')}{' '}
          {weekly ? t('byWeek') : null}
        </li>
      </ul>
      <SalesTable days={sales.days} currency={currency} />
    </div>
  );
}

/** Nothing in this span: leads to the days in which there is something. */
function NoSales({reach}: Pick<SalesByDay, 'reach'>) {
  const {t} = useTranslation('sales');
  const locale = useLocale();
  if (!reach) {
    const widen = {word: t('emptySpan.widen'), onAct: () => useSalesView.setState({span: 'all', storefront: 'all'})};
    return <EmptyState sentence={t('emptySpan.none')} action={widen} />;
  }
  const {first, last} = reach;
  const word = t('emptySpan.show', {from: formatDay(locale, first, 'long'), to: formatDay(locale, last, 'long')});
  const onAct = (): void => showDates({from: first, to: last});
  return <EmptyState sentence={t('emptySpan.none')} action={{word, onAct}} />;
}
