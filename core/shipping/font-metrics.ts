import type {CountryCode} from './country-name.ts';

/** The bundled typefaces. The three of East Asia come in one weight: size gives their hierarchy, and 22 MB are enough. */
export type Face = 'sans' | 'sansBold' | 'chinese' | 'japanese' | 'korean';

export type Weight = 'regular' | 'bold';

/** Port: what the layout needs to know of the fonts. */
export interface FontMetrics {
  /** The glyph's advance in ems, or nothing when the face has no glyph for the code point. */
  advanceEm(face: Face, codePoint: number): number | undefined;
}

const eastAsian: Readonly<Partial<Record<CountryCode, readonly Face[]>>> = {
  JP: ['japanese', 'chinese', 'korean'],
  KR: ['korean', 'japanese', 'chinese'],
};

/**
 * The faces to try for each character, first to last. One Han code point is drawn differently in Tokyo, Seoul and
 * Shanghai, so the destination decides.
 */
export function facesFor(weight: Weight, country: CountryCode): readonly Face[] {
  const rest = eastAsian[country] ?? ['chinese', 'japanese', 'korean'];
  return [weight === 'bold' ? 'sansBold' : 'sans', ...rest];
}
