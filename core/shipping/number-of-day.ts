import type {LocalDate} from '../time/local-date.ts';

/**
 * The next number of a day for a wave or a sheet: `W-1129-2`. Two desks that are apart may give one number; it is for people who speak of
 * the list in their hand.
 */
export function nextNumberOfDay(of: 'W' | 'M', day: LocalDate, taken: readonly string[]): string {
  const head = `${of}-${day.slice(5).replace('-', '')}-`;
  const counts = taken.filter((number) => number.startsWith(head)).map((number) => Number(number.slice(head.length)));
  return `${head}${Math.max(0, ...counts.filter(Number.isInteger)) + 1}`;
}
