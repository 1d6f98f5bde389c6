import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/**
 * A marker is a small file that says for which digest some work was finished. It is taken away before the work and
 * written after it, so that work which was broken off is never mistaken for finished work.
 */

/**
 * `never`: no marker, the work was not done or was broken off; `stale`: done for something else.
 * @param {string} file
 * @param {string} digest
 * @returns {'fresh' | 'stale' | 'never'}
 */
export function markerState(file, digest) {
  const found = readMarker(file);
  if (found === undefined) return 'never';
  return found === digest ? 'fresh' : 'stale';
}

/**
 * Does the work and marks it as done for this digest. Rejects with whatever the work rejects with, unmarked.
 * @param {string} file
 * @param {string} digest
 * @param {() => Promise<void>} work
 */
export async function markedWork(file, digest, work) {
  rmSync(file, {force: true});
  await work();
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, digest);
}

/** @param {string} file */
function readMarker(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
