import {dayMs} from './local-date.ts';

/** Milliseconds to add to UTC (epoch milliseconds) to read the wall clock of a zone. */
export type OffsetAt = (utcMs: number) => number;

interface Span {
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

const spanMs = 4 * dayMs;
const spansMax = 20_000; // about 220 years; then the cache starts afresh

/**
 * Answers as `measure` does, at the price of a table look-up: time is cut into spans of four days, a span is measured at
 * both ends when first asked for, and a change inside it is found by bisection.
 *
 * Right as long as a zone's offset changes at whole seconds and at most once in four days. In the tz database the two
 * closest changes ever are seven days apart (America/Recife and neighbours, October 2000).
 */
export function cachedOffsets(measure: OffsetAt): OffsetAt {
  const spans = new Map<number, Span>();
  let span = remembered(measuredSpan(0, measure));

  return (utcMs) => {
    const index = Math.floor(utcMs / spanMs);
    if (index !== span.index) span = spans.get(index) ?? remembered(measuredSpan(index, measure));
    return utcMs < span.changesAt ? span.before : span.after;
  };

  function remembered(measured: Span): Span {
    if (spans.size >= spansMax) spans.clear();
    spans.set(measured.index, measured);
    return measured;
  }
}

/** The first whole second after `from`, `to` at the latest, at which `reached` holds; once reached it must stay so. */
export function firstSecond(
  {from, to}: {readonly from: number; readonly to: number},
  reached: (utcMs: number) => boolean,
): number {
  let low = Math.floor(from / 1000);
  let high = Math.ceil(to / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle * 1000)) high = middle;
    else low = middle;
  }
  return high * 1000;
}

function measuredSpan(index: number, measure: OffsetAt): Span {
  const start = index * spanMs;
  const before = measure(start);
  const after = measure(start + spanMs);
  if (before === after) return {index, before, after, changesAt: start};

  const changesAt = firstSecond({from: start, to: start + spanMs}, (utcMs) => measure(utcMs) === after);
  return {index, before, after, changesAt};
}
