import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {root} from '../tidy/tree.ts';

/** What a tool of `node_modules` prints about files that stand in a folder of their own, which is gone afterwards. */
export function printedAbout(
  files: Readonly<Record<string, string>>,
  tool: 'oxlint' | 'tsc',
  options: readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-planted-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), text);
    }
    return printed(join(root, 'node_modules', tool === 'tsc' ? 'typescript' : tool, 'bin', tool), options, folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The linter looks for its type checker on the path, which has it only below npm, and in folders above, which are not ours. Both tools end with 1 when they find something: that is an answer here, not a failure. */
function printed(script: string, options: readonly string[], folder: string): string {
  try {
    const env = {...process.env, OXLINT_TSGOLINT_PATH: join(root, 'node_modules', '.bin', 'tsgolint')};
    return execFileSync(process.execPath, [script, ...options], {cwd: folder, env, encoding: 'utf8', stdio: 'pipe'});
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout)
      return error.stdout;
    throw error;
  }
}
