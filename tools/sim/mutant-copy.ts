import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import type {Mutant} from './mutants.ts';
import {root} from './run-seeds.ts';

/** A copy of core with the fault in it, beside the packages it needs. Throws where a patch no longer fits in one place. */
export function copyWith({name, patches}: Mutant): {readonly core: string; readonly remove: () => void} {
  const folder = path.join(root, 'test-results', 'sim', `${name.replaceAll(' ', '-')}-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  const core = path.join(folder, 'core');
  cpSync(path.join(root, 'core'), core, {recursive: true, filter: (file) => !file.endsWith('.test.ts')});
  for (const {file, from, to} of patches) {
    const place = path.join(core, file);
    const text = readFileSync(place, 'utf8');
    if (text.split(from).length !== 2)
      throw new Error(`The patch of "${name}" does not fit into ${file} in one place.`);
    writeFileSync(
      place,
      text.replace(from, () => to),
    );
  }
  return {core, remove: () => rmSync(folder, {recursive: true, force: true})};
}
