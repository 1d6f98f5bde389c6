import {existsSync, readFileSync} from 'node:fs';

/** @typedef {import('./skips.mjs').Skip} Skip */

/**
 * How the tests of one part went. `failures` names those that failed, where their runner tells.
 * @typedef {{passed: number, failed: number, skips: readonly Skip[], failures?: readonly string[]}} Tally
 */

/** @type {Tally} */
export const onePassed = {passed: 1, failed: 0, skips: []};
/** @type {Tally} */
export const oneFailed = {passed: 0, failed: 1, skips: []};

/**
 * The tally of one program that tells only by its exit code.
 * @param {number} code
 */
export const tallyOfCode = (code) => (code === 0 ? onePassed : oneFailed);

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, {passed}) => sum + passed, 0),
    failed: tallies.reduce((sum, {failed}) => sum + failed, 0),
    skips: tallies.flatMap(({skips}) => skips),
    failures: tallies.flatMap(({failures = []}) => failures),
  };
}

/**
 * The tally a test runner wrote to a file. A run that ended badly without a failed test, or wrote nothing, has failed.
 * @param {string} file
 * @param {number} code the runner's exit code
 * @param {(report: any) => Tally} read
 * @returns {Tally}
 */
export function tallyOfFile(file, code, read) {
  if (!existsSync(file)) return oneFailed;
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && tally.failed === 0 ? {...tally, failed: 1} : tally;
}

/** Stories that a busy machine may make wait too long in one run; more than these have a race. */
const unsteadyMax = 2;

/**
 * The tally of a Playwright JSON report. A test that was reached by no worker has failed: it was not skipped by anybody.
 * A few may pass at the second try, and are named.
 * @param {Pick<import('@playwright/test/reporter').JSONReport, 'suites' | 'errors'>} report
 * @param {(line: string) => void} [print]
 * @returns {Tally}
 */
export function tallyOfPlaywright({suites, errors}, print = console.warn) {
  const unsteady = suites.flatMap((suite) => unsteadyOf(suite));
  for (const title of unsteady) print(`Passed at the second try: ${title}`);
  const tally = sumOf([
    {passed: 0, failed: errors.length, skips: [], failures: errors.map(({message}) => firstLine(message))},
    ...suites.map((suite) => tallyOfSuite(suite, '')),
  ]);
  if (unsteady.length <= unsteadyMax) return tally;
  return {
    ...tally,
    passed: tally.passed - unsteady.length,
    failed: tally.failed + unsteady.length,
    failures: [...(tally.failures ?? []), ...unsteady],
  };
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @returns {readonly string[]}
 */
function unsteadyOf({specs, suites = []}) {
  const here = specs.filter((spec) => spec.tests.some(({status}) => status === 'flaky')).map(({title}) => title);
  return [...here, ...suites.flatMap((suite) => unsteadyOf(suite))];
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @param {string} path titles of the suites around it
 * @returns {Tally}
 */
function tallyOfSuite({title, specs, suites = []}, path) {
  const inside = path === '' ? title : `${path} > ${title}`;
  const tests = specs.flatMap((spec) =>
    spec.tests.map(({status, annotations}) => {
      if (status === 'expected' || status === 'flaky') return onePassed;
      const skip = annotations.find(({type}) => type === 'skip' || type === 'fixme');
      const name = `${inside} > ${spec.title}`;
      if (status !== 'skipped' || !skip) return {...oneFailed, failures: [name]};
      return {passed: 0, failed: 0, skips: [{name, reason: skip.description}]};
    }),
  );
  return sumOf([...tests, ...suites.map((inner) => tallyOfSuite(inner, inside))]);
}

/** @param {string | undefined} text */
export const firstLine = (text = 'an error without words') => text.split('\n', 1)[0] ?? text;
