import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import type {Mutant} from './mutants.ts';
import {root} from './run-seeds.ts';

/** What seeds run over; beside it stand the packages that it needs. */
const copied = ['core', 'renderer/store', 'cloud', 'package.json'];

/** A copy of the tree with the fault in it. Throws where a patch no longer fits in one place. */
export function copyWith({name, patches}: Mutant): {readonly folder: string; readonly remove: () => void} {
  const folder = path.join(root, 'test-results', 'sim', `${name.replaceAll(' ', '-')}-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  const filter = (file: string): boolean => !/\.test\.ts$|\.gz$/.test(file);
  for (const part of copied) cpSync(path.join(root, part), path.join(folder, part), {recursive: true, filter});
  for (const {file, from, to} of patches) {
    const place = path.join(folder, file);
    const text = readFileSync(place, 'utf8');
    if (text.split(from).length !== 2)
      throw new Error(`The patch of "${name}" does not fit into ${file} in one place.`);
    writeFileSync(
      place,
      text.replace(from, () => to),
    );
  }
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}
