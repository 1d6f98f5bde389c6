import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import type {Mutant} from './mutants.ts';
import {root} from './run-seeds.ts';

/** What seeds run over; beside it stand the packages that it needs. */
const copied = ['core', 'renderer/store', 'cloud', 'package.json'];

/** The files of a fault with it in them. Throws where a patch no longer fits in one place. */
export function patchedFiles({name, patches}: Mutant): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const {file, from, to} of patches) {
    const text = files.get(file) ?? readFileSync(path.join(root, file), 'utf8');
    if (text.split(from).length !== 2)
      throw new Error(`The patch of "${name}" does not fit into ${file} in one place.`);
    files.set(
      file,
      text.replace(from, () => to),
    );
  }
  return files;
}

/** A copy of the tree with the fault in it. */
export function copyWith(mutant: Mutant): {readonly folder: string; readonly remove: () => void} {
  const {name} = mutant;
  const folder = path.join(root, 'test-results', 'sim', `${name.replaceAll(' ', '-')}-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  const filter = (file: string): boolean => !/\.test\.ts$|\.gz$/.test(file);
  for (const part of copied) cpSync(path.join(root, part), path.join(folder, part), {recursive: true, filter});
  for (const [file, text] of patchedFiles(mutant)) writeFileSync(path.join(folder, file), text);
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}
