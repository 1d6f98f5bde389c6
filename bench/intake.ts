/** `npm run bench -- intake`: reading and keeping a sheet of 105,335 rows beside its peers. See README.md. */
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';

// As in grid.ts: Node looks for `#core/` in the nearest package.json, which here is the peers' own.
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const {main} = (await tsImport('./intake/main.ts', {
  parentURL: import.meta.url,
  tsconfig,
})) as typeof import('./intake/main.ts');
process.exitCode = await main(process.argv.slice(2));
