import {existsSync} from 'node:fs';

import {run} from './children.mjs';
import {digestOf} from './digest.mjs';
import {markedWork, markerState} from './marker.mjs';
import {inRoot, root} from './places.mjs';
import {Refusal} from './refusal.mjs';

/** Everything the built program is made from. */
const sources = [
  'renderer',
  'core',
  'electron',
  'assets',
  'tools/build',
  'tools/serve',
  'tools/tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** What a whole build has left behind. */
const results = ['renderer/index.html', 'electron/main.cjs', 'electron/preload.cjs', 'serve/serve.mjs', 'build.json'];

/**
 * Builds the renderer, the desktop and the browser edition's server, unless just these sources were built before.
 * Throws a Refusal when the build fails.
 * @param {{again?: boolean}} [options] `again`: builds in any case
 */
export async function ensureBuilt({again = false} = {}) {
  const marker = inRoot('dist', '.built');
  const digest = digestOf({base: root, places: sources, leaveOut: (name) => /\.test\.tsx?$/.test(name)});
  const whole = results.every((file) => existsSync(inRoot('dist', file)));
  if (!again && whole && markerState(marker, digest) === 'fresh') return;

  console.log('Building Tradewind.');
  await markedWork(marker, digest, async () => {
    const {code} = await run(process.execPath, [inRoot('tools', 'build', 'main.mjs')], {cwd: root});
    if (code !== 0) throw new Refusal('Tradewind could not be built; the reason stands above.');
  });
}
