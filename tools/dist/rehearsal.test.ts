import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {root} from '../tidy/tree.ts';
import {readConfiguration} from './configuration.ts';
import {electronVersion} from './electron-at-hand.ts';
import {complaintsAbout} from './expectations.ts';
import {rehearse} from './rehearsal.ts';

const packedFiles = [
  'dist/build.json',
  'dist/electron/main.cjs',
  'dist/electron/preload.cjs',
  'dist/renderer/assets/page.js',
  'dist/renderer/index.html',
];
const leftOut = [
  'dist/electron/main.cjs.map',
  'dist/serve/server.mjs',
  'core/order.ts',
  'node_modules/a/a.js',
  'release/b.js',
];

const folder = mkdtempSync(join(tmpdir(), 'tradewind-checkout-'));
afterAll(() => rmSync(folder, {recursive: true}));

/** A checkout of a few bytes with the real configuration. */
function writeCheckout(): void {
  for (const path of [...packedFiles, ...leftOut]) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), '{}');
  }
  for (const path of ['package.json', 'electron-builder.yml']) copyFileSync(join(root, path), join(folder, path));
}

test('a packed desktop holds the built application and nothing else, and its fuses are set as configured', async () => {
  writeCheckout();
  const {electronFuses} = await readConfiguration(folder);
  const packed = await rehearse(folder, electronVersion());

  expect(packed.files).toEqual([...packedFiles, 'package.json']);
  expect(complaintsAbout(packed, must(electronFuses, 'the fuses are configured'))).toEqual([]);
}, 60_000);

test('a configuration with a word the builder does not know is refused', async () => {
  const strange = mkdtempSync(join(folder, 'strange-'));
  writeFileSync(join(strange, 'electron-builder.yml'), 'appId: a.b.c\nfusses: {}\n');
  await expect(readConfiguration(strange)).rejects.toThrow(/fusses/);
});

test('a source in the archive, a lost page and a fuse left on are each told', () => {
  const packed = {
    files: [
      'core/a.ts',
      'dist/build.json',
      'dist/electron/main.cjs',
      'dist/electron/main.cjs.map',
      'dist/electron/preload.cjs',
      'package.json',
    ],
    archiveBytes: 1,
    fuses: {runAsNode: true, onlyLoadAppFromAsar: true},
  };
  expect(complaintsAbout(packed, {runAsNode: false, onlyLoadAppFromAsar: true, enableCookieEncryption: true})).toEqual([
    'The archive lacks dist/renderer/index.html.',
    'The archive holds core/a.ts, which does not belong there.',
    'The archive holds dist/electron/main.cjs.map, which does not belong there.',
    'The fuse runAsNode is true, not false.',
    'The fuse enableCookieEncryption is gone, not true.',
  ]);
});
