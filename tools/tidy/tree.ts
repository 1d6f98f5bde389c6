import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {SourceFile} from './source-file.ts';

/** The root of this checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const made = ['.git', '.tsc', '.profile', '.budgets', 'dist', 'release', 'test-results', 'playwright-report'];
const readable = /\.(ts|tsx|mts|mjs|cjs|js|css|json|html|md|yml|yaml|svg|sql|sh|txt)$|(^|\/)(LICENSE|\.[a-z]+)$/;
// Written by npm, not by us.
const generated = /(^|\/)(package-lock\.json$|node_modules$)/;

/** Every text file below `folder` that somebody wrote, in the order of its paths. */
export function readTree(folder: string): SourceFile[] {
  return pathsBelow(folder, '')
    .sort()
    .map((path) => ({path, text: readFileSync(join(folder, path), 'utf8')}));
}

function pathsBelow(folder: string, inside: string): string[] {
  return readdirSync(join(folder, inside), {withFileTypes: true}).flatMap((entry) => {
    const path = inside ? `${inside}/${entry.name}` : entry.name;
    if (generated.test(path)) return [];
    if (entry.isDirectory()) return inside === '' && made.includes(entry.name) ? [] : pathsBelow(folder, path);
    return entry.isFile() && readable.test(path) ? [path] : [];
  });
}
