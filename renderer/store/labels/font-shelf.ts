import {type Face, type FontMetrics, facesFor} from '#core/shipping/font-metrics.ts';
import type {LabelContent} from '#core/shipping/label-content.ts';
import {printable, standsAlone} from '#core/shipping/printable-text.ts';
import {countryName} from '#core/shipping/country-name.ts';
import {type TrueTypeFont, readTrueType} from '#core/paper/fonts/truetype.ts';

/** The fonts that one label needs. */
export type LabelFonts = ReadonlyMap<Face, TrueTypeFont>;

export interface FontShelf {
  /** Those fonts, in the order of the label's fall-back, that together have all its characters; all when none has one. */
  fontsFor(content: LabelContent): Promise<LabelFonts>;
}

/** Loads each font at most once and only when a text needs it; `load` may throw and is asked again the next time. */
export function fontShelf(load: (face: Face) => Promise<Uint8Array>): FontShelf {
  const loaded = new Map<Face, Promise<TrueTypeFont>>();

  const fontOf = (face: Face) => {
    const known = loaded.get(face);
    if (known) return known;
    const font = load(face).then(readTrueType);
    loaded.set(face, font);
    font.catch(() => loaded.delete(face));
    return font;
  };

  return {
    fontsFor: async (content) => {
      const fonts = new Map<Face, TrueTypeFont>();
      const {country} = content.shipTo;
      for (const weight of ['regular', 'bold'] as const) {
        let missing = charactersOf(content);
        for (const face of facesFor(weight, country)) {
          if (missing.length === 0) break;
          const font = await fontOf(face);
          fonts.set(face, font);
          missing = missing.filter((character) => font.glyphOf(character.codePointAt(0) ?? 0) === undefined);
        }
      }
      return fonts;
    },
  };
}

/** The layout's view of loaded fonts; a font that was not loaded has no glyphs. */
export function metricsOf(fonts: LabelFonts): FontMetrics {
  return {
    advanceEm: (face, codePoint) => {
      const font = fonts.get(face);
      const glyph = font?.glyphOf(codePoint);
      return font && glyph !== undefined ? font.metricsOf(glyph).advance / font.unitsPerEm : undefined;
    },
  };
}

/** Every character that the label may print, once. */
function charactersOf(content: LabelContent): readonly string[] {
  const {storefrontName, shipToCaption, orderNumber, pieces, contents, sender, shipTo} = content;
  const printed = [
    storefrontName,
    shipToCaption,
    orderNumber,
    pieces,
    '0123456789×+,',
    ...contents.map(({sku}) => sku),
    ...[sender, shipTo].flatMap((address) =>
      address ? [...Object.values(address), countryName(address.country)] : [],
    ),
  ];
  return [...new Set(printable(printed.join(' ')))].filter(standsAlone);
}
