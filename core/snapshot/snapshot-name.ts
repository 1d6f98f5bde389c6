import type {Instant} from '../time/instant.ts';
import {dateOfDay, dayMs} from '../time/local-date.ts';

const form = /^(\d{8}t\d{6}z(?:-\d{1,3})?)\.tws$/;

/** The name of a snapshot's file without its ending, by the second in UTC at which it was made: `20261128t181500z`. */
export function snapshotName(madeAt: Instant): string {
  const day = dateOfDay(Math.floor(madeAt / dayMs)).replaceAll('-', '');
  const second = Math.floor((madeAt - Math.floor(madeAt / dayMs) * dayMs) / 1_000);
  const parts = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return `${day}t${parts.map((part) => String(part).padStart(2, '0')).join('')}z`;
}

/** The first name of this second that is not taken: a second one of the same second never writes over the first. */
export function freeName(madeAt: Instant, taken: ReadonlySet<string>): string {
  const name = snapshotName(madeAt);
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}

/** The name that a file has as a snapshot; undefined for a file of another kind. */
export function nameOfFile(file: string): string | undefined {
  return form.exec(file)?.[1];
}
