import path from 'node:path';
import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

import {noncePlace} from '#core/shell/page.ts';

import {keptLazy} from './kept-lazy.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Big libraries that only some pages need; none may be part of the first paint. */
const lazyLibraries = [/\/node_modules\/(?:recharts|harfbuzzjs|pdfjs-dist)\//];

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: '/',
  publicDir: false,
  plugins: [react(), keptLazy(lazyLibraries)],
  html: {cspNonce: noncePlace},
  worker: {format: 'es'},
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome138',
    // The policy allows no `data:` but for pictures.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    license: {fileName: 'licenses.md'},
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Left alone, whatever two later pages share becomes a file of its own: half a hundred to ask for before the first paint.
      output: {codeSplitting: {groups: [{name: 'first-paint', tags: ['$initial']}]}},
    },
  },
});
