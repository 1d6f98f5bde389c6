import {must} from '../../lib/assert.ts';
import {type Result, ok} from '../../lib/result.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {FontShelf} from '../../paper/fonts/font-shelf.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import type {Page} from '../../paper/page.ts';
import type {Instant} from '../../time/instant.ts';
import type {PaperSize} from './paper-size.ts';
import {type ParcelLabel, parcelLabel, textsOfLabel} from './parcel-label.ts';
import type {PaperWord} from './words.ts';

/** The words of a label. */
export const labelWords = ['label.shipTo', 'label.pieces', 'label.return'] as const satisfies readonly PaperWord[];

/** A label as it is asked of a worker, which speaks no language: its words come along, each filled already. */
export interface LabelJob {
  readonly label: ParcelLabel;
  readonly said: Readonly<Record<(typeof labelWords)[number], string>>;
  /** The document's title, as a viewer shows it: 'Label for order 1001'. */
  readonly title: string;
  /** What dates the file, so that the same label always gives the same bytes. */
  readonly madeAt: Instant;
}

/** A label on its paper, and the fonts it is set in. Faults: those of `parcelLabel`. */
export async function labelPage(
  {label, said}: LabelJob,
  size: PaperSize,
  shelf: FontShelf,
): Promise<Result<{readonly page: Page; readonly fonts: Fonts}>> {
  const known: Readonly<Partial<Record<PaperWord, string>>> = said;
  const words = (word: PaperWord) => must(known[word], 'a label says only its own words');
  const fonts = await shelf.fontsFor(textsOfLabel(label, words), hanOf(label.shipTo.country));
  const page = parcelLabel(label, size, fonts, words);
  return page.ok ? ok({page: page.value, fonts}) : page;
}
