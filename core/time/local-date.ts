import {assert} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';

declare const tag: unique symbol;

/** A day on the wall calendar, `YYYY-MM-DD`, years 0001 to 9999, Gregorian throughout. Sorts as text. Means a time only with a zone. */
export type LocalDate = string & {readonly [tag]: 'LocalDate'};

/** A day as a whole number: days since 1970-01-01. The form for columns and arithmetic. */
export type DayNumber = number;

export const dayMs = 86_400_000;

const form = /^\d{4}-\d{2}-\d{2}$/;
const daysPer400Years = 146_097;
const daysFromYear0To1970 = 719_468; // from 0000-03-01

/** Day numbers of 0001-01-01 and 9999-12-31, the first and last dates there are. */
export const firstDay: DayNumber = civilDay(1, 1, 1);
export const lastDay: DayNumber = civilDay(9999, 12, 31);

/** The date that `text` writes as `YYYY-MM-DD`; `time.not_a_date` for any other form and for days that do not exist. */
export function localDate(text: string): Result<LocalDate> {
  if (!form.test(text)) return fail('time.not_a_date');

  const {year, month, day} = dateParts(text as LocalDate);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? ok(text as LocalDate) : fail('time.not_a_date');
}

/** Year, month 1-12 and day 1-31. */
export function dateParts(date: LocalDate): {readonly year: number; readonly month: number; readonly day: number} {
  return {year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10))};
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(date: LocalDate): DayNumber {
  const {year, month, day} = dateParts(date);
  return civilDay(year, month, day);
}

/** The date of a day number: the inverse of `dayNumber`. */
export function dateOfDay(number: DayNumber): LocalDate {
  assert(Number.isInteger(number) && number >= firstDay && number <= lastDay, 'a date lies in the years 1 to 9999');
  const shifted = number + daysFromYear0To1970;
  const cycle = Math.floor(shifted / daysPer400Years);
  const dayOfCycle = shifted - cycle * daysPer400Years;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as LocalDate;
}

/** The date `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween({from, to}: {readonly from: LocalDate; readonly to: LocalDate}): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Monday of the ISO 8601 week that holds the date. */
export function weekStart(date: LocalDate): LocalDate {
  const day = dayNumber(date);
  const sinceMonday = (((day + 3) % 7) + 7) % 7; // day 0 was a Thursday
  return dateOfDay(day - sinceMonday);
}

/** The first day of the date's month. */
export function monthStart(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate;
}

// The year is counted from 1 March, so that the leap day comes last and month lengths follow one formula (153 days in 5 months).
function civilDay(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * daysPer400Years + dayOfCycle - daysFromYear0To1970;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
