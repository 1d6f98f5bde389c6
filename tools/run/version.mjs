import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

import {inRoot, root} from './places.mjs';

/** The version in package.json.
 * @returns {string} */
export function version() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version;
}

/** The commit that is checked out, with `-dirty` after it where files differ from it; undefined where git cannot tell. */
export function commit() {
  const {status, stdout} = spawnSync('git', ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : undefined;
}
