import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} names a path inside the checkout */
export const inRoot = (...names) => path.join(root, ...names);

/**
 * The JavaScript file behind a package's command, to be run with this very Node: the same on every system, no shell.
 * @param {string} packageName
 * @param {string} command
 */
export function commandFile(packageName, command) {
  /** @type {{bin: string | Record<string, string>}} */
  const {bin} = createRequire(import.meta.url)(inRoot('node_modules', packageName, 'package.json'));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return inRoot('node_modules', packageName, file);
}

/**
 * Where a program keeps what belongs to the person, on the given system.
 * @param {{platform: string, env: Readonly<Record<string, string | undefined>>, home: string}} [host]
 */
export function personalFolder(
  {platform, env, home} = {platform: process.platform, env: process.env, home: os.homedir()},
) {
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'tradewind');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'tradewind');
  return path.join(env.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'tradewind');
}
