import type {RateDay, RateSource, TypedRate} from '../../money/schema.ts';
import {defineQuery} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';

/** The days of one source, the first and the last of them, and how many there are. */
export interface RatesOfSource {
  readonly source: RateSource;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
}

export interface RatesKept {
  readonly sources: readonly RatesOfSource[];
  /** What people have typed, the newest day first, at most `typedMax`. */
  readonly typed: readonly {readonly date: LocalDate; readonly rate: TypedRate}[];
}

const rowsMax = 1_000;
// Markets have had 7,100 days since the euro began.
const daysMax = 40_000;
const typedMax = 500;

/** Which exchange rates there are. */
export const ratesKept = defineQuery('insights.ratesKept', {}, async (db): Promise<RatesKept> => {
  const sources = new Map<RateSource, RatesOfSource>();
  const typed: RatesKept['typed'][number][] = [];
  let from = '';
  for (let read = 0; read < daysMax; read += rowsMax) {
    const rows = await db.rateDays.range({from, limit: rowsMax});
    for (const row of rows) {
      count(sources, row);
      typed.push(...(row.typed ?? []).map((rate) => ({date: row.id, rate})));
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsMax) break;
    from = `${last.id}~`;
  }
  return {sources: [...sources.values()], typed: typed.toReversed().slice(0, typedMax)};
});

function count(sources: Map<RateSource, RatesOfSource>, {id, source, quotes, typed}: RateDay): void {
  if (quotes.length > 0) countDay(sources, source, id);
  if (typed && typed.length > 0) countDay(sources, 'typed', id);
}

function countDay(sources: Map<RateSource, RatesOfSource>, source: RateSource, day: LocalDate): void {
  const before = sources.get(source);
  sources.set(source, {source, from: before?.from ?? day, to: day, days: (before?.days ?? 0) + 1});
}
