import {existsSync} from 'node:fs';
import path from 'node:path';

import {run} from './children.mjs';
import {digestOf} from './digest.mjs';
import {markedWork, markerState} from './marker.mjs';
import {Refusal} from './refusal.mjs';

/**
 * Installs a folder's packages exactly as its lock file says, unless that was done before by this Node on this system.
 * Throws a Refusal that names the cause when npm fails. What it has to say goes to stderr: stdout belongs to the command.
 * @param {string} folder with package-lock.json
 */
export async function ensureInstalled(folder) {
  if (!existsSync(path.join(folder, 'package-lock.json'))) {
    throw new Refusal(`There is no package-lock.json in ${folder}: this is not a whole checkout.`);
  }
  const modules = path.join(folder, 'node_modules');
  const marker = path.join(modules, '.installed');
  const digest = installDigest(folder);
  const state = markerState(marker, digest);
  if (state === 'fresh') return;

  console.error(reasons[existsSync(modules) ? state : 'absent']);
  await markedWork(marker, digest, () => cleanInstall(folder));
}

/** @param {string} folder */
export function installDigest(folder) {
  const [major = ''] = process.versions.node.split('.');
  return digestOf({base: folder, places: ['package-lock.json'], texts: [process.platform, process.arch, major]});
}

const reasons = {
  absent: 'Installing packages (once; this can take a minute).',
  never: 'The packages here were not installed to the end; installing them again.',
  stale: 'The list of packages or the Node version has changed; installing again.',
};

/** @param {string} folder */
async function cleanInstall(folder) {
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const {code, errors} = await run(npm.program, args, {
    cwd: folder,
    onlyErrors: true,
    keepErrors: true,
    shell: npm.shell,
  });
  if (code !== 0) throw new Refusal(`The packages could not be installed: ${installFailure(errors)}`);
}

/** The npm that started us, else the one beside this Node, else the one on the path. */
function npmCommand() {
  const beside = path.dirname(process.execPath);
  const files = [
    process.env.npm_execpath,
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const file = files.find((name) => name !== undefined && path.basename(name) === 'npm-cli.js' && existsSync(name));
  if (file !== undefined) return {program: process.execPath, args: [file], shell: false};
  // On Windows npm is a script, which only a shell can start.
  return {program: 'npm', args: [], shell: process.platform === 'win32'};
}

/** @type {readonly (readonly [pattern: RegExp, cause: string])[]} */
const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/,
    'the package registry cannot be reached. Check the network, then run the command again.',
  ],
  [/ENOSPC/, 'the disk is full.'],
  [/EACCES|EPERM|EROFS/, 'this folder may not be written to.'],
  [/EUSAGE/, 'package.json and package-lock.json do not agree.'],
  [/EINTEGRITY/, 'a package is not the one that package-lock.json names. Run the command again.'],
  [/E401|E403/, 'the package registry refuses access.'],
  [/E404|ETARGET/, 'the package registry does not have one of them.'],
];

/**
 * One sentence for why npm failed.
 * @param {string} errors what npm wrote to stderr
 */
export function installFailure(errors) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(errors)?.[1];
  const cause = causes.find(([pattern]) => pattern.test(code ?? errors))?.[1];
  if (cause !== undefined) return code === undefined ? cause : `${cause} (${code})`;
  const first = /npm (?:error|ERR!) (?!code )(.+)/.exec(errors)?.[1];
  return first ?? 'npm could not be started or ended without saying why.';
}
