import {type DayBreak, businessDays} from '../time/business-day.ts';
import type {Instant} from '../time/instant.ts';
import {dateOfDay, weekStart} from '../time/local-date.ts';

export const daysKept = 7;
export const weeksKept = 4;
/** What all snapshots of a shop may take of a disk. */
export const budgetBytes = 2 * 2 ** 30;

export interface Shelved {
  readonly name: string;
  readonly madeAt: Instant;
  readonly bytes: number;
}

/**
 * Which snapshots go. Kept are the newest of each of the last seven business days that have one, and the newest of each of the
 * last four weeks (from Monday) that have one: a shop that rested for a month loses none by it. Then the oldest go until the rest
 * fits the budget. The newest never goes. Only snapshots that were read back whole are to be named here.
 */
export function lettingGo(
  whole: readonly Shelved[],
  dayBreak: DayBreak,
  budget: number = budgetBytes,
): readonly string[] {
  const newestFirst = whole.toSorted((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1));
  const dayOf = businessDays(dayBreak);
  const days = firstOfEach(newestFirst, ({madeAt}) => String(dayOf(madeAt))).slice(0, daysKept);
  const weeks = firstOfEach(newestFirst, ({madeAt}) => weekStart(dateOfDay(dayOf(madeAt)))).slice(0, weeksKept);
  const wanted = new Set([...days, ...weeks]);

  const kept = new Set<string>();
  let used = 0;
  for (const one of newestFirst) {
    if (!wanted.has(one)) continue;
    used += one.bytes;
    // Behind the first that does not fit nothing older is kept, however small.
    if (used > budget && kept.size > 0) break;
    kept.add(one.name);
  }
  return newestFirst.filter(({name}) => !kept.has(name)).map(({name}) => name);
}

function firstOfEach<T>(list: readonly T[], groupOf: (one: T) => string): readonly T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const group = groupOf(one);
    if (seen.has(group)) return false;
    seen.add(group);
    return true;
  });
}
