import type {OrderId} from '../../orders/schema.ts';
import {type FoundOrder, type MatchedBy, type WaitingOrder, orderBookOf} from './find-order.ts';
import type {LabelNumber, LabelText} from './label-number.ts';

/** A label that was cut out of a file, as far as it was read. `key` names it for ever: the same file read again gives the same. */
export interface ReadLabel {
  readonly key: string;
  readonly text: LabelText;
  readonly number: LabelNumber;
}

/** What a person says of a label. */
export type Choice = {readonly orderId: OrderId} | 'leave';

/** What is wrong with a label that is one too many. */
export type DoubleOf = 'file' | 'taken' | 'parcel' | 'order';

export type Verdict =
  | {readonly is: 'matched'; readonly orderId: OrderId; readonly by: MatchedBy}
  /** A person has to say whose it is. */
  | {readonly is: 'asked'; readonly why: 'several' | 'numbers' | 'elsewhere'; readonly orderIds: readonly OrderId[]}
  /** It was read, and no order that waits is its. */
  | {readonly is: 'stranger'; readonly near: readonly OrderId[]}
  /** Nothing on it could be read. */
  | {readonly is: 'unread'}
  /** Its number was in a file before (`file` of these, `taken` earlier), is on a parcel, or its order has a label already. */
  | {readonly is: 'double'; readonly of: DoubleOf; readonly orderId?: OrderId}
  /** A person leaves it out. */
  | {readonly is: 'left'};

/** What the shop knows of labels that came before. */
export interface LabelsBefore {
  /** Carriers' numbers of labels that were taken in earlier. */
  readonly taken: ReadonlySet<string>;
  /** Carriers' numbers of parcels. */
  readonly parcels: ReadonlySet<string>;
  /** Orders that have a label already that no parcel has used. */
  readonly labelled: ReadonlySet<OrderId>;
}

export interface Judged {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Orders that wait and have no label, of these files or earlier. */
  readonly without: readonly OrderId[];
}

const strength: Readonly<Record<MatchedBy, number>> = {person: 3, tracking: 2, number: 2, address: 1};

/**
 * What each label is, all of them together. A carrier's number is on one label only: whatever a person says, the second is a double. An
 * order gets one label by itself, the one that speaks loudest; a person may give it more, for it may go in two packages.
 */
export function judgeLabels(
  labels: readonly ReadLabel[],
  waiting: readonly WaitingOrder[],
  before: LabelsBefore,
  choices: ReadonlyMap<string, Choice>,
): Judged {
  const book = orderBookOf(waiting);
  const verdicts = new Map<string, Verdict>();
  const seen = new Set<string>();
  for (const label of labels) {
    const choice = choices.get(label.key);
    const number = numberOf(label);
    const double = choice === 'leave' ? undefined : doubleOf(number, seen, before);
    if (number !== undefined && choice !== 'leave') seen.add(number);
    if (choice === 'leave') verdicts.set(label.key, {is: 'left'});
    else if (double) verdicts.set(label.key, {is: 'double', of: double});
    else if (choice) verdicts.set(label.key, {is: 'matched', orderId: choice.orderId, by: 'person'});
    else verdicts.set(label.key, verdictOf(label, book.find(label.text, number)));
  }
  const given = oneEach(verdicts, before.labelled);
  return {verdicts, without: waiting.map(({orderId}) => orderId).filter((orderId) => !given.has(orderId))};
}

function verdictOf({number, text}: ReadLabel, found: FoundOrder): Verdict {
  if (number.is === 'several') return {is: 'asked', why: 'numbers', orderIds: idsIn(found)};
  switch (found.is) {
    case 'one':
      return {is: 'matched', orderId: found.orderId, by: found.by};
    case 'several':
      return {is: 'asked', why: 'several', orderIds: found.orderIds};
    case 'elsewhere':
      return {is: 'asked', why: 'elsewhere', orderIds: [found.orderId]};
    case 'none':
      return number.is === 'none' && text.lines.length === 0 ? {is: 'unread'} : {is: 'stranger', near: found.near};
  }
}

function idsIn(found: FoundOrder): readonly OrderId[] {
  switch (found.is) {
    case 'one':
    case 'elsewhere':
      return [found.orderId];
    case 'several':
      return found.orderIds;
    case 'none':
      return found.near;
  }
}

function numberOf({number}: ReadLabel): string | undefined {
  return number.is === 'number' ? number.tracking.number : undefined;
}

function doubleOf(number: string | undefined, seen: ReadonlySet<string>, before: LabelsBefore): DoubleOf | undefined {
  if (number === undefined) return undefined;
  if (seen.has(number)) return 'file';
  if (before.parcels.has(number)) return 'parcel';
  return before.taken.has(number) ? 'taken' : undefined;
}

/** Leaves each order the label that speaks loudest, the first of equals; answers the orders that have one. */
function oneEach(verdicts: Map<string, Verdict>, labelled: ReadonlySet<OrderId>): ReadonlySet<OrderId> {
  const given = new Map<OrderId, number>();
  const matched = [...verdicts].flatMap(([key, verdict]) => (verdict.is === 'matched' ? [{key, ...verdict}] : []));
  for (const {key, orderId, by} of matched.toSorted((a, b) => strength[b.by] - strength[a.by])) {
    const isTaken = given.has(orderId) || labelled.has(orderId);
    if (isTaken && by !== 'person') verdicts.set(key, {is: 'double', of: 'order', orderId});
    else given.set(orderId, strength[by]);
  }
  return new Set([...given.keys(), ...labelled]);
}
