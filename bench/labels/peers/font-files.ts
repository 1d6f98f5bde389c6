import {createRequire} from 'node:module';
import path from 'node:path';

const files: Readonly<Record<string, string>> = {
  sans: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  sansBold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  chinese: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  japanese: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  korean: 'noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf',
};
const packages = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('../../../package.json')),
  'node_modules',
);

/** The same font files that our side embeds. */
export const fontPath = (face: string) => path.join(packages, '@expo-google-fonts', files[face] ?? '');
