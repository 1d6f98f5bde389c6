import type {PDFDocument} from '@cantoo/pdf-lib';
import {must} from '#core/lib/assert.ts';
import {subsetOf} from '#core/paper/fonts/truetype-subset.ts';
import {type TrueTypeFont, readTrueType} from '#core/paper/fonts/truetype.ts';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type Glyph = {readonly id: number; readonly codePoints: number[]; readonly advanceWidth: number};

/**
 * Our font reader in the form in which pdf-lib asks for one; pdf-lib embeds the font, its widths and the map back to text.
 * One character is one glyph: what needs shaping never comes this far. A glyph's `id` is its code point, so that two
 * characters with one outline stay two characters when the text is copied.
 */
export const pdfFontkit: Fontkit = {
  create: (file) => pdfFont(readTrueType(file)),
};

function pdfFont(font: TrueTypeFont) {
  const outlineOf = (codePoint: number) =>
    must(font.glyphOf(codePoint), 'the layout uses only characters that the face has');
  const glyphForCodePoint = (codePoint: number): Glyph => {
    return {id: codePoint, codePoints: [codePoint], advanceWidth: font.metricsOf(outlineOf(codePoint)).advance};
  };
  const {minX, minY, maxX, maxY} = font.bounds;

  return {
    postscriptName: null,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    italicAngle: 0,
    bbox: {minX, minY, maxX, maxY, width: maxX - minX, height: maxY - minY},
    characterSet: [],
    glyphForCodePoint,
    layout: (text: string) => ({
      glyphs: Array.from(text, (character) => glyphForCodePoint(character.codePointAt(0) ?? 0)),
    }),
    createSubset: () => {
      const subset = subsetOf(font);
      const numbers = new Map<number, number>();
      return {
        includeGlyph: (glyph: number | Glyph) => {
          const codePoint = typeof glyph === 'number' ? glyph : glyph.id;
          const number = numbers.get(codePoint) ?? subset.add(outlineOf(codePoint));
          numbers.set(codePoint, number);
          return number;
        },
        encode: () => subset.encode(),
      };
    },
  };
}
