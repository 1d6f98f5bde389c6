/** The only reasons for which a test may not run: what it looks at is not on this machine. */
const allowed = new Set(['no Electron', 'no shared data', 'no Debian package']);

/**
 * A test that did not run, and the reason it gave.
 * @typedef {{name: string, reason: string | undefined}} Skip
 */

/**
 * The skips that nobody agreed to, as sentences.
 * @param {readonly Skip[]} skips
 */
export function forbiddenSkips(skips) {
  return skips
    .filter(({reason}) => reason === undefined || !allowed.has(reason.replace(/^skipped: /, '')))
    .map(({name, reason}) => `${name}: skipped ${reason ? `for "${reason}"` : 'without a reason'}`);
}
