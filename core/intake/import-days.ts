import {id} from '../lib/id.ts';
import {integer, list} from '../lib/shape.ts';
import {type RateDay, rateDays} from '../money/schema.ts';
import {type Ending, defineMutator, done} from '../sync/define.ts';
import {emptyStep, openStep} from './import-step.ts';
import {type ImportStep, daysPerStep} from './schema.ts';

/** Keeps days of a rates file, as a step of its import. What a person has typed for a day stays and goes before it. */
export const importDays = defineMutator(
  'rates.importDays',
  {importId: id('import'), step: integer({min: 0}), days: list(rateDays.shape, {max: daysPerStep})},
  async (tx, {importId, step, days}): Ending => {
    const opened = await openStep(tx, importId, step);
    if (!opened.ok) return opened;

    const before: ImportStep['days'][number][] = [];
    for (const day of days) {
      const now = await tx.rateDays.get(day.id);
      const after: RateDay = now?.typed ? {...day, typed: now.typed} : day;
      if (now && isSame(now, after)) continue;
      before.push(now ? {id: day.id, row: now} : {id: day.id});
      await tx.rateDays.put(after);
    }
    await tx.importSteps.put({...emptyStep(importId, step), days: before});
    return done;
  },
);

function isSame(a: RateDay, b: RateDay): boolean {
  return a.base === b.base && a.source === b.source && quotesText(a) === quotesText(b);
}

function quotesText({quotes}: RateDay): string {
  return quotes.map(({currency, units, scale}) => `${currency} ${units} ${scale}`).join('\n');
}
