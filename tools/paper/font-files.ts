import {readFileSync} from 'node:fs';
import type {Face} from '#core/paper/fonts/faces.ts';
import {inRoot} from '../run/places.mjs';

const files: Readonly<Record<Face, string>> = {
  sans: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  sansBold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  hebrewBold: 'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  arabicBold: 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  thai: 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  thaiBold: 'noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  chinese: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  japanese: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  korean: 'noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf',
};

/** A bundled font, from the package it comes in. */
export function fontFile(face: Face): Promise<Uint8Array> {
  // At once: read in the background, each piece of some megabytes waits for its turn.
  return Promise.resolve(readFileSync(inRoot('node_modules', '@expo-google-fonts', files[face])));
}
