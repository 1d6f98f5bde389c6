import {id} from '../../lib/id.ts';
import {type Shaped, branded, integer, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';
import type {LocalDate} from '../../time/local-date.ts';

const instant = branded<Instant>(integer({min: 0}));
const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const localDate = branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/));
const digits = pattern(/^\d{1,20}$/);
const partName = pattern(/^[a-z][a-zA-Z]{0,19}$/);
const count = integer({min: 0});

/** What a carrier's contract says of every number of a range: mailer id, company prefix, service. By the part of the number it fills. */
const fixedPart = object({part: partName, text: pattern(/^[A-Z0-9]{1,40}$/)});

/**
 * Numbers a carrier has given to an account, `from` to `to` with both ends. What stands below `alertBelow` is where we are:
 * how many of this round were drawn, and what became of them. What was drawn and is neither used nor void is in hand.
 */
export const numberRanges = defineTable(
  'numberRanges',
  {
    id: id('numberRange'),
    scheme: pattern(/^[a-z0-9_]{2,40}$/),
    account: text({min: 1, max: 60}),
    /** The desk that gives its numbers: no other does, whoever else sees the range. */
    desk: name,
    /** By what the other desks of the shop know that one. */
    replica: optional(name),
    fixed: list(fixedPart, {max: 10}),
    /** The first and the last text of the part that counts up; which that is the scheme tells. */
    from: digits,
    to: digits,
    validFrom: optional(localDate),
    validTo: optional(localDate),
    /** What the carrier says of the time after the last number: none comes, or the first again, so many days after the last. */
    wrap: oneOf(['end', 'again']),
    wrapAfterDays: optional(integer({min: 1, max: 3_660})),
    /** A person is told when fewer are free. */
    alertBelow: count,
    round: count,
    drawn: count,
    used: count,
    voided: count,
    /** Void and in no draw: numbers that are passed over because nobody knows whether they went out. */
    skipped: count,
    /** From here on it gives no numbers; those it has not given are free for another range. */
    endedAt: optional(instant),
    lastDrawnOn: optional(localDate),
  },
  {keys: {byScheme: ['scheme', 'account']}},
);
export type NumberRange = RowOf<typeof numberRanges>;

/** More ranges than this nobody is given. */
export const rangesMax = 10_000;

/** One draw takes at most this many numbers. */
export const drawMax = 10_000;

/**
 * Numbers drawn at once from one range: `count` of them, `first` being their place in it. `marks` says what became of each:
 * b burnt (drawn, nothing known yet), u used, v void. A mark only ever changes from b.
 */
export const numberDraws = defineTable(
  'numberDraws',
  {
    id: id('numberDraw'),
    rangeId: id('numberRange'),
    /** The window that drew them, and alone knows what becomes of them. */
    window: name,
    round: count,
    first: count,
    marks: pattern(/^[buv]{1,10000}$/),
    /** `open` while one of its numbers is burnt. */
    state: oneOf(['open', 'settled']),
  },
  {keys: {byRange: ['rangeId'], byState: ['state']}},
);
export type NumberDraw = RowOf<typeof numberDraws>;

export type FixedPart = Shaped<typeof fixedPart>;
