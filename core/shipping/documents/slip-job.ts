import {must} from '../../lib/assert.ts';
import {type Result, ok} from '../../lib/result.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {FontShelf} from '../../paper/fonts/font-shelf.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import type {Page} from '../../paper/page.ts';
import type {Instant} from '../../time/instant.ts';
import {countryName} from '../country-name.ts';
import {type PackingSlip, packingSlip} from './packing-slip.ts';
import type {PaperSize} from './paper-size.ts';
import type {PaperWord, Words} from './words.ts';

/** The words of a packing slip. */
export const slipWords = [
  'slip.title',
  'slip.orderedOn',
  'label.shipTo',
  'label.pieces',
  'document.order',
  'document.from',
  'document.sku',
  'document.item',
  'document.quantity',
  'document.total',
  'document.page',
] as const satisfies readonly PaperWord[];

/** A packing slip as it is asked of a worker, which speaks no language: its words come along, filled but for the numbers of pages. */
export interface SlipJob {
  readonly slip: PackingSlip;
  readonly said: Readonly<Record<(typeof slipWords)[number], string>>;
  readonly title: string;
  readonly madeAt: Instant;
}

/** A packing slip on its paper, and the fonts it is set in. Faults: those of `packingSlip`. */
export async function slipPages(
  {slip, said}: SlipJob,
  size: PaperSize,
  shelf: FontShelf,
): Promise<Result<{readonly pages: readonly Page[]; readonly fonts: Fonts}>> {
  const known: Readonly<Partial<Record<PaperWord, string>>> = said;
  const words: Words = (word, values = {}) => {
    const text = must(known[word], 'a packing slip says only its own words');
    return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
  };
  const han = hanOf(slip.shipTo.country);
  const fonts = await shelf.fontsFor(textsOfSlip(slip, said), han);
  const pages = packingSlip(slip, {size, fonts, words, han});
  return pages.ok ? ok({pages: pages.value, fonts}) : pages;
}

function textsOfSlip(
  {storefrontName, sender, shipTo, orderNumber, lines, note}: PackingSlip,
  said: SlipJob['said'],
): string[] {
  const addresses = [sender, shipTo].flatMap((address) =>
    // What the forms of countries add is punctuation, and the sign of the Japanese post.
    address
      ? [...Object.values(address), countryName(address.country) ?? '', address.country === 'JP' ? '〒' : '']
      : [],
  );
  const goods = lines.flatMap(({sku, title}) => [sku, title]);
  return [storefrontName, orderNumber, note ?? '', ...addresses, ...goods, ...Object.values(said), '0123456789,-'];
}
