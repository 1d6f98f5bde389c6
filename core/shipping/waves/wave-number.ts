import type {LocalDate} from '../../time/local-date.ts';

/** The number of the next round of a day: `W-1129-2`. Two desks that are apart may give one number; on paper stands the desk's own list. */
export function nextWaveNumber(day: LocalDate, taken: readonly string[]): string {
  const head = `W-${day.slice(5).replace('-', '')}-`;
  const counts = taken.filter((number) => number.startsWith(head)).map((number) => Number(number.slice(head.length)));
  return `${head}${Math.max(0, ...counts.filter(Number.isInteger)) + 1}`;
}
