import {dateOfDay, dateParts, dayMs, dayNumber, localDate} from '../time/local-date.ts';
import {monthOfWord} from './month-words.ts';
import {zoneOffsetMinutes} from './zone-words.ts';

/** Which number comes first in `03/04/2026`. */
export type DateOrder = 'dmy' | 'mdy';

/** A date as written, before it is known which of its numbers is the day. */
export interface WrittenDate {
  readonly year: number;
  /** Month and day where the text itself tells them apart; else `first` and `second` as they stand. */
  readonly month?: number;
  readonly day?: number;
  readonly first?: number;
  readonly second?: number;
  /** Which order the text itself shows, where day and month are both numbers in one of two orders. */
  readonly shows?: DateOrder;
  /** Time of day in milliseconds. */
  readonly timeMs: number;
  /** Minutes east of UTC where the text tells it. */
  readonly offsetMinutes?: number;
  /** The instant itself: seconds since 1970. */
  readonly epochMs?: number;
}

const lengthMax = 60;
const clock = String.raw`(?:(?:[T ,]|\s+at\s+|\s+um\s+|\s+à\s+)*\s*(上午|下午)?\s*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(?:Uhr)?\s*([AaPp]\.?\s?[Mm]\.?|上午|下午)?\s*\(?([A-Za-z]{1,5}|[-+]\d{1,2}:?\d{0,2}|(?:UTC|GMT)\s?[-+]\d{1,2}:?\d{0,2})?\)?(?:\s?\((?:UTC|GMT)[-+]?\d{0,2}:?\d{0,2}\))?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})` + clock, 'u');
const yearLast = new RegExp(String.raw`^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})` + clock, 'u');
const eastern = new RegExp(String.raw`^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]` + clock, 'u');
const letters = String.raw`(\p{L}[\p{L}\p{M}]{1,14})\.?`;
const weekday = String.raw`^(?:\p{L}{2,12}\.?,?\s+)??`;
const dayWord = new RegExp(
  weekday +
    String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[-\s/]*(?:de\s+)?${letters}[-\s,/]*(?:de\s+)?(\d{4}|\d{2})` +
    clock,
  'u',
);
const wordDay = new RegExp(
  weekday + String.raw`${letters}[-\s]*(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4}|\d{2})` + clock,
  'u',
);
const yearWord = new RegExp(String.raw`^(\d{4})[-\s]${letters}[-\s](\d{1,2})` + clock, 'u');
const digitsOnly = /^\d+$/;
const serial = /^[2-9]\d{4}(?:\.\d+)?$/;
const serialOf1970 = 25_569; // spreadsheets count days from 1899-12-30

/** Reads the dates that export files write, in numbers and in English, German, French, Spanish, Italian, Dutch, Portuguese, Chinese. Undefined for other texts. */
export function writtenDate(text: string): WrittenDate | undefined {
  if (text.length > lengthMax) return undefined;
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC').replaceAll(/\s+/gu, ' ');
  if (digitsOnly.test(plain) || serial.test(plain)) return inDigits(plain);

  const iso = yearFirst.exec(plain);
  if (iso) return certain({year: iso[1], month: Number(iso[3]), day: iso[4]}, iso.slice(5));
  const numbers = yearLast.exec(plain);
  if (numbers) return eitherOrder(numbers);
  const cjk = eastern.exec(plain);
  if (cjk) return certain({year: cjk[1], month: Number(cjk[2]), day: cjk[3]}, cjk.slice(4));

  for (const [form, year, word, day] of [
    [dayWord, 3, 2, 1],
    [wordDay, 3, 1, 2],
    [yearWord, 1, 2, 3],
  ] as const) {
    const found = form.exec(plain);
    const month = found ? monthOfWord(found[word] ?? '') : undefined;
    if (found && month !== undefined) return certain({year: found[year], month, day: found[day]}, found.slice(4));
  }
  return undefined;
}

/** The time on the wall clock, in milliseconds since it showed 1970-01-01T00:00; undefined for days that do not exist. */
export function wallMsOf(date: WrittenDate, order: DateOrder): number | undefined {
  const month = date.month ?? (order === 'dmy' ? date.second : date.first);
  const day = date.day ?? (order === 'dmy' ? date.first : date.second);
  if (month === undefined || day === undefined) return undefined;
  const found = localDate(`${padded(date.year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
  return found.ok ? dayNumber(found.value) * dayMs + date.timeMs : undefined;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function eitherOrder(found: RegExpExecArray): WrittenDate | undefined {
  const [, a = '', sign = '', b = '', year = ''] = found;
  const first = Number(a);
  const second = Number(b);
  const shows = first > 12 ? 'dmy' : second > 12 ? 'mdy' : sign === '.' ? 'dmy' : undefined;
  const time = timeOf(found.slice(5));
  if (!time || first > 31 || second > 31 || (first > 12 && second > 12)) return undefined;
  // The first of January is the same in both orders, and so are eleven other days.
  if (first === second) return {year: fullYear(year), month: first, day: second, ...time};
  return {year: fullYear(year), first, second, ...(shows ? {shows} : {}), ...time};
}

function certain(
  {year, month, day}: {readonly year: string | undefined; readonly month: number; readonly day: string | undefined},
  clockParts: readonly (string | undefined)[],
): WrittenDate | undefined {
  const time = timeOf(clockParts);
  return time ? {year: fullYear(year ?? ''), month, day: Number(day), ...time} : undefined;
}

function timeOf(
  parts: readonly (string | undefined)[],
): {readonly timeMs: number; readonly offsetMinutes?: number} | undefined {
  const [before, hours, minutes, seconds = '0', after, zoneWord] = parts;
  if (hours === undefined) return {timeMs: 0};
  const half = (before ?? after ?? '').replaceAll(/[^a-z上下]/giu, '').toLowerCase();
  let hour = Number(hours);
  if (half !== '') {
    if (hour > 12 && half !== 'pm' && half !== '下') return undefined;
    if ((half === 'pm' || half === '下') && hour < 12) hour += 12;
    if ((half === 'am' || half === '上') && hour === 12) hour = 0;
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const timeMs = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (zoneWord === undefined || zoneWord === '') return {timeMs};

  const offsetMinutes = zoneOffsetMinutes(zoneWord);
  return offsetMinutes === undefined ? undefined : {timeMs, offsetMinutes};
}

function inDigits(text: string): WrittenDate | undefined {
  const year = Number(text.slice(0, 4));
  const fromYear = year >= 1970 && year <= 2100;
  if (serial.test(text)) {
    const seconds = Math.round((Number(text) - serialOf1970) * 86_400);
    const days = Math.floor(seconds / 86_400);
    return {...dateParts(dateOfDay(days)), timeMs: (seconds - days * 86_400) * 1000};
  }
  if (text.length === 8 && fromYear) {
    return {year, month: Number(text.slice(4, 6)), day: Number(text.slice(6)), timeMs: 0};
  }
  if ((text.length === 14 || text.length === 12) && fromYear) {
    const time = timeOf([undefined, text.slice(8, 10), text.slice(10, 12), text.slice(12) || '0']);
    return time && {year, month: Number(text.slice(4, 6)), day: Number(text.slice(6, 8)), ...time};
  }
  if (text.length === 10 || text.length === 13) {
    return {year: 1970, timeMs: 0, epochMs: text.length === 10 ? Number(text) * 1000 : Number(text)};
  }
  return undefined;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
