import path from 'node:path';
import {builtinModules} from 'node:module';
import {defineConfig} from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The desktop's own process (`--mode main`) and the page's only door to it (`--mode preload`). Two builds, each of one
 * file: a sandboxed preload script cannot load a second one.
 */
export default defineConfig(({mode}) => ({
  root,
  publicDir: false,
  ssr: {noExternal: true},
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/electron'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {[mode]: path.join(root, `electron/${mode}.ts`)},
      external: ['electron', ...builtinModules, /^node:/],
      output: {format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false},
    },
  },
}));
