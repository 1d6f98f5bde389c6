import path from 'node:path';

import {run} from './children.mjs';
import {personalFolder} from './places.mjs';

/** A window that ends sooner was not shown by the program we started. */
const shownMs = 3_000;

/**
 * True where a window can be shown.
 * @param {{platform: string, env: Readonly<Record<string, string | undefined>>}} [host]
 */
export function hasDisplay({platform, env} = {platform: process.platform, env: process.env}) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The folder our own window keeps its data in, apart from the person's everyday browser.
 * Snap lets its browser write only below its own folder.
 * @param {{browser: string, chosen: string | undefined, home: string, personal?: string}} what
 */
export function profileFolder({browser, chosen, home, personal = personalFolder()}) {
  if (chosen !== undefined) return chosen;
  if (browser.startsWith('/snap/')) return path.join(home, 'snap', 'chromium', 'common', 'tradewind', 'profile');
  return path.join(personal, 'profile');
}

/**
 * Shows the page in a window of its own, until it is closed.
 * @param {{browser: string, url: string, profile: string}} what
 * @returns {Promise<'closed' | 'elsewhere'>} `elsewhere`: the browser passed the address on to a window of the same
 * profile that was open already (or did not start at all)
 */
export async function showWindow({browser, url, profile}) {
  const started = performance.now();
  await run(browser, windowArguments({url, profile, superuser: process.getuid?.() === 0}), {quiet: true});
  return performance.now() - started < shownMs ? 'elsewhere' : 'closed';
}

/**
 * Chromium keeps a second page's process ready for the next site, and a process for the network. This window never goes to
 * another site and speaks to this machine alone: without the two it takes some 60 MB less. And its sounds are no music: media keys are
 * for whoever plays some.
 */
export const onePage = [
  '--disable-features=SpareRendererForSitePerProcess,HardwareMediaKeyHandling,MediaSessionService',
  '--enable-features=NetworkServiceInProcess2',
];

/**
 * @param {{url: string, profile: string, superuser: boolean}} what
 */
export function windowArguments({url, profile, superuser}) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    // The window shows one page of this machine: it has nothing to ask of any other.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...onePage,
    ...(superuser ? ['--no-sandbox'] : []),
  ];
}
