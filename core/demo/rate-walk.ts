import type {Dice} from '../lib/dice.ts';
import type {RateDay} from '../money/schema.ts';
import {type DayNumber, dateOfDay} from '../time/local-date.ts';
import {listCurrencies} from './price-list.ts';

const scale = 6;
const stepsPerMille = 4;
/** A rate returns to its list value by this part of the distance a day, so that it strays but does not run away. */
const pullParts = 80;

/** Invented rates against the euro for every day from `first` to `last`, both included: a random walk around the list. */
export function rateWalk(
  dice: Dice,
  {first, last}: {readonly first: DayNumber; readonly last: DayNumber},
): readonly RateDay[] {
  const [euro, ...others] = listCurrencies;
  if (!euro) return [];

  const walkers = others.map((list) => {
    const home = list.perEuroMilli * 10 ** (scale - 3);
    return {currency: list.code, home, units: home, stepMax: Math.ceil((home * stepsPerMille) / 1000)};
  });

  const days: RateDay[] = [];
  for (let day = first; day <= last; day++) {
    for (const walker of walkers) {
      walker.units +=
        Math.round((walker.home - walker.units) / pullParts) + dice.integer(-walker.stepMax, walker.stepMax);
    }
    const quotes = walkers.map(({currency, units}) => ({currency, units, scale}));
    days.push({id: dateOfDay(day), base: euro.code, source: 'invented', quotes});
  }
  return days;
}
