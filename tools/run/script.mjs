import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';

import {run} from './children.mjs';
import {commandFile, inRoot, root} from './places.mjs';
import {Refusal} from './refusal.mjs';

/**
 * Runs an installed package's command in the checkout; returns its exit code.
 * @param {string} packageName
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] beside this process's own
 */
export async function runCommand(packageName, command, args, {env = {}} = {}) {
  const whole = {cwd: root, env: {...process.env, ...env}};
  const {code} = await run(process.execPath, [commandFile(packageName, command), ...args], whole);
  return code;
}

/**
 * Runs a TypeScript file of the checkout; returns its exit code.
 * @param {string} file relative to the checkout
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {readonly string[]} [options.flags] of Node
 * @param {boolean} [options.listens] it reads stdin
 */
export async function runScript(file, args, {flags = [], listens = false} = {}) {
  const whole = [...flags, '--import', 'tsx', inRoot(file), ...args];
  const {code} = await run(process.execPath, whole, {cwd: root, listens});
  return code;
}

/**
 * The scripts of a folder by name: each TypeScript file directly in it; what they share stands in folders below.
 * @param {string} folder relative to the checkout
 */
export function scriptsIn(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder))
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .map((name) => path.basename(name, '.ts'))
    .sort();
}

/**
 * Runs the script of a folder that the first argument names, with the arguments after it, or all of them. Exit code 1 when one
 * of them failed; the others run all the same.
 * @param {string} folder relative to the checkout
 * @param {readonly string[]} args
 */
export async function runNamedScripts(folder, args) {
  const known = scriptsIn(folder);
  const [first] = args;
  const chosen = first !== undefined && !first.startsWith('-');
  if (chosen && !known.includes(first)) {
    throw new Refusal(`There is no ${folder}/${first}.ts. There is: ${known.join(', ') || 'none yet'}.`);
  }
  if (known.length === 0) throw new Refusal(`There is nothing to run in ${folder} yet.`);

  const names = chosen ? [first] : known;
  const codes = [];
  for (const name of names) codes.push(await runScript(`${folder}/${name}.ts`, chosen ? args.slice(1) : args));
  return codes.every((code) => code === 0) ? 0 : 1;
}
