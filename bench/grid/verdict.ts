import {type Figure, type FigureId, type Promised, type Statistic, figures} from './figures.ts';
import {type Samples, type Side, quantile} from './samples.ts';

/** `late` is an absolute time that was missed: worth a look, but the machine may be the reason. */
export type Verdict = 'kept' | 'broken' | 'late' | 'not measured' | 'told';

export interface Line {
  readonly id: FigureId;
  readonly figure: Figure;
  readonly values: Readonly<Record<Side, number | undefined>>;
  readonly beside: Readonly<Record<Side, number | undefined>>;
  /** Ours divided by the peer, or by the floor where the promise is made to that. */
  readonly ratio: number | undefined;
  readonly verdict: Verdict;
}

const sides: readonly Side[] = ['ours', 'peer', 'floor'];

/** Every figure with its values and whether what was promised is kept. */
export function linesOf(samples: Samples): readonly Line[] {
  return (Object.entries(figures) as [FigureId, Figure][]).map(([id, figure]) => {
    const told = (statistic: Statistic | undefined): Line['values'] => {
      const values = sides.map((side) => [side, statistic && statisticOf(statistic, samples.of(id, side))]);
      return Object.fromEntries(values) as Line['values'];
    };
    const values = told(figure.statistic);
    const to = figure.promised?.kind === 'ratio' ? figure.promised.to : 'peer';
    const ratio = figure.unit !== '' ? ratioOf(values.ours, values[to]) : undefined;
    return {
      id,
      figure,
      values,
      beside: told(figure.beside),
      ratio,
      verdict: verdictOf(figure.promised, values.ours, ratio),
    };
  });
}

/** True when nothing that holds on every machine is broken. */
export function isKept(lines: readonly Line[]): boolean {
  return lines.every(({verdict}) => verdict !== 'broken' && verdict !== 'not measured');
}

function verdictOf(promised: Promised | undefined, ours: number | undefined, ratio: number | undefined): Verdict {
  if (!promised) return 'told';
  if (promised.kind === 'ratio')
    return ratio === undefined ? 'not measured' : ratio <= promised.most ? 'kept' : 'broken';
  if (ours === undefined) return 'not measured';
  if (promised.kind === 'time') return ours <= promised.mostMs ? 'kept' : 'late';
  return ours <= promised.most ? 'kept' : 'broken';
}

/** CPU time is counted in hundredths of a second: less than one is told as one. */
function ratioOf(ours: number | undefined, other: number | undefined): number | undefined {
  return ours === undefined || other === undefined ? undefined : ours / Math.max(other, 0.01);
}

function statisticOf(statistic: Statistic, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  switch (statistic) {
    case 'median':
      return quantile(values, 0.5);
    case 'p95':
      return quantile(values, 0.95);
    case 'p99':
      return quantile(values, 0.99);
    case 'max':
      return Math.max(...values);
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
  }
}
