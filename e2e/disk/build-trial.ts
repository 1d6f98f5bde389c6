import {resolve} from 'node:path';
import {build} from 'vite';

/** Builds the page of the trials as the product's own page is built. */
export async function buildTrial(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: import.meta.dirname,
    resolve: {alias: {'#core': resolve(import.meta.dirname, '../../core')}},
    worker: {format: 'es'},
    build: {outDir, emptyOutDir: true, target: 'chrome138', assetsInlineLimit: 0, modulePreload: {polyfill: false}},
  });
}
