import type {TFunction} from 'i18next';
import type {IntakeFile} from '#core/intake/messages.ts';
import type {Words} from '../../app/words/resources.ts';

type T = TFunction<'intake'>;
type KnownFormat = keyof Words['intake']['format'];

// Names of what was found, not kinds of file that could be chosen.
const found: readonly string[] = ['mapping', 'unknown'];

/** Whether this says how a file was read, and not what kind it is. */
export function isFound(format: string): boolean {
  return found.includes(format);
}

/** The kinds of file that are known by themselves, in the order in which they are offered. */
export function formatIds(t: T): readonly string[] {
  return Object.keys(t('format', {returnObjects: true})).filter((id) => !isFound(id));
}

/** What kind of file it is, in words; a format without words shows its id. */
export function formatWord(t: T, format: string): string {
  return t(`format.${format as KnownFormat}`, {defaultValue: format});
}

/** How the file is written: `utf-8 · semicolon`, `XLSX workbook`. */
export function writtenAs(t: T, {container, encoding, separator}: IntakeFile): string {
  if (container === 'xlsx' || container === 'xls') return t(`container.${container}`);
  return [encoding?.toUpperCase(), separator === undefined ? undefined : separatorWord(t, separator)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function separatorWord(t: T, separator: string): string {
  if (separator === ',') return t('separator.comma');
  if (separator === ';') return t('separator.semicolon');
  return separator === '\t' ? t('separator.tab') : t('separator.other', {sign: separator});
}

/** Row numbers as people write them: `2–5, 9`; of very many the first ranges. */
export function rowsText(rows: readonly number[], rangesMax = 6): string {
  const ranges: {from: number; to: number}[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && last.to === row - 1) last.to = row;
    else ranges.push({from: row, to: row});
  }
  const told = ranges.slice(0, rangesMax).map(({from, to}) => (from === to ? `${from}` : `${from}–${to}`));
  return told.join(', ') + (ranges.length > rangesMax ? ' …' : '');
}
