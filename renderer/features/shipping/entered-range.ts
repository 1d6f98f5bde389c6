import type {Fault, FaultCode} from '#core/faults.ts';
import type {EnteredRange} from '#core/shipping/ranges/messages.ts';
import type {NumberKind} from '#core/shipping/ranges/number-kinds.ts';
import type {LocalDate} from '#core/time/local-date.ts';

/** What is written in the form, as it is written. */
export interface RangeText {
  readonly account: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly wrap: EnteredRange['wrap'];
  readonly wrapDays: string;
  readonly alertBelow: string;
}

export const blankRange: RangeText = {
  account: '',
  parts: {},
  from: '',
  to: '',
  validFrom: '',
  validTo: '',
  wrap: 'end',
  wrapDays: '365',
  alertBelow: '50',
};

export type RangeField =
  | 'account'
  | 'from'
  | 'to'
  | 'validFrom'
  | 'validTo'
  | 'wrapDays'
  | 'alertBelow'
  | `part ${string}`;

const wrapDaysMost = 3_660;

/** What the form asks for and does not have, by its field. */
export function missingIn(text: RangeText, {contract}: NumberKind): ReadonlySet<RangeField> {
  const missing = new Set<RangeField>();
  if (text.account.trim() === '') missing.add('account');
  for (const {name, only} of contract) {
    if (only === undefined && (text.parts[name] ?? '').trim() === '') missing.add(`part ${name}`);
  }
  for (const field of ['from', 'to'] as const) if (!/^\d{1,20}$/.test(text[field].trim())) missing.add(field);
  const days = Number(text.wrapDays);
  const isDays = Number.isInteger(days) && days >= 1 && days <= wrapDaysMost;
  if (text.wrap === 'again' && !isDays) missing.add('wrapDays');
  if (!/^\d{1,9}$/.test(text.alertBelow.trim())) missing.add('alertBelow');
  return missing;
}

/** The range that a form without gaps tells. */
export function rangeOf(text: RangeText, {scheme, contract, parcel}: NumberKind): EnteredRange {
  const fixed = [...contract, ...parcel].flatMap(({name, only}) => {
    const written = (only ?? text.parts[name] ?? '').trim().toUpperCase();
    return written === '' ? [] : [{part: name, text: written}];
  });
  return {
    scheme,
    account: text.account.trim(),
    fixed,
    from: text.from.trim(),
    to: text.to.trim(),
    ...(text.validFrom !== '' && {validFrom: text.validFrom as LocalDate}),
    ...(text.validTo !== '' && {validTo: text.validTo as LocalDate}),
    wrap: text.wrap,
    ...(text.wrap === 'again' && {wrapAfterDays: Number(text.wrapDays)}),
    alertBelow: Number(text.alertBelow),
  };
}

const fields: Partial<Record<FaultCode, RangeField>> = {
  'shipping.range_overlaps': 'from',
  'shipping.range_wrong_digits': 'from',
  'shipping.range_too_long': 'to',
};

/** The field that a fault is about; undefined for one of none. */
export function fieldOf({code, values}: Fault): RangeField | undefined {
  if (code === 'shipping.number_part_wrong') return `part ${values.part}`;
  // Of days or of numbers.
  if (code === 'shipping.range_reversed') return String(values.from).includes('-') ? 'validTo' : 'to';
  return fields[code];
}
