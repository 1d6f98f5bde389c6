import type {FigureId} from './figures.ts';

export type Side = 'ours' | 'peer' | 'floor';

/** Everything that was measured, by figure and side. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(figure: FigureId, side: Side, ...values: readonly number[]): void {
    const name = `${figure} ${side}`;
    this.#values.set(name, [...(this.#values.get(name) ?? []), ...values]);
  }

  of(figure: FigureId, side: Side): readonly number[] {
    return this.#values.get(`${figure} ${side}`) ?? [];
  }

  /** Every single value, by figure and side. */
  all(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(this.#values);
  }
}

/** The value below which the given share of all lie (nearest rank); NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
