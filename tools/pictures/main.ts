/**
 * `npm run pictures`: every page, panel and dialog in both themes, both languages and both sizes, in
 * `test-results/pictures`, and one sheet of each theme and language to look at as a whole. `--readme` makes the
 * pictures of the README instead.
 */
import {mkdirSync, rmSync} from 'node:fs';
import {resolve} from 'node:path';
import {chromium} from 'playwright';
import {startServer} from '../serve/server.ts';
import {contactSheets} from './contact-sheets.ts';
import {readmePictures} from './readme-pictures.ts';

const root = resolve(import.meta.dirname, '../..');
const forReadme = process.argv.includes('--readme');

const server = await startServer({folder: resolve(root, 'dist/renderer'), port: 0, version: '0.0.0'});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  const folder = resolve(root, forReadme ? 'assets/pictures' : 'test-results/pictures');
  if (!forReadme) rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await (forReadme ? readmePictures : contactSheets)({browser, origin: server.origin, folder});
  console.log(`The pictures are in ${folder}.`);
} finally {
  await browser.close();
  await server.close();
}
