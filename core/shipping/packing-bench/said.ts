import type {Fault} from '../../faults.ts';

/** How the bench feels about what just happened; each mood has its colour, its shape and its sound. A note has none. */
export const moods = ['right', 'wrong', 'done', 'stop', 'note'] as const;
export type Mood = (typeof moods)[number];

/** Everything the bench says, and how. `wrong` and `stop` stay on the screen until something right is scanned. */
const moodOf = {
  badge: 'note',
  badgeFirst: 'stop',
  ready: 'note',
  hello: 'right',
  looking: 'note',
  unknown: 'wrong',
  unreadable: 'wrong',
  several: 'stop',
  opened: 'right',
  offered: 'right',
  together: 'right',
  apart: 'note',
  nobodyElse: 'wrong',
  sameOrder: 'note',
  cancelled: 'stop',
  heldOrder: 'stop',
  notReleased: 'stop',
  shipped: 'stop',
  returned: 'stop',
  takeOut: 'stop',
  nextPackage: 'right',
  right: 'right',
  extra: 'wrong',
  notInOrder: 'wrong',
  nothingToTeach: 'wrong',
  serialTwice: 'wrong',
  serialOne: 'wrong',
  times: 'note',
  undone: 'note',
  nothingToUndo: 'wrong',
  nothingPacked: 'wrong',
  weigh: 'note',
  weightOff: 'stop',
  making: 'right',
  wait: 'wrong',
  unmade: 'stop',
  scanLabel: 'note',
  labelWrong: 'wrong',
  labelFirst: 'wrong',
  labelVoid: 'stop',
  closed: 'done',
  orderDone: 'done',
  closedAlready: 'note',
  reprinting: 'note',
  voided: 'note',
  voidFirst: 'wrong',
  reopened: 'note',
  aborted: 'note',
  leftOpen: 'note',
  held: 'note',
  problem: 'note',
  notNow: 'wrong',
} as const satisfies Readonly<Record<string, Mood>>;

export type SayCode = keyof typeof moodOf;
export const sayCodes = Object.keys(moodOf) as readonly SayCode[];

export interface Said {
  readonly code: SayCode;
  readonly mood: Mood;
  readonly values: Readonly<Record<string, string | number>>;
  /** Why a label could not be made. */
  readonly fault?: Fault;
}

export function said(code: SayCode, values: Said['values'] = {}, fault?: Fault): Said {
  return {code, mood: moodOf[code], values, ...(fault && {fault})};
}
