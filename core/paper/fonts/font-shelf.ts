import {printable} from '../text/printable-text.ts';
import {needsShaping} from '../text/set-text.ts';
import {type Face, type Voice, facesFor, isFor} from './faces.ts';
import {type Fonts, fontsOf} from './fonts.ts';
import {harfbuzz} from './harfbuzz.ts';
import type {Shaper} from './shaper.ts';
import {type TrueTypeFont, readTrueType} from './truetype.ts';

export interface FontShelf {
  /**
   * Fonts that together have all characters of these texts as far as any has them: those asked in the order of the
   * fall-back, none that is not needed. What was loaded before changes nothing.
   */
  fontsFor(texts: readonly string[], han: Voice['han']): Promise<Fonts>;
}

/** Loads each font at most once and only when a text needs it; `load` may throw and is asked again the next time. */
export function fontShelf(load: (face: Face) => Promise<Uint8Array>): FontShelf {
  const loading = new Map<Face, Promise<TrueTypeFont>>();
  const loaded = new Map<Face, TrueTypeFont>();
  let shaper: Shaper | undefined;
  // Characters whose fonts are here, as far as any has them.
  const settled: Readonly<Record<Voice['han'], Set<string>>> = {
    chinese: new Set(),
    japanese: new Set(),
    korean: new Set(),
  };
  const fonts = fontsOf(loaded, () => shaper);

  const fontOf = (face: Face) => {
    const known = loading.get(face);
    if (known) return known;
    const font = load(face).then(readTrueType);
    loading.set(face, font);
    font.then(
      (read) => loaded.set(face, read),
      () => loading.delete(face),
    );
    return font;
  };

  return {
    fontsFor: async (texts, han) => {
      const fresh = texts.filter((text) => isNew(text, settled[han]));
      if (fresh.length === 0) return fonts;
      const text = fresh.join(' ');
      for (const weight of ['regular', 'bold'] as const) {
        let missing = [...new Set(printable(text))];
        for (const face of facesFor({weight, han})) {
          const asked = missing.filter((character) => isFor(face, character));
          if (asked.length === 0) continue;
          const font = await fontOf(face);
          const lacking = new Set(
            asked.filter((character) => font.glyphOf(character.codePointAt(0) ?? 0) === undefined),
          );
          missing = missing.filter((character) => !isFor(face, character) || lacking.has(character));
        }
      }
      if (!shaper && needsShaping(text)) shaper = await harfbuzz((face) => loaded.get(face)?.file);
      for (const character of text) settled[han].add(character);
      return fonts;
    },
  };
}

function isNew(text: string, settled: ReadonlySet<string>): boolean {
  for (const character of text) if (!settled.has(character)) return true;
  return false;
}
