/** An order as it is picked: what it holds, and by when it has to be sent. */
export interface ToPick {
  readonly number: string;
  readonly skus: readonly string[];
  readonly shipBy: number | undefined;
}

const natural = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/**
 * How a picker walks: orders of one and the same item together, in the natural order of their items, so that one walk to a bin serves them
 * all; orders of several items behind them, those to be sent sooner first.
 */
export function comparePicks(a: ToPick, b: ToPick): number {
  const [one, other] = [a.skus.length === 1 ? 0 : 1, b.skus.length === 1 ? 0 : 1];
  return (
    one - other ||
    (one === 0 ? natural.compare(a.skus[0] ?? '', b.skus[0] ?? '') : 0) ||
    (a.shipBy ?? Number.MAX_SAFE_INTEGER) - (b.shipBy ?? Number.MAX_SAFE_INTEGER) ||
    natural.compare(a.number, b.number)
  );
}
