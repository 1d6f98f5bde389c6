import {dateOfDay, dayNumber, firstDay, lastDay, localDate} from '../../time/local-date.ts';
import {must} from '../../lib/assert.ts';

/** How a workbook counts days: Excel for Windows from 1900, with a 29 February that never was; old Macs from 1904. */
export type DateSystem = 1900 | 1904;

const daySeconds = 86_400;

function day(text: string): number {
  const date = localDate(text);
  return dayNumber(must(date.ok ? date.value : null, 'a date written here is one'));
}

// Day 1 is 1 January 1900; from day 61 on the invented 29 February has been counted.
const origins = {early: day('1899-12-31'), late: day('1899-12-30'), mac: day('1904-01-01')};
const inventedDay = 60;

/** A number as a spreadsheet shows it without a format: plain digits, no exponent, the 15 digits that are meant. */
export function plainNumber(text: string): string {
  const trimmed = text.trim();
  if (/^-?(0|[1-9]\d*)$/.test(trimmed)) return trimmed;
  const short = /^-?\d*\.\d*$/.test(trimmed) && trimmed.replace(/\D/g, '').length <= 15;
  if (short) return withoutEnd(trimmed);
  const number = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(number)) return trimmed;
  return withoutEnd(expanded(number.toPrecision(15)));
}

/** A day count as `YYYY-MM-DD HH:MM:SS`, or `HH:MM:SS` when it is a time of day only; null when it is no date. */
export function serialText(serial: number, system: DateSystem): string | null {
  const seconds = Math.round(serial * daySeconds);
  if (!Number.isFinite(serial) || seconds < 0) return null;
  const days = Math.floor(seconds / daySeconds);
  const time = clockText(seconds - days * daySeconds);
  if (system === 1900 && days === 0) return time;
  if (system === 1900 && days === inventedDay) return `1900-02-29 ${time}`;
  const origin = system === 1904 ? origins.mac : days < inventedDay ? origins.early : origins.late;
  const number = origin + days;
  return number < firstDay || number > lastDay ? null : `${dateOfDay(number)} ${time}`;
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(code: string): boolean {
  const letters = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs年月日]/i.test(letters);
}

/** Number formats that every workbook has without declaring them, as ECMA-376 18.8.30 lists them. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Digits with leading zeros, as the format `00000` shows postal codes. */
export function paddedNumber(text: string, format: string): string {
  return /^0{2,}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, '0') : text;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function expanded(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
}

function withoutEnd(text: string): string {
  const short = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  const whole = short.replace(/^(-?)0*(?=\d)/, '$1').replace(/^(-?)\./, '$10.');
  return whole === '-0' || whole === '' ? '0' : whole;
}
