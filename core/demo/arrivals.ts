import {assert, must} from '../lib/assert.ts';
import type {Dice} from '../lib/dice.ts';
import type {Instant} from '../time/instant.ts';
import type {Demand} from './demand.ts';

const hourMs = 3_600_000;
const weightSteps = 1000;

/** Buyers whose clocks agree, and how many they are beside the others. */
export interface ClockGroup {
  readonly offsetHours: number;
  readonly weight: number;
}

export interface Arrival<Group> {
  readonly orderedAt: Instant;
  readonly group: Group;
}

/** When orders come in, and from whose part of the world. */
export interface Arrivals<Group> {
  /** Exactly `count` arrivals, each later than or at the same time as the one before; the last ones just before the end. */
  each(dice: Dice, count: number): Generator<Arrival<Group>>;
  /** The part of all arrivals that fall after the instant, 0 to 1. */
  shareAfter(instant: Instant): number;
}

/** Arrivals from a full hour `from` until `until`, spread as the demand of all groups says. */
export function arrivals<Group extends ClockGroup>(
  demand: Demand,
  {from, until}: {readonly from: Instant; readonly until: Instant},
  groups: readonly Group[],
): Arrivals<Group> {
  assert(from % hourMs === 0 && until > from, 'arrivals start at a full hour and need time');
  const firstHour = from / hourMs;
  const ends = hourEnds();
  const total = must(ends.at(-1), 'a span has an hour');

  /** The demand from `from` to the end of each hour; of the last hour only what lies before `until`. */
  function hourEnds(): Float64Array {
    const filled = new Float64Array(Math.ceil((until - from) / hourMs));
    let sum = 0;
    for (let index = 0; index < filled.length; index++) {
      sum += hourLoad(index) * (hourLength(index) / hourMs);
      filled[index] = sum;
    }
    return filled;
  }

  function hourLoad(index: number): number {
    let load = 0;
    for (const group of groups) load += group.weight * demand.at(firstHour + index, group.offsetHours);
    return load;
  }

  /** How likely each group is to order in that hour. */
  function crowdOf(index: number) {
    const members = groups.map((group) => {
      const load = group.weight * demand.at(firstHour + index, group.offsetHours);
      return {group, weight: Math.round(load * weightSteps)};
    });
    return {index, members};
  }

  function hourLength(index: number): number {
    return Math.min(hourMs, until - from - index * hourMs);
  }

  return {
    *each(dice, count) {
      let index = 0;
      let crowd = crowdOf(index);
      for (let number = 0; number < count; number++) {
        // One arrival in each of `count` equal parts of the demand: ascending without sorting, and the count is exact.
        const target = (total * (number + dice.next() / 2 ** 32)) / count;
        while (index < ends.length - 1 && (ends[index] ?? 0) <= target) index++;
        if (crowd.index !== index) crowd = crowdOf(index);

        const begin = ends[index - 1] ?? 0;
        const part = (target - begin) / ((ends[index] ?? 0) - begin);
        const length = hourLength(index);
        const offset = Math.min(length - 1, Math.floor(part * length));
        const {group} = dice.weighted(crowd.members, weightOf);
        yield {orderedAt: ((firstHour + index) * hourMs + offset) as Instant, group};
      }
    },

    shareAfter(instant) {
      if (instant <= from) return 1;
      if (instant >= until) return 0;
      const index = Math.floor((instant - from) / hourMs);
      const begin = ends[index - 1] ?? 0;
      const part = (instant - from - index * hourMs) / hourLength(index);
      return 1 - (begin + ((ends[index] ?? 0) - begin) * part) / total;
    },
  };
}

function weightOf({weight}: {readonly weight: number}): number {
  return weight;
}
