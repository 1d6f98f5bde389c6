import {must} from '../lib/assert.ts';
import type {DraftLine, OrderDraft} from './draft.ts';

/**
 * What two reports of one channel say together of one order. Each part is taken from the report that tells it more fully:
 * lines with prices before lines without, then more of them; the address with more of its parts; money that a report of
 * orders states. Where both tell the same amount of it, the one that comes first in the order of their texts: so the
 * result is the same whichever report arrives first.
 */
export function mergeDrafts(a: OrderDraft, b: OrderDraft): OrderDraft {
  const [first, second] = textOf(a) <= textOf(b) ? [a, b] : [b, a];
  const status = later(first.status, second.status);
  const money = moneyOf(first, second);
  return {
    ...second,
    ...first,
    ...(status === undefined ? {} : {status}),
    ...whole('orderedAt', finer(first.orderedAt, second.orderedAt)),
    ...whole('lines', fuller(first.lines, second.lines, linesWeight)),
    ...(money ? {money: money.money, currency: money.currency} : {}),
    ...whole('buyer', joined(first.buyer, second.buyer)),
    ...whole(
      'shipTo',
      fuller(first.shipTo, second.shipTo, (address) => Object.keys(address).length),
    ),
    ...whole(
      'tracking',
      fuller(first.tracking, second.tracking, (tracking) => Object.keys(tracking).length),
    ),
    source: [...first.source, ...second.source],
  };
}

const lateness = ['new', 'paid', 'released', 'held', 'shipped', 'returned', 'cancelled'];

function later<T extends string>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return lateness.indexOf(a) >= lateness.indexOf(b) ? a : b;
}

// A moment with its time of day says more than the day alone; of two, the earlier: an order is made before it is reported.
function finer<T extends number>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const minutes = [a, b].filter((moment) => moment % 3_600_000 !== 0);
  if (minutes.length === 1) return minutes[0];
  return a < b ? a : b;
}

function moneyOf(a: OrderDraft, b: OrderDraft): Required<Pick<OrderDraft, 'money' | 'currency'>> | undefined {
  const told = [a, b].filter(({money, currency}) => money !== undefined && currency !== undefined);
  // A report of lines adds up what it knows of; the report of the order, without lines or with fewer, states the total.
  const best = told.toSorted((x, y) => linesWeight(x.lines ?? []) - linesWeight(y.lines ?? []))[0];
  if (!best) return undefined;
  return {
    money: must(best.money, 'it was looked for'),
    currency: must(best.currency, 'it was looked for'),
  };
}

function linesWeight(lines: readonly DraftLine[]): number {
  return lines.reduce((sum, line) => sum + 1 + (line.totalMinor === undefined ? 0 : 10_000), 0);
}

function fuller<T>(a: T | undefined, b: T | undefined, weight: (value: T) => number): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return weight(a) >= weight(b) ? a : b;
}

function joined<T extends object>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b;
  return {...b, ...a};
}

function whole<K extends keyof OrderDraft>(name: K, value: OrderDraft[K] | undefined): Partial<OrderDraft> {
  return value === undefined ? {} : ({[name]: value} as Partial<OrderDraft>);
}

function textOf(draft: OrderDraft): string {
  return JSON.stringify(draft.source);
}
