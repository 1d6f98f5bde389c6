import type {IntakeCallName, IntakeFile, IntakeState} from '#core/intake/messages.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Intake} from '../../../app/data/use-intake.ts';

/** A file of orders that was read and is clear. */
export const readFile: IntakeFile = {
  key: 'a',
  name: 'orders_export.csv',
  size: 7_148_000,
  status: 'ready',
  asks: [],
  kind: 'orders',
  format: 'shopify',
  confidence: 0.98,
  channel: 'shopify',
  container: 'text',
  encoding: 'utf-8',
  separator: ',',
  headerRow: 1,
  header: ['Name', 'Email', 'Created at', 'Total'],
  sample: [{row: 2, cells: ['#1001', 'mia@example.com', '03/04/2026', '12.50']}],
  choice: {},
  rows: 105_335,
  used: 105_334,
  rejected: 1,
  orders: 4_894,
  lines: 105_334,
  totals: {['GBP' as CurrencyCode]: 974_774_793},
  counts: {new: 4_890, changed: 2, unchanged: 1, conflicting: 1},
};

export const readState: IntakeState = {
  phase: 'ready',
  files: [readFile],
  counts: {new: 4_890, changed: 2, unchanged: 1, conflicting: 1},
  undecided: 1,
};

export interface HeardAsk {
  readonly ask: Intake['ask'];
  readonly heard: (readonly [IntakeCallName, unknown])[];
}

/** The other end of a page's questions: keeps what was asked, and gives the rows of the preview it was given. */
export function heardAsk(answers: Readonly<Partial<Record<IntakeCallName, unknown>>> = {}): HeardAsk {
  const heard: (readonly [IntakeCallName, unknown])[] = [];
  const ask = async (name: IntakeCallName, args: unknown) => {
    heard.push([name, args]);
    return {ok: true, value: answers[name] ?? null};
  };
  return {ask: ask as Intake['ask'], heard};
}
