/** `npm run bench -- grid`: the order list of 200,000 orders beside its peers and its floors. See README.md. */
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';

// Node looks for `#core/` in the nearest package.json, which here is the peers' own; the tsconfig beside it knows better.
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const {main} = (await tsImport('./grid/main.ts', {
  parentURL: import.meta.url,
  tsconfig,
})) as typeof import('./grid/main.ts');
process.exitCode = await main(process.argv.slice(2));
