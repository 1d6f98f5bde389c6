import {must} from '../../lib/assert.ts';
import type {Face} from '../fonts/faces.ts';
import type {Fonts} from '../fonts/fonts.ts';
import {type GlyphBitmap, glyphBitmap} from './glyph-bitmap.ts';

/** Glyphs drawn once for each size; the same object each time. */
export interface GlyphStore {
  bitmap(face: Face, glyph: number, emDots: number): GlyphBitmap | undefined;
}

/** Some 20 MB of small pictures; beyond that the store begins anew. */
const bitmapsMax = 60_000;

export function glyphStore(fonts: Fonts): GlyphStore {
  const known = new Map<Face, Map<number, Map<number, GlyphBitmap | null>>>();
  let count = 0;
  return {
    bitmap: (face, glyph, emDots) => {
      let sizes = known.get(face);
      if (!sizes) known.set(face, (sizes = new Map()));
      let glyphs = sizes.get(emDots);
      if (!glyphs) sizes.set(emDots, (glyphs = new Map()));
      const found = glyphs.get(glyph);
      if (found !== undefined) return found ?? undefined;

      const made = glyphBitmap(must(fonts.font(face), 'a text is set in loaded faces'), glyph, emDots);
      if (++count > bitmapsMax) {
        known.clear();
        count = 0;
      }
      glyphs.set(glyph, made ?? null);
      return made;
    },
  };
}
