import {type Dice, dice} from '../../lib/dice.ts';

/** What can happen in a simulation, and how often beside the others. */
const often = {
  act: 30,
  save: 14,
  push: 16,
  pull: 16,
  carry: 46,
  kill: 3,
  killMaster: 2,
  deafMaster: 1,
  full: 2,
  lead: 10,
  snapshot: 4,
  lose: 3,
  clone: 3,
  restore: 2,
  join: 1,
  cut: 2,
  upgrade: 3,
} as const;
export type StepKind = keyof typeof often;
const kinds = Object.keys(often) as StepKind[];

/** One thing that happens. It depends on nothing but itself and what it meets, so others can be left out. */
export interface Step {
  readonly kind: StepKind;
  /** Which desk, counted round. */
  readonly desk: number;
  /** What its own dice are made from. */
  readonly seed: string;
}

export interface Plan {
  readonly seed: number;
  readonly desks: number;
  /** Nothing is lost, killed or copied, and only the first desk acts: then every guess must come true. */
  readonly isCalm: boolean;
  readonly steps: readonly Step[];
}

const calmKinds: readonly StepKind[] = ['act', 'save', 'push', 'pull', 'carry', 'snapshot'];

/** The plan of a seed. */
export function planOf(seed: number, {stepsMost = 160}: {readonly stepsMost?: number} = {}): Plan {
  const thrown = dice(seed).fork('plan');
  const isCalm = thrown.chance(0.06);
  // Some seeds know only few kinds of trouble: what they show is easier to see, and more of it comes together.
  const allowed = isCalm ? calmKinds : kinds.filter((kind) => calmKinds.includes(kind) || thrown.chance(0.6));
  const desks = thrown.integer(2, 6);
  const count = thrown.integer(Math.floor(stepsMost / 3), stepsMost);
  const steps = Array.from({length: count}, (_, at) => stepOf(thrown, {allowed, desks, isCalm, at}));
  return {seed, desks, isCalm, steps};
}

function stepOf(
  thrown: Dice,
  {
    allowed,
    desks,
    isCalm,
    at,
  }: {readonly allowed: readonly StepKind[]; readonly desks: number; readonly isCalm: boolean; readonly at: number},
): Step {
  const kind = thrown.weighted(allowed, (one) => often[one]);
  const desk = isCalm && kind === 'act' ? 0 : thrown.integer(0, desks - 1);
  return {kind, desk, seed: `${at} ${thrown.next()}`};
}
