import type {Dice} from '../lib/dice.ts';
import {type DayNumber, dateOfDay, dateParts} from '../time/local-date.ts';
import {weekday} from './weekday.ts';

/** Percent of an ordinary day, by month: people buy before Christmas and go outside in summer. */
const monthPercent = [96, 94, 95, 96, 90, 80, 68, 72, 95, 110, 130, 185];
/** From the Wednesday before Black Friday to the Tuesday after Cyber Monday. */
const blackFridayPercent = [150, 170, 340, 205, 165, 250, 150];
/** From Monday to Sunday. */
const weekdayPercent = [112, 104, 100, 98, 88, 92, 118];
/** From midnight, on the buyer's own clock. */
const hourPercent = [
  25, 13, 8, 6, 6, 10, 24, 50, 74, 92, 104, 112, 120, 118, 110, 106, 108, 116, 132, 158, 190, 196, 148, 74,
];
/** Sales at the end of the span, in percent of those at its beginning. */
const growthPercent = 210;
const noisePercent = 14;

const hoursPerDay = 24;

/** How much is bought on each day: season, weekday, growth and the luck of the day, as a plain factor. */
export interface Demand {
  /** Of one hour on the wall clock of buyers that live `offsetHours` from UTC; `hour` counts hours since 1970 in UTC. */
  at(hour: number, offsetHours: number): number;
}

/** The demand of the days from `first` to `last`, and of the days beside them, where some buyers already or still are. */
export function demand(dice: Dice, {first, last}: {readonly first: DayNumber; readonly last: DayNumber}): Demand {
  const span = last - first + 1;
  const days = Array.from({length: span + 2}, (_, index) => {
    const day = first - 1 + index;
    const growth = 100 + ((growthPercent - 100) * index) / span;
    const luck = 100 + dice.integer(-noisePercent, noisePercent);
    return (seasonPercent(day) * (weekdayPercent[weekday(day)] ?? 100) * growth * luck) / 100 ** 4;
  });

  return {
    at(hour, offsetHours) {
      const local = hour + offsetHours;
      const day = Math.floor(local / hoursPerDay);
      return ((days[day - first + 1] ?? 0) * (hourPercent[local - day * hoursPerDay] ?? 0)) / 100;
    },
  };
}

function seasonPercent(day: DayNumber): number {
  const date = dateParts(dateOfDay(day));
  const usual = monthPercent[date.month - 1] ?? 100;
  if (date.month === 11 || (date.month === 12 && date.day <= 2)) {
    return blackFridayPercent[day - blackFriday(day, date) + 2] ?? usual;
  }
  if (date.month !== 12 || date.day < 20) return usual;
  // What is ordered now comes too late for the tree.
  if (date.day < 24) return 110;
  return date.day <= 26 ? 45 : 85;
}

/** The Friday after the fourth Thursday of November. */
function blackFriday(day: DayNumber, date: {readonly month: number; readonly day: number}): DayNumber {
  const firstOfNovember = date.month === 11 ? day - date.day + 1 : day - date.day - 29;
  const firstThursday = firstOfNovember + ((10 - weekday(firstOfNovember)) % 7);
  return firstThursday + 22;
}
