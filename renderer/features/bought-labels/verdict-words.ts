import type {i18n} from 'i18next';
import type {OrderId} from '#core/orders/schema.ts';
import type {Verdict} from '#core/shipping/bought/judge-labels.ts';
import type {Meaning} from '../../ui/status-mark.tsx';
import type {JudgedLabel} from './judged.ts';

export const meaningOfVerdict: Readonly<Record<Verdict['is'], Meaning>> = {
  matched: 'good',
  asked: 'watch',
  stranger: 'stop',
  unread: 'watch',
  double: 'stop',
  left: 'note',
};

/** What a label is, in a few words. */
export function verdictWord(
  words: i18n,
  {verdict, closed}: Pick<JudgedLabel, 'verdict' | 'closed'>,
  numberOfOrder: (id: OrderId) => string,
): string {
  const t = words.getFixedT(null, 'bought');
  if (closed) return t('verdict.closed', {number: closed.number, status: words.t(`orders:status.${closed.status}`)});
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
export function verdictReason(words: i18n, {verdict, closed}: Pick<JudgedLabel, 'verdict' | 'closed'>): string {
  const t = words.getFixedT(null, 'bought');
  if (closed) return t('reason.closed', {number: closed.number, status: words.t(`orders:status.${closed.status}`)});
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
