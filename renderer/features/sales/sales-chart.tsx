import {memo} from 'react';
import {Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis} from 'recharts';
import {type CurrencyCode, minorDigits} from '#core/money/currency.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import type {ChartPoint} from './chart-points.ts';
import {formatDay} from './format-day.ts';
import styles from './sales.module.css';

interface SalesChartProps {
  readonly points: readonly ChartPoint[];
  readonly currency: CurrencyCode;
  readonly locale: string;
  readonly label: string;
}

const heightPx = 220;
const axisWidthPx = 56;

/** Sales over time. A picture for the eye: the table below it holds the same figures for everybody. */
export const SalesChart = memo(({points, currency, locale, label}: SalesChartProps) => {
  const compact = new Intl.NumberFormat(locale, {notation: 'compact', maximumFractionDigits: 1});
  // Only where a point stands on the screen; no figure is read back from it.
  const major = (minor: number): number => minor / 10 ** minorDigits(currency);
  return (
    <figure className={styles.chart} aria-label={label} role="img">
      <ResponsiveContainer width="100%" height={heightPx}>
        <AreaChart data={[...points]} margin={{top: 8, right: 12, bottom: 0, left: 0}} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--chart-line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: LocalDate) => formatDay(locale, day, 'short')}
            tickLine={false}
            axisLine={{stroke: 'var(--line)'}}
            tick={{fill: 'var(--ink-quiet)', fontSize: 'var(--text-label)'}}
            minTickGap={48}
          />
          <YAxis
            width={axisWidthPx}
            tickFormatter={(minor: number) => compact.format(major(minor))}
            tickLine={false}
            axisLine={false}
            tick={{fill: 'var(--ink-quiet)', fontSize: 'var(--text-label)'}}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{stroke: 'var(--line-strong)'}}
            content={({active, payload}) => {
              const point = payload[0]?.payload as ChartPoint | undefined;
              return active && point ? <ChartTip point={point} currency={currency} locale={locale} /> : null;
            }}
          />
          <Area
            dataKey="netMinor"
            type="linear"
            stroke="var(--chart-1)"
            strokeWidth={1.5}
            fill="var(--ramp-1)"
            isAnimationActive={false}
            dot={false}
            activeDot={{r: 3}}
          />
        </AreaChart>
      </ResponsiveContainer>
    </figure>
  );
});

interface ChartTipProps {
  readonly point: ChartPoint;
  readonly currency: CurrencyCode;
  readonly locale: string;
}

function ChartTip({point, currency, locale}: ChartTipProps) {
  return (
    <div className={styles.tip}>
      <span>{formatDay(locale, point.day, 'long')}</span>
      <strong>{formatAmount(locale, {minor: point.netMinor, currency})}</strong>
    </div>
  );
}
