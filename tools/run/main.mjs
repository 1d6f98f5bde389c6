import {existsSync} from 'node:fs';

import {ensureBuilt} from './build.mjs';
import {endChildren} from './children.mjs';
import {ensureInstalled} from './install.mjs';
import {build, e2e, format, lint, prepareBrowserTests, proof, proofFolder, sim, tidy, types, unit} from './parts.mjs';
import {inRoot, root} from './places.mjs';
import {Refusal} from './refusal.mjs';
import {runCommand, runNamedScripts, runScript, scriptsIn} from './script.mjs';
import {start} from './start.mjs';
import {testParts} from './test.mjs';

/**
 * What can be asked for; each gets the arguments after `--` and returns an exit code.
 * @type {Readonly<Record<string, (args: readonly string[]) => Promise<number>>>}
 */
const commands = {
  start,
  test: () =>
    testParts([
      types,
      lint,
      format,
      tidy,
      unit,
      sim,
      build,
      e2e,
      ...(scriptsIn(proofFolder).length > 0 ? [proof] : []),
    ]),
  check: () => testParts([types, lint, format, tidy]),
  unit: (args) => testParts([unit], args),
  e2e: (args) => testParts([build, e2e], args),
  format: (args) => runCommand('oxfmt', 'oxfmt', args.length > 0 ? args : ['.']),
  bench: async (args) => {
    if (existsSync(inRoot('bench', 'package.json'))) await ensureInstalled(inRoot('bench'));
    return withBrowserAndBuild(() => runNamedScripts('bench', args));
  },
  proof: (args) => withBrowserAndBuild(() => runNamedScripts(proofFolder, args)),
  // The same by the name of what does it: a rig breaks things on purpose.
  rig: (args) => withBrowserAndBuild(() => runNamedScripts(proofFolder, args)),
  sim: (args) => runScript('tools/sim/main.ts', args),
  mutation: async (args) => {
    await ensureInstalled(inRoot('tools', 'mutation', 'packages'));
    return runScript('tools/mutation/main.ts', args);
  },
  pictures: (args) => withBrowserAndBuild(() => runScript('tools/pictures/main.ts', args)),
  // With room for what a push leaves behind: its garbage is then collected once and not several times.
  cloud: (args) => runScript('cloud/main.ts', args, {flags: ['--max-semi-space-size=64']}),
  tw: (args) => runScript('tools/tw/main.ts', [calledFrom(), ...args], {listens: true}),
  dist: async (args) => {
    // What is given away says which commit it was made from: never an older build of the same sources.
    await ensureBuilt({again: true});
    return runScript('tools/dist/main.ts', args);
  },
};

/** The folder a person stands in: npm itself goes to the checkout's. */
function calledFrom() {
  const {npm_lifecycle_event: script, INIT_CWD: folder} = process.env;
  return script === 'tw' && folder ? folder : process.cwd();
}

/** @param {() => Promise<number>} work */
async function withBrowserAndBuild(work) {
  await prepareBrowserTests();
  await ensureBuilt();
  return work();
}

/**
 * Runs one command to its end and ends this process with its exit code.
 * @param {readonly string[]} args the command's name and what follows it
 */
export async function main([name = '', ...args]) {
  // Ctrl+C is how the browser edition and the master are ended: not a failure.
  const interrupted = name === 'start' || name === 'cloud' ? 0 : 130;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void endChildren().then(() => process.exit(interrupted)));
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new Refusal(`Unknown command ${name}. There is: ${Object.keys(commands).join(', ')}.`);
    await ensureInstalled(root);
    process.exit(await command(args));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
