import {spawn} from 'node:child_process';

/**
 * The programs started here that have not ended yet, so that an interrupted command leaves nobody behind.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const live = new Set();

/** True once everything is being ended: whoever waits for a program then waits for ever, and starts nothing after it. */
let ending = false;

/** How long a program may take to end by itself once asked. */
const graceMs = 5_000;

/**
 * @typedef {object} Ending
 * @property {number} code exit code; 1 when it was ended by a signal or could not be started
 * @property {boolean} cutShort true when it was ended for being silent or running for too long
 * @property {string} errors what it wrote to stderr, where that was to be kept
 */

/**
 * Runs a program to its end, its output shown as it comes. Never rejects: a program that is not there ends with code 1.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment; this process's own where left out
 * @param {boolean} [options.listens] it reads what is piped or typed here; else it finds its stdin empty
 * @param {boolean} [options.quiet] its output is not shown
 * @param {boolean} [options.onlyErrors] what it writes to stdout is shown on stderr
 * @param {boolean} [options.keepErrors] stderr is returned instead of shown (the last 64 kB of it)
 * @param {boolean} [options.shell]
 * @param {number} [options.silenceMs] ended when it has written nothing for so long
 * @param {number} [options.timeoutMs] ended after so long in any case
 * @returns {Promise<Ending>}
 */
export function run(program, args, options = {}) {
  const {
    cwd,
    env,
    listens = false,
    quiet = false,
    onlyErrors = false,
    keepErrors = false,
    shell = false,
    silenceMs,
    timeoutMs,
  } = options;
  const watched = silenceMs !== undefined;
  const shown = quiet ? 'ignore' : 'inherit';
  const child = spawn(program, args, {
    cwd,
    env,
    shell,
    stdio: [
      listens ? 'inherit' : 'ignore',
      onlyErrors ? 2 : watched ? 'pipe' : shown,
      watched || keepErrors ? 'pipe' : shown,
    ],
  });
  live.add(child);

  return new Promise((resolve) => {
    let errors = '';
    let cutShort = false;
    const end = () => {
      cutShort = true;
      child.kill();
    };
    const limit = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs);
    const patience = watched ? setTimeout(end, silenceMs) : undefined;
    child.stdout?.on('data', (chunk) => {
      patience?.refresh();
      if (!quiet) process.stdout.write(chunk);
    });
    child.stderr?.on('data', (chunk) => {
      patience?.refresh();
      if (keepErrors) errors = (errors + chunk).slice(-65_536);
      else if (!quiet) process.stderr.write(chunk);
    });
    /** @param {number | null} code */
    const ended = (code) => {
      clearTimeout(limit);
      clearTimeout(patience);
      live.delete(child);
      if (!ending) resolve({code: code ?? 1, cutShort, errors});
    };
    child.once('error', () => ended(1));
    child.once('close', ended);
  });
}

/**
 * Asks every live program to end, and ends those that do not. Resolves when all are gone; this process is then to end
 * too, since nothing that waits for one of them goes on.
 */
export async function endChildren() {
  ending = true;
  await Promise.all(
    [...live].map(
      (child) =>
        new Promise((resolve) => {
          const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
          child.once('close', () => {
            clearTimeout(force);
            resolve(undefined);
          });
          child.kill();
        }),
    ),
  );
}
