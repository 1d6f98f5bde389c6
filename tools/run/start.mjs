import os from 'node:os';
import {pathToFileURL} from 'node:url';

import {ensureBuilt} from './build.mjs';
import {findChromium} from './chromium.mjs';
import {ensureElectron, runDesktop} from './desktop.mjs';
import {occupantOf} from './occupant.mjs';
import {inRoot} from './places.mjs';
import {Refusal} from './refusal.mjs';
import {startOptions} from './start-options.mjs';
import {version} from './version.mjs';
import {hasDisplay, profileFolder, showWindow} from './window.mjs';

/** @typedef {import('./start-options.mjs').StartOptions} StartOptions */

/**
 * `npm start`: the desktop where it can run, else the same build in a window of the browser.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function start(args) {
  const options = startOptions(args);
  const program = options.browser || !hasDisplay() ? undefined : await ensureElectron({asked: options.electron});
  if (program !== undefined) {
    await ensureBuilt();
    return runDesktop({program, demo: options.demo, profile: options.profile});
  }
  if (!options.browser) console.log(whyNotDesktop());
  return runBrowserEdition(options);
}

function whyNotDesktop() {
  return hasDisplay()
    ? 'The desktop program (Electron) is not on this machine and cannot be fetched now; this is the browser edition.'
    : 'There is no display here; this is the browser edition.';
}

/** @param {StartOptions} options */
async function runBrowserEdition(options) {
  const origin = new URL(`http://127.0.0.1:${options.port}`).origin;
  const url = options.demo === undefined ? `${origin}/` : `${origin}/?demo=${options.demo}`;

  const occupant = await occupantOf(options.port);
  if (occupant.who === 'somebody') throw new Refusal(portTaken(options.port));
  if (occupant.who === 'tradewind') {
    console.log(`Tradewind ${occupant.version} already runs at ${url}`);
    await show(url, options);
    return 0;
  }

  await ensureBuilt();
  const server = await serve(options.port);
  console.log(`Tradewind is at ${url}  (Ctrl+C ends it)`);
  if ((await show(url, options)) !== 'closed') await forEver();
  await server.close();
  return 0;
}

/**
 * @param {string} url
 * @param {StartOptions} options
 */
async function show(url, {open, profile}) {
  if (!open || !hasDisplay()) return 'unseen';
  const browser = findChromium();
  if (browser === undefined) {
    console.log(
      'No Chrome, Chromium or Edge was found to open it in: open the address yourself, or set CHROMIUM_PATH.',
    );
    return 'unseen';
  }
  const shown = await showWindow({
    browser,
    url,
    profile: profileFolder({browser, chosen: profile, home: os.homedir()}),
  });
  if (shown === 'elsewhere') console.log('If you see no window, open the address yourself.');
  return shown;
}

/** @param {number} port */
async function serve(port) {
  /** @type {typeof import('../serve/server.ts')} */
  const {startServer} = await import(pathToFileURL(inRoot('dist', 'serve', 'serve.mjs')).href);
  try {
    return await startServer({folder: inRoot('dist', 'renderer'), port, version: version()});
  } catch (error) {
    const {code} = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE') throw new Refusal(portTaken(port));
    if (code === 'EACCES') throw new Refusal(`This system does not let you use port ${port}; choose one above 1023.`);
    throw error;
  }
}

/** @param {number} port */
function portTaken(port) {
  return [
    `Another program uses port ${port} of this machine. End it, or start Tradewind at another port:`,
    `  npm start -- --port ${port === 65_535 ? port - 1 : port + 1}`,
    'Mind that a shop belongs to its address: at another port you see another, empty shop.',
  ].join('\n');
}

/** Until the person ends the program. The server keeps Node awake. */
function forEver() {
  return new Promise(() => {});
}
