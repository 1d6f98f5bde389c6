import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import type {LocalDate} from '#core/time/local-date.ts';

/** As in `royal-mail-click-and-drop-2026-03-02.csv`; the second of a day has a 2. */
export function fileNameOf({id, name}: UploadTemplate, day: LocalDate, taken: readonly string[]): string {
  // The ids of those that Tradewind comes with are words; those of a seller's own are thrown.
  const stem = /^[a-z]+(?:-[a-z]+)*$/.test(id) ? id : slugOf(name);
  const named = (count: number): string => `${stem}-${day}${count > 1 ? `-${count}` : ''}.csv`;
  let count = 1;
  while (taken.includes(named(count))) count += 1;
  return named(count);
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'carrier-file' : slug;
}
