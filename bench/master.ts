/** `npm run bench -- master`: how many changes a second a master decides, and how soon another desk has one. See README.md. */
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';

// As in grid.ts: Node looks for `#core/` in the nearest package.json, which here is the peers' own.
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const {main} = (await tsImport('./master/main.ts', {
  parentURL: import.meta.url,
  tsconfig,
})) as typeof import('./master/main.ts');
process.exitCode = await main(process.argv.slice(2));
