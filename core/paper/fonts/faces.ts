/** ISO 3166-1 alpha-2. */
type CountryCode = string;

/** The bundled typefaces. The three of East Asia come in one weight: size gives their hierarchy, and 22 MB are enough. */
export const faces = [
  'sans',
  'sansBold',
  'hebrew',
  'hebrewBold',
  'arabic',
  'arabicBold',
  'thai',
  'thaiBold',
  'chinese',
  'japanese',
  'korean',
] as const;
export type Face = (typeof faces)[number];

export type Weight = 'regular' | 'bold';

/** What decides which face draws a character. One Han code point is drawn differently in Tokyo, Seoul and Shanghai. */
export interface Voice {
  readonly weight: Weight;
  readonly han: 'chinese' | 'japanese' | 'korean';
}

const regular: readonly Face[] = ['sans', 'hebrew', 'arabic', 'thai'];
const bold: readonly Face[] = ['sansBold', 'hebrewBold', 'arabicBold', 'thaiBold'];
const eastAsian: Readonly<Record<Voice['han'], readonly Face[]>> = {
  chinese: ['chinese', 'japanese', 'korean'],
  japanese: ['japanese', 'chinese', 'korean'],
  korean: ['korean', 'japanese', 'chinese'],
};

/** How Han characters are drawn in a country. */
export function hanOf(country: CountryCode): Voice['han'] {
  return country === 'JP' ? 'japanese' : country === 'KR' ? 'korean' : 'chinese';
}

/** The faces to try for each character, first to last. */
export function facesFor({weight, han}: Voice): readonly Face[] {
  return [...(weight === 'bold' ? bold : regular), ...eastAsian[han]];
}

const scripts: Readonly<Partial<Record<Face, RegExp>>> = {
  hebrew: /\p{Script_Extensions=Hebrew}/u,
  hebrewBold: /\p{Script_Extensions=Hebrew}/u,
  arabic: /\p{Script_Extensions=Arabic}/u,
  arabicBold: /\p{Script_Extensions=Arabic}/u,
  thai: /\p{Script_Extensions=Thai}/u,
  thaiBold: /\p{Script_Extensions=Thai}/u,
};

/** Whether a face is asked for letters of that script at all: a font need not be loaded to know that it has no Han. */
export function isFor(face: Face, characters: string): boolean {
  return scripts[face]?.test(characters) ?? true;
}

/** A number of its own for each voice, from 0 to 5. */
export function voiceNumber({weight, han}: Voice): number {
  return (weight === 'bold' ? 3 : 0) + (han === 'chinese' ? 0 : han === 'japanese' ? 1 : 2);
}
