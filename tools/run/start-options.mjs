import path from 'node:path';

import {Refusal} from './refusal.mjs';

/** The browser keeps a shop's data under scheme, host and port: this number never changes. */
export const usualPort = 4780;

const ordersMax = 200_000;

export const startUsage = `npm start [-- options]
  --demo N       open a demo shop with N orders
  --electron     try again to fetch the desktop program
  --browser      the browser edition, even where the desktop could run
  --no-open      the browser edition, without opening a window
  --port P       the browser edition at another port than ${usualPort}; its data is kept apart
  --profile DIR  keep everything in this folder`;

/**
 * @typedef {object} StartOptions
 * @property {number | undefined} demo orders in the demo shop
 * @property {number} port
 * @property {boolean} browser the browser edition was asked for, by name or by an option only it has
 * @property {boolean} electron the desktop was asked for
 * @property {boolean} open
 * @property {string | undefined} profile absolute path
 */

/**
 * Reads what follows `npm start --`. Throws a Refusal for what it does not know.
 * @param {readonly string[]} args
 * @param {string} [folder] relative paths start here
 * @returns {StartOptions}
 */
export function startOptions(args, folder = process.cwd()) {
  const options = {demo: undefined, port: usualPort, browser: false, electron: false, open: true, profile: undefined};
  const queue = args.flatMap((arg) => (/^--\w[\w-]*=/.test(arg) ? splitOnce(arg) : [arg]));
  return read(options, queue, folder);
}

/**
 * @param {StartOptions} options
 * @param {readonly string[]} queue
 * @param {string} folder
 * @returns {StartOptions}
 */
function read(options, [name, ...rest], folder) {
  const [value, ...after] = rest;
  switch (name) {
    case undefined:
      if (options.browser && options.electron) throw new Refusal('Either --electron or the browser edition, not both.');
      return options;
    case '--demo':
      return read({...options, demo: whole(name, value, 1, ordersMax)}, after, folder);
    case '--port':
      return read({...options, port: whole(name, value, 1, 65_535), browser: true}, after, folder);
    case '--profile':
      if (!value || value.startsWith('--')) throw new Refusal('--profile needs a folder.');
      return read({...options, profile: path.resolve(folder, value)}, after, folder);
    case '--browser':
      return read({...options, browser: true}, rest, folder);
    case '--no-open':
      return read({...options, open: false, browser: true}, rest, folder);
    case '--electron':
      return read({...options, electron: true}, rest, folder);
    default:
      throw new Refusal(`npm start does not know ${name}.\n\n${startUsage}`);
  }
}

/** @param {string} arg */
function splitOnce(arg) {
  const at = arg.indexOf('=');
  return [arg.slice(0, at), arg.slice(at + 1)];
}

/**
 * @param {string} name
 * @param {string | undefined} value
 * @param {number} least
 * @param {number} most
 */
function whole(name, value, least, most) {
  const number = /^\d{1,7}$/.test(value ?? '') ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Refusal(`${name} needs a whole number from ${least} to ${most.toLocaleString('en')}.`);
}
