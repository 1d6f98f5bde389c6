import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {build} from 'vite';

const root = resolve(import.meta.dirname, '../..');

const manifest = {name: 'tradewind', productName: 'Tradewind', version: '9.8.7', main: 'dist/electron/main.cjs'};

/** A page of the smallest kind; the desktop around it is the real one. */
const pageFiles: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html><meta charset="utf-8"><title>Tradewind</title>
    <style nonce="__NONCE__">h1 { color: rgb(11, 110, 127); }</style>
    <h1>Tradewind</h1>
    <script>window.inlineRan = true;</script>
    <script type="module" src="/assets/page.js"></script>`,
  'assets/page.js': `window.heard = []; window.desktop.on((event) => window.heard.push(event));
    document.body.dataset.ready = 'yes';`,
  'assets/worker.js': `import {answer} from './answer.js';
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle('rows', {create: true});
    const handle = await file.createSyncAccessHandle();
    handle.write(new Uint8Array([answer]), {at: handle.getSize()});
    handle.flush();
    const rows = handle.getSize();
    handle.close();
    postMessage({rows, data: await (await fetch('/assets/data.json')).json(), isSecure: isSecureContext});`,
  'assets/answer.js': 'export const answer = 42;',
  'assets/data.json': '{"orders": 3}',
};

/**
 * Lays out an application in an empty folder as it is shipped: the real main and preload bundles, built now with the
 * project's own configuration, around the smallest page. Returns the path of its main bundle.
 */
export async function buildTinyApp(folder: string): Promise<string> {
  await write(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(pageFiles)) await write(join(folder, 'dist/renderer', name), text);

  const outDir = join(folder, 'dist/electron');
  for (const mode of ['main', 'preload']) {
    await build({
      configFile: join(root, 'tools/build/electron.vite.ts'),
      mode,
      logLevel: 'warn',
      build: {outDir},
    });
  }
  return join(outDir, 'main.cjs');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, text);
}
