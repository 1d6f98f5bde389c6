import {byBin} from '../../catalog/by-bin.ts';

/** An order as it is picked: what it holds and where that lies, and by when it has to be sent. */
export interface ToPick {
  readonly number: string;
  readonly skus: readonly string[];
  /** The first bin that the walk comes to for it; blank where nobody has told one. */
  readonly bin: string;
  readonly shipBy: number | undefined;
}

/**
 * How a picker walks: orders of one item in the order of the bins, those of one and the same item together; orders of several items
 * behind them, by the first bin they begin in. Of one place those to be sent sooner come first.
 */
export function comparePicks(a: ToPick, b: ToPick): number {
  const [one, other] = [a.skus.length === 1 ? 0 : 1, b.skus.length === 1 ? 0 : 1];
  return (
    one - other ||
    byBin(a.bin, b.bin) ||
    (one === 0 ? byBin(a.skus[0] ?? '', b.skus[0] ?? '') : 0) ||
    (a.shipBy ?? Number.MAX_SAFE_INTEGER) - (b.shipBy ?? Number.MAX_SAFE_INTEGER) ||
    byBin(a.number, b.number)
  );
}
