import type {TFunction} from 'i18next';
import {type SheetContent, type SheetJob, wordsOfSheet} from '#core/shipping/documents/sheet-job.ts';
import type {PaperWord} from '#core/shipping/documents/words.ts';
import type {Instant} from '#core/time/instant.ts';

interface SheetOf {
  readonly sheet: SheetContent;
  readonly title: string;
  /** What dates the file: the same sheet gives the same bytes. */
  readonly madeAt?: Instant;
  /** How many of something are told, by the word that tells it. */
  readonly counts?: Readonly<Partial<Record<PaperWord, number>>>;
}

/** A document with its words in the language of the page; what only the paper knows, such as how many pages there are, is left open. */
export function sheetJobOf({sheet, title, madeAt, counts = {}}: SheetOf, t: TFunction<readonly ['paper']>): SheetJob {
  const words: readonly PaperWord[] = wordsOfSheet[sheet.is];
  const said = words.map((word) => {
    const count = counts[word];
    return [word, count === undefined ? t(`paper:${word}`, {skipInterpolation: true}) : t(`paper:${word}`, {count})];
  });
  return {sheet, title, said: Object.fromEntries(said) as SheetJob['said'], ...(madeAt !== undefined && {madeAt})};
}
