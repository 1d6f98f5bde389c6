import type {OrderId} from '#core/orders/schema.ts';
import type {Judged, Verdict} from '#core/shipping/bought/judge-labels.ts';
import type {SessionLabel} from '../../app/labels/label-session.ts';
import type {ClosedOrder} from './use-closed-orders.ts';

/** What the list shows: all labels, or those of one kind; `without` are orders. */
export const shown = ['all', 'matched', 'asked', 'stranger', 'double', 'unread', 'left', 'without'] as const;
export type Shown = (typeof shown)[number];

export interface JudgedLabel {
  readonly label: SessionLabel;
  readonly verdict: Verdict;
  /** The order it names, where that wants no label any more. */
  readonly closed?: ClosedOrder | undefined;
}

export function judgedLabels(
  labels: readonly SessionLabel[],
  {verdicts}: Judged,
  closed: ReadonlyMap<string, ClosedOrder>,
): readonly JudgedLabel[] {
  return labels.flatMap((label) => {
    const verdict = verdicts.get(label.key);
    return verdict ? [{label, verdict, closed: verdict.is === 'stranger' ? closed.get(label.key) : undefined}] : [];
  });
}

/** How many there are of each kind. */
export function countsOf(judged: readonly JudgedLabel[], without: readonly OrderId[]): Readonly<Record<Shown, number>> {
  const counts = {all: judged.length, matched: 0, asked: 0, stranger: 0, double: 0, unread: 0, left: 0};
  for (const {verdict} of judged) counts[verdict.is] += 1;
  return {...counts, without: without.length};
}

/** The number of a label as people tell it; blank where none could be read. */
export function numberOf({number}: SessionLabel): string {
  return number.is === 'number' ? number.tracking.number : '';
}

/** Orders that a person is most likely to mean. */
export function likelyOrders(verdict: Verdict): readonly OrderId[] {
  switch (verdict.is) {
    case 'matched':
      return [verdict.orderId];
    case 'asked':
      return verdict.orderIds;
    case 'stranger':
      return verdict.near;
    case 'double':
      return verdict.orderId === undefined ? [] : [verdict.orderId];
    case 'unread':
    case 'left':
      return [];
  }
}
