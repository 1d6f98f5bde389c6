import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';

/**
 * One digest over texts and over every file below the given places, names and contents, in a fixed order.
 * A place that does not exist counts as empty.
 * @param {object} what
 * @param {string} what.base folder the places are in
 * @param {readonly string[]} what.places files and folders
 * @param {(name: string) => boolean} [what.leaveOut] given a file's name
 * @param {readonly string[]} [what.texts]
 */
export function digestOf({base, places, leaveOut = () => false, texts = []}) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of places.flatMap((place) => filesBelow(base, place))) {
    if (leaveOut(path.basename(file))) continue;
    const bytes = readFileSync(path.join(base, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} place
 * @returns {string[]} paths with forward slashes, so that every system gets the same digest
 */
function filesBelow(base, place) {
  const full = path.join(base, place);
  if (!existsSync(full)) return [];
  const entries = tryList(full);
  if (!entries) return [place];
  return entries.sort((a, b) => (a < b ? -1 : 1)).flatMap((name) => filesBelow(base, `${place}/${name}`));
}

/** @param {string} place */
function tryList(place) {
  try {
    return readdirSync(place);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
