import type {TFunction} from 'i18next';
import type {OrderId} from '#core/orders/schema.ts';
import type {Verdict} from '#core/shipping/bought/judge-labels.ts';
import type {Meaning} from '../../ui/status-mark.tsx';

export const meaningOfVerdict: Readonly<Record<Verdict['is'], Meaning>> = {
  matched: 'good',
  asked: 'watch',
  stranger: 'stop',
  unread: 'watch',
  double: 'stop',
  left: 'note',
};

/** What a label is, in a few words. */
export function verdictWord(t: TFunction<'bought'>, verdict: Verdict, numberOfOrder: (id: OrderId) => string): string {
  switch (verdict.is) {
    case 'matched':
      return t('verdict.matched', {number: numberOfOrder(verdict.orderId)});
    case 'asked':
      return t(`verdict.asked.${verdict.why}`);
    case 'double':
      return t(`verdict.double.${verdict.of}`);
    case 'stranger':
    case 'unread':
    case 'left':
      return t(`verdict.${verdict.is}`);
  }
}

/** Why it is that, and what can be done: a sentence. */
export function verdictReason(t: TFunction<'bought'>, verdict: Verdict): string {
  switch (verdict.is) {
    case 'matched':
      return t(`reason.matched.${verdict.by}`);
    case 'asked':
      return t(`reason.asked.${verdict.why}`);
    case 'double':
      return t(`reason.double.${verdict.of}`);
    case 'stranger':
    case 'unread':
    case 'left':
      return t(`reason.${verdict.is}`);
  }
}
