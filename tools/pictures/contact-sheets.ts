import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Size, sizes, walkStates} from '../../e2e/states.ts';
import {type Studio, demoOrders, languages, themes} from './studio.ts';

interface Picture {
  readonly name: string;
  readonly png: Buffer;
}

/** Takes every state in each theme, language and size, and lays out one sheet for each theme and language. */
export async function contactSheets(studio: Studio): Promise<void> {
  for (const language of languages) {
    for (const theme of themes) {
      const pictures: Picture[] = [];
      for (const size of Object.values(sizes)) pictures.push(...(await walk(studio, {language, theme, size})));
      await sheet(studio, `sheet-${language}-${theme}`, pictures);
    }
  }
}

interface Take {
  readonly language: string;
  readonly theme: (typeof themes)[number];
  readonly size: Size;
}

async function walk({browser, origin, folder}: Studio, {language, theme, size}: Take): Promise<readonly Picture[]> {
  // A profile of its own; language and theme are the system's, as for somebody who has chosen nothing.
  const context = await browser.newContext({viewport: size, locale: language, colorScheme: theme});
  const page = await context.newPage();
  const pictures: Picture[] = [];
  await walkStates(page, {
    origin,
    orders: demoOrders,
    visit: async (state) => {
      const name = `${state}-${size.width}-${language}-${theme}`;
      pictures.push({name, png: await page.screenshot({path: join(folder, `${name}.png`), animations: 'disabled'})});
    },
  });
  await context.close();
  return pictures;
}

/** All pictures small on one page: what differs from its neighbours catches the eye. */
async function sheet({browser, folder}: Studio, name: string, pictures: readonly Picture[]): Promise<void> {
  const figures = pictures.map(
    ({name: caption, png}) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${caption}</figcaption></figure>`,
  );
  const page = await browser.newPage({viewport: {width: 2400, height: 800}});
  await page.setContent(`<!doctype html><style>
    body { margin: 16px; display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; background: gray; }
    figure { margin: 0; font: 14px sans-serif; color: white; }
    img { width: 100%; display: block; }
  </style>${figures.join('')}`);
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({fullPage: true}));
  await page.close();
}
