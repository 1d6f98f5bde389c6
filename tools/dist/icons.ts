import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright';
import {must} from '#core/lib/assert.ts';
import {root} from '../tidy/tree.ts';
import {icns, ico, type Picture} from './icon-containers.ts';

// Run by hand after icon.svg has changed: `npx tsx tools/dist/icons.ts`.
const sides = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icons = join(root, 'assets', 'icons');

const pictures = await drawn(readFileSync(join(icons, 'icon.svg'), 'utf8'));
const png = (side: number) =>
  must(
    pictures.find((picture) => picture.side === side),
    'each side was drawn',
  ).png;
writeFileSync(join(icons, 'icon.png'), png(1024));
writeFileSync(join(icons, 'icon-512.png'), png(512));
writeFileSync(join(icons, 'icon.ico'), ico(pictures));
writeFileSync(join(icons, 'icon.icns'), icns(pictures));

/** The drawing at every side, by a browser, on nothing. */
async function drawn(svg: string): Promise<Picture[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const made: Picture[] = [];
    for (const side of sides) {
      await page.setViewportSize({width: side, height: side});
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
      made.push({side, png: await page.screenshot({omitBackground: true})});
    }
    return made;
  } finally {
    await browser.close();
  }
}
