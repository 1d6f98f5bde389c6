import type {Id} from '../../lib/id.ts';
import type {Outcome} from '../../sync/replica.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {Carriers} from '../tracking/carriers.ts';
import type {Parts} from '../tracking/form.ts';
import type {Drawn, DrawnNumber} from './draw.ts';
import type {NumberKind} from './number-kinds.ts';
import type {NumberRange} from './schema.ts';
import type {Outcome as Fate} from './settle.ts';

/** What a page asks about numbers. */

/** A range as a person enters it from the carrier's letter. */
export type EnteredRange = Pick<
  NumberRange,
  'scheme' | 'account' | 'fixed' | 'from' | 'to' | 'validFrom' | 'validTo' | 'wrap' | 'wrapAfterDays' | 'alertBelow'
>;

/** How the first and the last number of a range look on a label; what each parcel tells of its own stands as dots. */
export interface RangeLook {
  readonly first: string;
  readonly last: string;
  readonly leased: number;
}

export interface NumberCalls {
  /** Every range as it is now, and the desk that asks: it gives the numbers of its own alone. */
  'numbers.ranges': {
    readonly args: null;
    readonly answer: {readonly desk: string; readonly ranges: readonly NumberRange[]};
  };
  /** The kinds of numbers that carriers give to sellers. */
  'numbers.kinds': {readonly args: null; readonly answer: readonly NumberKind[]};
  /** What carriers are called, by everybody and by each channel. */
  'numbers.carriers': {readonly args: null; readonly answer: Pick<Carriers, 'names' | 'calledBy'>};
  /** What `numbers.register` would say, and how the numbers look. */
  'numbers.preview': {readonly args: {readonly range: EnteredRange}; readonly answer: RangeLook};
  'numbers.register': {readonly args: {readonly range: EnteredRange}; readonly answer: NumberRange};
  /**
   * Numbers for a whole batch or none, one for each entry of `parts`: what its parcel says of its number. Once answered they are burnt
   * in store and journal, and this window says with `numbers.settle` what became of each; gone, it leaves them void.
   */
  'numbers.draw': {
    readonly args: {
      readonly scheme: string;
      readonly account: string;
      readonly parts: readonly Parts[];
      readonly on: LocalDate;
    };
    readonly answer: Pick<Drawn, 'numbers' | 'low'>;
  };
  'numbers.settle': {
    readonly args: {readonly numbers: readonly Omit<DrawnNumber, 'number'>[]; readonly outcome: Fate};
    readonly answer: null;
  };
  'numbers.end': {readonly args: {readonly rangeId: Id<'numberRange'>}; readonly answer: Outcome};
  /** Gives the numbers of another desk's range here, from `next` on: its digits, as `from` and `to` are written. */
  'numbers.take': {
    readonly args: {readonly rangeId: Id<'numberRange'>; readonly next: string};
    readonly answer: Outcome;
  };
}
export type NumberCallName = keyof NumberCalls;
