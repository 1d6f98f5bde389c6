/** What a scale says: so many grams, lying still or not; or nothing that counts, where it is empty, overloaded or asks to be set to zero. */
export type Weighing =
  | {readonly says: 'weight'; readonly grams: number; readonly isStable: boolean}
  | {readonly says: 'nothing'; readonly why: 'empty' | 'overload' | 'fault'};

const gramsPer: Readonly<Record<string, number>> = {
  g: 1,
  gram: 1,
  kg: 1_000,
  lb: 453.59237,
  lbs: 453.59237,
  oz: 28.349523125,
};
/** Overload, and the words of scales for it. */
const overload = /(?:^S \+|\bOL\b|OVER|\bO-?LOAD\b)/i;
const fault = /(?:^S [-I]|^ES\b|\bERR|\bUL\b|UNDER)/i;
const unstable = /^(?:S D|US\b|UNST|MOT|\?)|\?\s*$/i;
const amount = /([-+]?)\s*(\d{1,6}(?:[.,]\d{1,5})?)\s*(kg|g|gram|lbs?|oz)\b/i;

/**
 * A line as serial scales write it. They agree on nothing but a number and its unit: `S S 1.234 kg` (Mettler SICS), `ST,GS,+ 1.234kg`
 * (A&D, CAS), `1.234 kg` (most others). Undefined for what says no weight at all.
 */
export function weighingOfLine(line: string): Weighing | undefined {
  const text = line.trim();
  if (overload.test(text)) return {says: 'nothing', why: 'overload'};
  const [, sign, number = '', unit = ''] = amount.exec(text) ?? [];
  if (number === '') return fault.test(text) ? {says: 'nothing', why: 'fault'} : undefined;
  const grams = Math.round(Number(number.replace(',', '.')) * (gramsPer[unit.toLowerCase()] ?? 1));
  return weight(sign === '-' ? -grams : grams, !unstable.test(text));
}

const hidReport = 3;
/** Scale status of the USB HID point-of-sale usage tables, 4.4: 2 is stable at zero, 3 moves, 4 is stable, 5 under zero, 6 over the limit. */
const hidStatus = {fault: 1, zero: 2, moving: 3, stable: 4, under: 5, over: 6} as const;
/** The units of its weight, 4.6: milligram, gram, kilogram, carat, tael, grain, pennyweight, tonne, ton, troy ounce, ounce, pound. */
const hidGrams = [
  0, 0.001, 1, 1_000, 0.2, 37.5, 0.06479891, 1.55517384, 1e6, 907184.74, 31.1034768, 28.349523125, 453.59237,
];

/** A report of a USB scale: number 3, its status, unit, power of ten and amount. Undefined for other reports. */
export function weighingOfReport(reportId: number, bytes: DataView): Weighing | undefined {
  if (reportId !== hidReport || bytes.byteLength < 5) return undefined;
  const [status, unit] = [bytes.getUint8(0), bytes.getUint8(1)];
  const grams = bytes.getUint16(3, true) * 10 ** bytes.getInt8(2) * (hidGrams[unit] ?? 0);
  switch (status) {
    case hidStatus.zero:
      return weight(0, true);
    case hidStatus.moving:
    case hidStatus.stable:
      return weight(Math.round(grams), status === hidStatus.stable);
    case hidStatus.over:
      return {says: 'nothing', why: 'overload'};
    default:
      return {says: 'nothing', why: 'fault'};
  }
}

function weight(grams: number, isStable: boolean): Weighing {
  return grams <= 0 ? {says: 'nothing', why: 'empty'} : {says: 'weight', grams, isStable};
}
