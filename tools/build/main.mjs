/** Builds everything into dist/; which sources that needs is known in tools/run/build.mjs. */
import {rmSync, writeFileSync} from 'node:fs';

import {build} from 'vite';

import {inRoot} from '../run/places.mjs';
import {commit, version} from '../run/version.mjs';

const builds = [
  {config: 'renderer.vite.ts', mode: 'production'},
  {config: 'electron.vite.ts', mode: 'main'},
  {config: 'electron.vite.ts', mode: 'preload'},
  {config: 'serve.vite.ts', mode: 'production'},
];

rmSync(inRoot('dist'), {recursive: true, force: true});
try {
  for (const {config, mode} of builds) {
    await build({configFile: inRoot('tools', 'build', config), mode, logLevel: 'warn'});
  }
  writeFileSync(inRoot('dist', 'build.json'), `${JSON.stringify({version: version(), commit: commit() ?? null})}\n`);
} catch (error) {
  // What is wrong is in the sources: where in the bundler it was noticed helps nobody.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
