import type {IntakeState} from '#core/intake/messages.ts';

/** What accepting would do, or why it cannot be done yet. */
export type Verdict =
  | {readonly kind: 'orders' | 'rates'; readonly count: number}
  /** Everything is here already; the files can only be put away. */
  | {readonly kind: 'nothing' | 'refused' | 'reading'}
  | {readonly kind: 'asks'; readonly name: string};

export function verdictOf({phase, files, counts}: IntakeState): Verdict {
  if (phase === 'reading' || phase === 'paused') return {kind: 'reading'};
  const asking = files.find(({status}) => status === 'asks');
  if (asking) return {kind: 'asks', name: asking.name};
  const ready = files.filter(({status}) => status === 'ready');
  if (ready.length === 0) return {kind: 'refused'};
  const orders = counts.new + counts.changed + counts.conflicting;
  if (orders > 0) return {kind: 'orders', count: orders};
  const days = ready.reduce((sum, file) => sum + (file.rateDays?.count ?? 0), 0);
  return days > 0 ? {kind: 'rates', count: days} : {kind: 'nothing'};
}
