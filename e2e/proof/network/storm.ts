import type {Dice} from '#core/lib/dice.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import type {Fate, Kind, Passing} from '../../standin/road.ts';

/** What can happen to a message, and how often of a hundred. */
const often = {
  'lost on its way up': 8,
  'lost on its way down': 10,
  'sent twice': 10,
  'cut on its way up': 8,
  'cut on its way down': 14,
  late: 20,
  'let through': 30,
} as const;
export type Weather = keyof typeof often | 'answered by a portal' | 'answered by a liar';
const kinds = Object.keys(often) as (keyof typeof often)[];

const lateMsMost = 1_500;
/** Of each storm one part in five: whoever asks is sent to a page to sign in. */
const portalFrom = 0.4;
const portalTo = 0.6;
const portal = {
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><title>Hotel</title><p>Please sign in.</p>\n{"t":"head"}\n',
};

/** Bad weather on a road, for a while; what it did is counted. */
export class Storm {
  readonly counts = new Map<Weather | Kind, number>();
  readonly #dice: Dice;
  readonly #isLiar: boolean;
  #fromMs = 0;
  #untilMs = 0;

  /** The liar is the control: it says of every push that it has come, and lets none through. */
  constructor(dice: Dice, {isLiar}: {readonly isLiar: boolean}) {
    this.#dice = dice;
    this.#isLiar = isLiar;
  }

  begin(ms: number): void {
    this.#fromMs = Date.now();
    this.#untilMs = this.#fromMs + ms;
  }

  readonly fateOf = (passing: Passing): Fate => {
    if (this.#isLiar && this.#fromMs > 0 && passing.kind === 'push')
      return this.#counted('answered by a liar', {answer: lie(passing)});
    const now = Date.now();
    if (now >= this.#untilMs) return {};
    this.#count(passing.kind);
    const part = (now - this.#fromMs) / (this.#untilMs - this.#fromMs);
    if (part >= portalFrom && part < portalTo) return this.#counted('answered by a portal', {answer: portal});
    const what = this.#dice.weighted(kinds, (kind) => often[kind]);
    return this.#counted(what, this.#does(what));
  };

  #does(what: keyof typeof often): Fate {
    const share = this.#dice.integer(0, 1_000) / 1_000;
    switch (what) {
      case 'lost on its way up':
        return {isLostUp: true};
      case 'lost on its way down':
        return {isLostDown: true};
      case 'sent twice':
        return {isDoubled: true};
      case 'cut on its way up':
        return {cutUp: share};
      case 'cut on its way down':
        return {cutDown: share};
      case 'late':
        return {delayMs: Math.round(share * lateMsMost)};
      case 'let through':
        return {};
    }
  }

  #counted(what: Weather, fate: Fate): Fate {
    this.#count(what);
    return fate;
  }

  #count(what: Weather | Kind): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

function lie({body}: Passing): {readonly type: string; readonly body: string} {
  const told = parsedJson(body.toString().split('\n')[0] ?? '') as
    | {readonly from: {readonly n: number}; readonly count: number}
    | undefined;
  const n = (told?.from.n ?? 0) + (told?.count ?? 0);
  return {type: 'application/json', body: JSON.stringify({v: 1, epoch: 1, seq: n, n})};
}
