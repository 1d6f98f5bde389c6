import {existsSync, readdirSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {run} from './children.mjs';
import {aptAvailable, aptInstall} from './debian.mjs';
import {commandFile, root} from './places.mjs';
import {Refusal} from './refusal.mjs';
import {withSetback} from './setback.mjs';

/**
 * What decides where a browser may stand.
 * @typedef {object} Host
 * @property {string} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 */

/** @returns {Host} */
const thisHost = () => ({platform: process.platform, env: process.env, home: os.homedir()});

const debianShell = '/usr/bin/chromium-headless-shell';

/** A download that says nothing for so long is given up. */
const downloadSilenceMs = 20_000;
const downloadMs = 5 * 60_000;

/** A Chromium-based browser already on this machine, or undefined. Throws a Refusal when CHROMIUM_PATH names none. */
export function findChromium(host = thisHost()) {
  const chosen = host.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Refusal(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  }
  return [...systemBrowsers(host), ...playwrightBrowsers(host)].find((file) => existsSync(file));
}

/** As `findChromium`, but fetches one when there is none; throws a Refusal when that fails too. */
export async function ensureChromium() {
  const found = findChromium() ?? (await fetchChromium());
  if (found !== undefined) return found;
  throw new Refusal(
    'No Chromium was found, and none could be fetched. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.',
  );
}

/**
 * Chromium without the browser around its pages, in which stories are told; undefined where there is none. Playwright's own fits it
 * best. A browser that was chosen by CHROMIUM_PATH is the one for everything.
 */
export function findHeadlessShell(host = thisHost()) {
  if (host.env.CHROMIUM_PATH) return undefined;
  return [...playwrightBrowsers(host).filter(isShell), debianShell].find((file) => existsSync(file));
}

/** As `findHeadlessShell`, but installs one where that is possible; Playwright brings it with its browser. */
export async function ensureHeadlessShell() {
  const found = findHeadlessShell();
  if (found !== undefined || process.env.CHROMIUM_PATH || !aptAvailable()) return found;
  await withSetback('headless-shell', async () => {
    console.log('Installing the Debian package chromium-headless-shell.');
    return aptInstall(['chromium-headless-shell']);
  });
  return findHeadlessShell();
}

async function fetchChromium() {
  await withSetback('chromium', async () => {
    console.log('No Chromium found; fetching one for Playwright.');
    const args = [commandFile('@playwright/test', 'playwright'), 'install', 'chromium'];
    const {code} = await run(process.execPath, args, {cwd: root, silenceMs: downloadSilenceMs, timeoutMs: downloadMs});
    return code === 0;
  });
  const found = findChromium();
  if (found !== undefined || !aptAvailable()) return found;
  console.log('Installing the Debian package chromium.');
  await aptInstall(['chromium']);
  return findChromium();
}

/**
 * Where installed browsers stand. Snap's comes last of its kind: it cannot write to hidden folders.
 * @param {Host} host
 */
export function systemBrowsers({platform, env, home}) {
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined
        ? []
        : [
            'Google\\Chrome\\Application\\chrome.exe',
            'Chromium\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
          ].map((name) => path.win32.join(folder, name)),
    );
  }
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  return [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/brave-browser',
    '/snap/bin/chromium',
    '/usr/bin/chromium-browser',
  ];
}

/**
 * Browsers in Playwright's cache, newest first; those without a window of their own come last.
 * @param {Host} host
 */
export function playwrightBrowsers({platform, env, home}) {
  const caches = {
    win32: path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'ms-playwright'),
    darwin: path.join(home, 'Library', 'Caches', 'ms-playwright'),
  };
  const usual =
    platform === 'win32' || platform === 'darwin' ? caches[platform] : path.join(home, '.cache', 'ms-playwright');
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || usual;
  const kept = existsSync(cache) ? readdirSync(cache).filter((name) => /^chromium.*-\d+$/.test(name)) : [];
  const newestFirst = kept.sort((a, b) => rank(b) - rank(a));
  return newestFirst.flatMap((name) => insidePlaywright.map((file) => path.join(cache, name, file)));
}

/** @param {string} name such as `chromium-1255` or `chromium_headless_shell-1255` */
function rank(name) {
  const revision = Number(/\d+$/.exec(name)?.[0] ?? 0);
  return name.startsWith('chromium-') ? revision + 1e9 : revision;
}

/** @param {string} file */
const isShell = (file) => /headless[-_]shell/.test(path.basename(file));

const macTesting = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';

const insidePlaywright = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  `chrome-mac-arm64/${macTesting}`,
  `chrome-mac-x64/${macTesting}`,
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-linux/headless_shell',
];
