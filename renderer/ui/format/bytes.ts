import {perLocale} from './numbers.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const formats = perLocale(
  (locale, unit: (typeof units)[number]) =>
    new Intl.NumberFormat(locale, {style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0}),
);

/** A size as people say it: `7.1 MB`. */
export function formatBytes(locale: string, bytes: number): string {
  const step = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  return formats(locale, units[step] ?? 'byte').format(bytes / 1e3 ** step);
}
