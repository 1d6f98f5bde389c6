import {type CurrencyCode, currency} from '../money/currency.ts';
import type {RateDay} from '../money/schema.ts';
import {dateOfDay, dayMs} from '../time/local-date.ts';
import {valueOf, writtenAmount} from './amount-text.ts';
import {plainCell, saysNothing} from './cell-text.ts';
import {wallMsOf, writtenDate} from './date-text.ts';
import {foldName} from './fold-name.ts';
import type {Rejection} from './reading.ts';
import type {TableRow} from './table/opened-table.ts';

/** The European Central Bank's reference rates as a format is named. */
export const ratesFormatId = 'ecb-rates';

const codesMin = 5;
const unitsMax = 1_000_000_000_000;
const scaleMax = 12;

/** Whether a header is that of the ECB's files: a date, then codes of currencies (and a comma at the end). */
export function isRatesHeader(header: readonly string[]): boolean {
  const [first = '', ...rest] = header.map((cell) => plainCell(cell));
  const filled = rest.filter((cell) => cell !== '');
  return (
    foldName(first) === 'date' &&
    filled.length > 0 &&
    filled.every((cell) => /^[A-Z]{3}$/.test(cell)) &&
    filled.length >= Math.min(codesMin, rest.length)
  );
}

/** Days of a rates file, row by row. A cell without a rate says nothing; a currency that is not counted here any more is left out. */
export function gatherRates(header: readonly string[]): {
  take(row: TableRow): void;
  gathered(): {readonly days: readonly RateDay[]; readonly rows: number; readonly rejected: readonly Rejection[]};
} {
  const codes = header.map((cell, at) => (at === 0 ? undefined : known(plainCell(cell))));
  const days = new Map<string, RateDay>();
  const rejected: Rejection[] = [];
  let rows = 0;

  return {
    take(row) {
      rows += 1;
      const day = row.fault ? undefined : dayOf(row.cells);
      if (day) days.set(day.id, day);
      else rejected.push({row: row.row, fault: row.fault ?? {code: 'intake.bad_rate', values: {row: row.row}}});
    },
    gathered: () => ({days: [...days.values()], rows, rejected}),
  };

  function dayOf(cells: readonly string[]): RateDay | undefined {
    const date = writtenDate(plainCell(cells[0] ?? ''));
    const wallMs = date && wallMsOf(date, 'dmy');
    if (wallMs === undefined) return undefined;

    const quotes: RateDay['quotes'][number][] = [];
    for (let at = 1; at < codes.length; at += 1) {
      const code = codes[at];
      const text = plainCell(cells[at] ?? '');
      if (code === undefined || saysNothing(text)) continue;
      const written = writtenAmount(text);
      // The bank writes a point before decimals, always.
      const rate = written && valueOf(written, '.');
      if (!rate || rate.units < 1 || rate.units > unitsMax || rate.scale > scaleMax) return undefined;
      quotes.push({currency: code, ...rate});
    }
    return {id: dateOfDay(Math.floor(wallMs / dayMs)), base: 'EUR' as CurrencyCode, source: 'ecb', quotes};
  }
}

function known(code: string): CurrencyCode | undefined {
  const found = currency(code);
  return found.ok ? found.value : undefined;
}
