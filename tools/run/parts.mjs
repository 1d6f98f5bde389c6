import {rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';

import {ensureBuilt} from './build.mjs';
import {ensureChromium, ensureHeadlessShell} from './chromium.mjs';
import {ensureTestPackages} from './debian.mjs';
import {inRoot} from './places.mjs';
import {runCommand, runScript, scriptsIn} from './script.mjs';
import {onePassed, sumOf, tallyOfCode, tallyOfFile, tallyOfPlaywright} from './tally.mjs';
import {unitReportFile} from './unit-report.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * One part of `npm test`.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} [needs] a part that must have passed
 * @property {() => Promise<void>} [prepare] gets what the machine lacks; its time is not held against the part
 * @property {(extra: readonly string[]) => Promise<Tally>} run given further arguments for the runner
 */

/** @type {Part} */
export const types = {
  name: 'types',
  run: async () => tallyOfCode(await runCommand('typescript', 'tsc', ['-b', ...sharing()], {env: roomForGo})),
};

/**
 * TypeScript starts four checkers for a project and four projects at once, and each works out the types of all words for itself: no more
 * of them than there are cores.
 */
function sharing() {
  const checkers = Math.min(4, availableParallelism());
  const builders = Math.max(1, Math.floor(availableParallelism() / checkers));
  return ['--checkers', String(checkers), '--builders', String(builders)];
}

/**
 * TypeScript and the linter are written in Go, which looks for garbage whenever memory has doubled. Told to wait for the memory that
 * they take in any case they need a third less time: on two cores 15 s instead of 22, and 18 instead of 28.
 */
const roomForGo = {GOGC: '400', GOMEMLIMIT: '2GiB'};

/** @type {Part} */
export const lint = {
  name: 'lint',
  run: async () => tallyOfCode(await runCommand('oxlint', 'oxlint', ['--type-aware'], {env: roomForGo})),
};

/** @type {Part} */
export const format = {
  name: 'format',
  run: async () => tallyOfCode(await runCommand('oxfmt', 'oxfmt', ['--check', '.'])),
};

/** @type {Part} */
export const tidy = {
  name: 'tidy',
  run: async () => tallyOfCode(await runScript('tools/tidy/main.ts', [])),
};

/** @type {Part} */
export const unit = {
  name: 'unit',
  prepare: ensureTestPackages,
  run: async (extra) => {
    rmSync(unitReportFile, {force: true});
    const reporters = ['--reporter=default', `--reporter=${inRoot('tools', 'run', 'unit-report.mjs')}`];
    const code = await runCommand('vitest', 'vitest', ['run', ...reporters, ...extra]);
    return tallyOfFile(unitReportFile, code, (tally) => tally);
  },
};

/** @type {Part} Replication simulated in its short form; `npm run sim` runs the long one. */
export const sim = {
  name: 'sim',
  run: async (extra) => tallyOfCode(await runScript('tools/sim/main.ts', ['--budgeted', ...extra])),
};

/** @type {Part} */
export const build = {
  name: 'build',
  run: async () => {
    await ensureBuilt();
    return onePassed;
  },
};

/** @type {Part} */
export const e2e = {
  name: 'e2e',
  needs: 'build',
  prepare: prepareBrowserTests,
  run: async (extra) => {
    const report = inRoot('test-results', 'e2e.json');
    rmSync(report, {force: true});
    const config = `--config=${inRoot('e2e', 'playwright.config.ts')}`;
    const code = await runCommand('@playwright/test', 'playwright', ['test', config, ...extra]);
    return tallyOfFile(report, code, tallyOfPlaywright);
  },
};

/** @type {Part} The proofs in their short form; `npm run proof` runs the long one. */
export const proof = {
  name: 'proof',
  needs: 'build',
  prepare: prepareBrowserTests,
  run: async (extra) => {
    const tallies = [];
    for (const name of scriptsIn(proofFolder)) {
      const tally = tallyOfCode(await runScript(`${proofFolder}/${name}.ts`, ['--budgeted', ...extra]));
      tallies.push(tally.failed > 0 ? {...tally, failures: [`proof of ${name}`]} : tally);
    }
    return sumOf(tallies);
  },
};

export const proofFolder = 'e2e/proof';

/**
 * Makes CHROMIUM_PATH name a browser for every program started from here, and HEADLESS_SHELL_PATH its shell where there is one; gets
 * the Debian packages tests like.
 */
export async function prepareBrowserTests() {
  const browser = await ensureChromium();
  const shell = await ensureHeadlessShell();
  if (shell !== undefined) process.env.HEADLESS_SHELL_PATH ??= shell;
  process.env.CHROMIUM_PATH = browser;
  await ensureTestPackages();
}
