import {quantile} from '../grid/samples.ts';

/** One line of what is promised; without a limit it is told and decides nothing. */
export interface Figure {
  readonly title: string;
  readonly value: number;
  /** What stands behind the value: `x` for a ratio. */
  readonly unit: 'x' | ' ms' | ' bytes' | ' KB' | ' s';
  readonly most?: number;
}

export function isKept({value, most}: Figure): boolean {
  return most === undefined || value <= most;
}

export function lineOf(figure: Figure): string {
  const {title, value, unit, most} = figure;
  const promise = most === undefined ? '' : `<= ${String(most)}${unit}`;
  const verdict = most === undefined ? '' : isKept(figure) ? 'kept' : 'BROKEN';
  return `${title.padEnd(72)} ${`${amount(value)}${unit}`.padStart(12)}  ${promise.padEnd(12)} ${verdict}`;
}

function amount(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Of medians. Sides that took no turn give no figure. */
export function ratioOf(
  title: string,
  {ours, to, most}: {readonly ours: readonly number[]; readonly to: readonly number[]; readonly most?: number},
): readonly Figure[] {
  if (ours.length === 0 || to.length === 0) return [];
  return [{title, value: median(ours) / median(to), unit: 'x', ...(most !== undefined && {most})}];
}
