import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {run} from './children.mjs';
import {inRoot} from './places.mjs';
import {withSetback} from './setback.mjs';

/** How long an ordinary start waits for Electron's program; somebody who asks for it by name is given longer. */
const fetchMs = 20_000;
const fetchAskedMs = 10 * 60_000;

/** Electron's program where it is on this machine, else undefined. */
export function findElectron(folder = inRoot('node_modules', 'electron'), env = process.env) {
  const name = readText(path.join(folder, 'path.txt'));
  const file = env.ELECTRON_OVERRIDE_DIST_PATH
    ? path.join(env.ELECTRON_OVERRIDE_DIST_PATH, name ?? 'electron')
    : name !== undefined && path.join(folder, 'dist', name);
  return file && existsSync(file) ? file : undefined;
}

/**
 * As `findElectron`, but fetches the program (npm does not bring it; ELECTRON_MIRROR is honoured) when it is missing.
 * @param {{asked: boolean}} options `asked`: somebody wants the desktop, so a recent failure does not count
 */
export async function ensureElectron({asked}) {
  const found = findElectron();
  if (found !== undefined) return found;
  await withSetback(
    'electron',
    async () => {
      console.log('Fetching the desktop program (Electron).');
      const options = {quiet: !asked, timeoutMs: asked ? fetchAskedMs : fetchMs};
      const {code} = await run(process.execPath, [inRoot('node_modules', 'electron', 'install.js')], options);
      return code === 0;
    },
    {again: asked},
  );
  return findElectron();
}

/**
 * Runs the built desktop until it is closed.
 * @param {object} what
 * @param {string} what.program
 * @param {number | undefined} what.demo
 * @param {string | undefined} what.profile
 * @returns {Promise<number>} its exit code
 */
export async function runDesktop({program, demo, profile}) {
  const args = [inRoot()];
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox');
  if (profile !== undefined) args.push(`--user-data-dir=${profile}`);
  if (demo !== undefined) args.push('--demo', String(demo));
  // Set in terminals inside Electron-based editors; with it the program would be a plain Node.
  const {ELECTRON_RUN_AS_NODE: _, ...env} = process.env;
  const {code} = await run(program, args, {env});
  return code;
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
