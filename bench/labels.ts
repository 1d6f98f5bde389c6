/** `npm run bench -- labels`: a thousand labels as PDF and ZPL beside what one would write instead. See README.md. */
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';

// As in grid.ts: Node looks for `#core/` in the nearest package.json, which here is the peers' own.
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const {main} = (await tsImport('./labels/main.ts', {
  parentURL: import.meta.url,
  tsconfig,
})) as typeof import('./labels/main.ts');
process.exitCode = await main(process.argv.slice(2));
