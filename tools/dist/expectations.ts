import type {Packed} from './rehearsal.ts';
import {type Fuses, fuseNames} from './fuses.ts';

// What the desktop cannot start without.
const needed = [
  'dist/build.json',
  'dist/electron/main.cjs',
  'dist/electron/preload.cjs',
  'dist/renderer/index.html',
  'package.json',
];
const belongs = /^(dist\/(electron|renderer)\/.+|dist\/build\.json|package\.json)$/;
const betrays = /\.(map|ts|tsx)$|(^|\/)node_modules\//;

/** Every way in which a packed desktop is not what it should be, one sentence each; empty when it is. */
export function complaintsAbout({files, fuses}: Packed, wanted: Fuses): string[] {
  const missing = needed.filter((path) => !files.includes(path)).map((path) => `The archive lacks ${path}.`);
  const strange = files
    .filter((path) => !belongs.test(path) || betrays.test(path))
    .map((path) => `The archive holds ${path}, which does not belong there.`);
  const wrong = fuseNames
    .filter((name) => wanted[name] !== undefined && fuses[name] !== wanted[name])
    .map((name) => `The fuse ${name} is ${fuses[name] ?? 'gone'}, not ${wanted[name]}.`);
  return [...missing, ...strange, ...wrong];
}
