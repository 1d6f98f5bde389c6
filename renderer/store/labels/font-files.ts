import japanese from '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf?url';
import korean from '@expo-google-fonts/noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf?url';
import chinese from '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf?url';
import sans from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import sansBold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import type {Face} from '#core/shipping/font-metrics.ts';

const urls: Readonly<Record<Face, string>> = {sans, sansBold, chinese, japanese, korean};

/** Fetches a font file from our own origin. Throws when it cannot be had. */
export async function fetchFontFile(face: Face): Promise<Uint8Array> {
  const response = await fetch(urls[face]);
  if (!response.ok) throw new Error(`the font file of ${face} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
