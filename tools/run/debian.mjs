import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

import {run} from './children.mjs';
import {withSetback} from './setback.mjs';

/** What some tests use to look at paper from the outside, and a printer to talk to; without them those tests say `no Debian package`. */
const testPackages = [
  'avahi-daemon',
  'cups-ipp-utils',
  'dbus',
  'fonts-noto-cjk',
  'fonts-noto-core',
  'poppler-utils',
  'qpdf',
];

/** True where Debian packages can be installed without asking anybody. */
export function aptAvailable() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs the Debian packages that tests like to have, where that is possible; a failure is not tried again for a day. */
export async function ensureTestPackages() {
  if (!aptAvailable()) return;
  const missing = missingPackages(testPackages);
  if (missing.length === 0) return;
  await withSetback('debian', async () => {
    console.log(`Installing Debian packages for the tests: ${missing.join(', ')}.`);
    return aptInstall(missing);
  });
}

/**
 * True when it worked. The package lists are fetched only when the known ones will not do.
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  const install = () => apt(['install', '--yes', '--no-install-recommends', ...packages]);
  return (await install()) || ((await apt(['update'])) && (await install()));
}

/** @param {readonly string[]} args */
async function apt(args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
  const {code} = await run('/usr/bin/apt-get', [...quiet, ...args], {env});
  return code === 0;
}

/** @param {readonly string[]} packages */
function missingPackages(packages) {
  // dpkg-query's exit code is not looked at: it is 1 as soon as one package is unknown.
  const {stdout} = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], {
    encoding: 'utf8',
  });
  const installed = new Set((stdout ?? '').split('\n'));
  return packages.filter((name) => !installed.has(`${name} installed`));
}
