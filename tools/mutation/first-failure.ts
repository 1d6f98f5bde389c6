import {afterEach} from 'vitest';

/** Vitest runs no test behind the first that fails, and loads the other files all the same: most of what a found fault would cost. */
const seen = globalThis as {hasFailed?: boolean};

if (seen.hasFailed) throw new Error('A fault that was found already is asked for no more.');

afterEach(({task}) => {
  seen.hasFailed ||= task.result?.state === 'fail';
});
