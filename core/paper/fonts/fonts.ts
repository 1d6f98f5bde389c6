import type {Cluster} from '../text/cluster.ts';
import {standsAlone} from '../text/printable-text.ts';
import {type Face, type Voice, facesFor, isFor, voiceNumber} from './faces.ts';
import type {Shaper} from './shaper.ts';
import type {TrueTypeFont} from './truetype.ts';

/** Loaded fonts, and what is known of their characters. */
export interface Fonts {
  font(face: Face): TrueTypeFont | undefined;
  /** The first face of the voice that has all these characters. */
  faceOf(characters: string, voice: Voice): Face | undefined;
  /**
   * A character that stands alone whatever is beside it, at level 0; nothing when it needs shaping or no loaded face has it. The same
   * object each time.
   */
  clusterOf(character: string, voice: Voice): Cluster | undefined;
  /** All characters of a text so; nothing when one of them does not stand alone. */
  clustersOf(text: string, voice: Voice): Cluster[] | undefined;
  shaper(): Shaper | undefined;
}

/** Fonts over a map that may still grow; `shaper` is asked for when a text needs one. */
export function fontsOf(
  loaded: ReadonlyMap<Face, TrueTypeFont>,
  shaper: () => Shaper | undefined = () => undefined,
): Fonts {
  const known = Array.from({length: 6}, () => new Map<string, Cluster>());

  // Most of what is printed: found by its number alone.
  const latin = Array.from({length: 6}, () => Array.from<Cluster | undefined>({length: latinEnd}));

  const faceOf = (characters: string, voice: Voice) =>
    facesFor(voice).find((face) => {
      const font = isFor(face, characters) ? loaded.get(face) : undefined;
      return font && Array.from(characters).every((one) => joiner.test(one) || glyphIn(font, one) !== undefined);
    });

  const cluster = (character: string, voice: Voice): Cluster | undefined => {
    const face = standsAlone(character) ? faceOf(character, voice) : undefined;
    const font = face && loaded.get(face);
    const glyph = font && glyphIn(font, character);
    if (!face || !font || glyph === undefined) return undefined;
    const advanceEm = font.metricsOf(glyph).advance / font.unitsPerEm;
    return {text: character, face, advanceEm, glyphs: [{glyph, xEm: 0, yEm: 0, text: character}], level: 0};
  };

  const clusterOf = (character: string, voice: Voice) => {
    const cache = known[voiceNumber(voice)];
    const found = cache?.get(character);
    if (found) return found;
    const made = cluster(character, voice);
    if (cache && cache.size > clustersMax) cache.clear();
    if (made) cache?.set(character, made);
    return made;
  };

  return {
    font: (face) => loaded.get(face),
    faceOf,
    clusterOf,
    clustersOf: (text, voice) => {
      const early = latin[voiceNumber(voice)] ?? [];
      const clusters: Cluster[] = [];
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        let one = code < latinEnd ? early[code] : undefined;
        if (!one) {
          const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
          one = clusterOf(character, voice);
          if (!one) return undefined;
          if (code < latinEnd) early[code] = one;
          at += character.length - 1;
        }
        clusters.push(one);
      }
      return clusters;
    },
    shaper,
  };
}

/** Whole Unicode has more, one shop's addresses do not. */
const clustersMax = 40_000;

const latinEnd = 0x250;

const joiner = /[\u200c\u200d]/;

function glyphIn(font: TrueTypeFont, character: string): number | undefined {
  return font.glyphOf(character.codePointAt(0) ?? 0);
}
