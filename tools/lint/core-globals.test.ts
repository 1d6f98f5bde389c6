import {join} from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../tidy/tree.ts';
import {printedAbout} from './planted.ts';

const foreign = [
  'window',
  'document',
  'process',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'Buffer',
  'localStorage',
];

/** What the compiler says about files that are compiled as core is: its own options, its own globals. */
function complaints(files: Readonly<Record<string, string>>): string[] {
  const core = join(root, 'core');
  const tsconfig = JSON.stringify({
    extends: join(core, 'tsconfig.json'),
    compilerOptions: {composite: false, noEmit: true, emitDeclarationOnly: false, declaration: false, rootDir: null},
    files: [...Object.keys(files), join(core, 'globals.d.ts')],
    include: [],
  });
  const printed = printedAbout({...files, 'tsconfig.json': tsconfig}, 'tsc', ['-p', '.', '--pretty', 'false']);
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

test('what belongs to a page or to Node does not compile in core', () => {
  const planted = foreign.map((name) => [`${name.toLowerCase()}.ts`, `export const it: unknown = ${name};\n`] as const);
  const unknown = complaints(Object.fromEntries(planted)).map(
    (line) => /Cannot find name '(\w+)'/.exec(line)?.[1] ?? line,
  );
  expect(unknown).toEqual(foreign.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
});

test('what every host has does compile in core', () => {
  const text = 'export const it: Uint8Array = new TextEncoder().encode([1, 2].toSorted().join());\n';
  expect(complaints({'fine.ts': text})).toEqual([]);
});
