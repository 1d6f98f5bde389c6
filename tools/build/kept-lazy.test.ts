import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'vite';
import {expect, test} from 'vitest';

import {temporaryFolder} from '../run/temporary-folder.ts';

import {keptLazy} from './kept-lazy.ts';

/** Builds a page whose entry and whose other module are the given sources, beside a library called `charts`. */
async function built({entry, page}: {entry: string; page: string}): Promise<void> {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'node_modules', 'charts'), {recursive: true});
  writeFileSync(path.join(root, 'node_modules', 'charts', 'package.json'), '{"main": "index.js"}');
  writeFileSync(path.join(root, 'node_modules', 'charts', 'index.js'), 'export const draw = () => document.title;');
  writeFileSync(path.join(root, 'index.html'), '<script type="module" src="/entry.js"></script>');
  writeFileSync(path.join(root, 'entry.js'), entry);
  writeFileSync(path.join(root, 'page.js'), page);
  const plugins = [keptLazy([/\/node_modules\/charts\//])];
  await build({root, configFile: false, logLevel: 'silent', plugins, build: {write: false}});
}

const page = `import {draw} from 'charts'; export const show = () => draw();`;

test('a page that is loaded when it is opened may use a big library', async () => {
  await expect(built({entry: `import('./page.js').then(({show}) => show());`, page})).resolves.toBeUndefined();
});

test('a big library that the first paint would wait for fails the build', async () => {
  await expect(built({entry: `import {show} from './page.js'; show();`, page})).rejects.toThrow(
    /index needs .*\/node_modules\/charts\/index\.js at once/,
  );
});
