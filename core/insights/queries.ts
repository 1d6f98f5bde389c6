import {defineQuery} from '../sync/define.ts';
import {type LocalDate, addDays} from '../time/local-date.ts';
import {pattern} from '../lib/shape.ts';

const lookBackDays = 31;

/** The newest rates up to a day, at most a month old; undefined where there are none. */
export const ratesInUse = defineQuery(
  'insights.ratesInUse',
  {today: pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/)},
  async (db, {today}) => {
    const days = await db.rateDays.range({from: addDays(today, -lookBackDays), below: addDays(today, 1), limit: 64});
    return days.at(-1);
  },
);
