import path from 'node:path';
import {defineConfig} from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** The browser edition's server in one file, so that Node 20 runs it without a compiler. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: {noExternal: true},
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/serve'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {serve: path.join(root, 'tools/serve/server.ts')},
      external: [/^node:/],
      output: {format: 'es', entryFileNames: '[name].mjs', codeSplitting: false},
    },
  },
});
