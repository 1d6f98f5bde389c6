import path from 'node:path';
import {type InlineConfig, build} from 'vite';
import {inRoot} from '../../tools/run/places.mjs';
import {pagesFolder, probeFile, sourceFolder} from './places.ts';

const common: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  root: sourceFolder,
  resolve: {alias: {'#core': inRoot('core')}},
};

/** Builds the peers' pages as a product would be built, and the probe as one script to be put into any page. */
export async function buildPages(): Promise<void> {
  const page = (name: string): string => path.join(sourceFolder, name, 'index.html');
  await build({
    ...common,
    build: {
      outDir: pagesFolder,
      emptyOutDir: true,
      target: 'chrome138',
      rolldownOptions: {input: ['tanstack', 'dexie', 'floor'].map(page)},
    },
  });
  await build({
    ...common,
    build: {
      outDir: path.dirname(probeFile),
      emptyOutDir: true,
      target: 'chrome138',
      lib: {
        entry: path.join(sourceFolder, 'probe', 'main.ts'),
        name: 'benchProbe',
        formats: ['iife'],
        fileName: () => path.basename(probeFile),
      },
    },
  });
}
