/** `npm run bench -- sync`: a first sync, pushes and what they cost, beside other stores that replicate. See README.md. */
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';

// As in grid.ts: Node looks for `#core/` in the nearest package.json, which here is the peers' own.
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const {main} = (await tsImport('./sync/main.ts', {
  parentURL: import.meta.url,
  tsconfig,
})) as typeof import('./sync/main.ts');
process.exitCode = await main(process.argv.slice(2));
