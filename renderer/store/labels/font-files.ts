import arabic from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf?url';
import arabicBold from '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf?url';
import hebrew from '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf?url';
import hebrewBold from '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf?url';
import japanese from '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf?url';
import korean from '@expo-google-fonts/noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf?url';
import chinese from '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf?url';
import thai from '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf?url';
import thaiBold from '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf?url';
import sans from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import sansBold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import type {Face} from '#core/paper/fonts/faces.ts';

const urls: Readonly<Record<Face, string>> = {
  sans,
  sansBold,
  hebrew,
  hebrewBold,
  arabic,
  arabicBold,
  thai,
  thaiBold,
  chinese,
  japanese,
  korean,
};

/** Fetches a font file from our own origin. Throws when it cannot be had. */
export async function fetchFontFile(face: Face): Promise<Uint8Array> {
  const response = await fetch(urls[face]);
  if (!response.ok) throw new Error(`the font file of ${face} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
