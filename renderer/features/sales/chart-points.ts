import type {SalesDay} from '#core/insights/sales-by-day.ts';
import {type LocalDate, weekStart} from '#core/time/local-date.ts';

export interface ChartPoint {
  readonly day: LocalDate;
  readonly netMinor: number;
}

/** More points than this and the chart is slow to draw and no clearer to read. */
const pointsMax = 180;

/** Days where they fit, else whole weeks from Monday; sums of the same figures. */
export function chartPoints(days: readonly SalesDay[]): {
  readonly points: readonly ChartPoint[];
  readonly weekly: boolean;
} {
  if (days.length <= pointsMax) {
    return {points: days.map(({day, netMinor}) => ({day, netMinor})), weekly: false};
  }
  const weeks = new Map<LocalDate, number>();
  for (const {day, netMinor} of days) {
    const week = weekStart(day);
    weeks.set(week, (weeks.get(week) ?? 0) + netMinor);
  }
  return {points: [...weeks].map(([day, netMinor]) => ({day, netMinor})), weekly: true};
}
