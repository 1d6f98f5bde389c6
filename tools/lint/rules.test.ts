import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../tidy/tree.ts';
import {printedAbout} from './planted.ts';

/** One planted fault per rule that must be seen: where it stands, what it says. */
const faults: Readonly<Record<string, {path: string; text: string}>> = {
  'typescript(no-explicit-any)': {path: 'core/any.ts', text: 'export const a: any = 1;'},
  'typescript(no-non-null-assertion)': {
    path: 'core/bang.ts',
    text: 'export const first = (list: string[]): string => list[0]!;',
  },
  'typescript(ban-ts-comment)': {path: 'core/hush.ts', text: '// @ts-ignore\nexport const a: string = 1;'},
  'typescript(no-floating-promises)': {
    path: 'core/floating.ts',
    text: 'async function go(): Promise<void> {}\nexport function start(): void {\n  go();\n}',
  },
  'typescript(no-misused-promises)': {
    path: 'core/misused.ts',
    text: 'export function go(ready: Promise<boolean>): number {\n  return ready ? 1 : 2;\n}',
  },
  'typescript(await-thenable)': {
    path: 'core/awaited.ts',
    text: 'export async function go(): Promise<void> {\n  await 1;\n}',
  },
  'typescript(switch-exhaustiveness-check)': {
    path: 'core/switch.ts',
    text: "export function word(a: 'b' | 'c'): string {\n  switch (a) {\n    case 'b':\n      return 'b';\n  }\n  return '';\n}",
  },
  'react-hooks(rules-of-hooks)': {
    path: 'renderer/hooks.tsx',
    text: "import {useState} from 'react';\nexport function Page({on}: {on: boolean}) {\n  if (on) useState(1);\n  return null;\n}",
  },
  'react-hooks(exhaustive-deps)': {
    path: 'renderer/deps.tsx',
    text: "import {useEffect} from 'react';\nexport function Page({n}: {n: number}) {\n  useEffect(() => console.log(n), []);\n  return null;\n}",
  },
  'jsx-a11y(alt-text)': {path: 'renderer/image.tsx', text: 'export const mark = () => <img src="a.png" />;'},
  'import(no-cycle)': {path: 'core/circle.ts', text: "import {b} from './circle-back.ts';\nexport const a = () => b;"},
  'import(no-default-export)': {path: 'core/default.ts', text: 'const a = 1;\nexport default a;'},
  'eslint(no-restricted-globals)': {path: 'core/global.ts', text: 'export const a = () => process;'},
  'vitest(no-focused-tests)': {
    path: 'core/alone.test.ts',
    text: "import {expect, test} from 'vitest';\ntest.only('a', () => {\n  expect(1).toBe(1);\n});",
  },
};

/** One forbidden import per layer. */
const bans: Readonly<Record<string, string>> = {
  'core/electron.ts': "export {app} from 'electron';",
  'core/node.ts': "export {readFileSync} from 'node:fs';",
  'core/page.ts': "export {mark} from '../renderer/image.tsx';",
  'renderer/electron.ts': "export {app} from 'electron';",
  'renderer/node.ts': "export {readFileSync} from 'node:fs';",
  'renderer/desktop.ts': "export {a} from '../electron/fine.ts';",
  'electron/page.ts': "export {mark} from '../renderer/image.tsx';",
  'electron/react.ts': "export {useState} from 'react';",
  'cloud/page.ts': "export {mark} from '../renderer/image.tsx';",
};

const fine: Readonly<Record<string, string>> = {
  'core/circle-back.ts': "import {a} from './circle.ts';\nexport const b = () => a;",
  'core/fine.ts': 'export const a = async (b: Promise<number>): Promise<number> => (await b) + 1;',
  'electron/fine.ts': "export {a} from '../core/fine.ts';\nexport {app} from 'electron';",
  'vite.config.ts': 'export default {};',
};

const tsconfig = JSON.stringify({
  compilerOptions: {strict: true, jsx: 'react-jsx', allowImportingTsExtensions: true, noEmit: true},
});

interface Report {
  readonly diagnostics: readonly {readonly code: string; readonly filename: string}[];
}

/** For each file the rules it breaks, from one run of the linter with the configuration of this project. */
function brokenRules(): Map<string, string[]> {
  const planted = Object.fromEntries(Object.values(faults).map(({path, text}) => [path, `${text}\n`]));
  const config = {'.oxlintrc.json': readFileSync(join(root, '.oxlintrc.json'), 'utf8'), 'tsconfig.json': tsconfig};
  const lint = (): string =>
    printedAbout({...config, ...planted, ...bans, ...fine}, 'oxlint', ['--type-aware', '--format=json']);
  // Its type checker is a process of its own, which a busy machine may be late to start: then it prints a sentence.
  const first = lint();
  const printed = first.startsWith('{') ? first : lint();
  if (!printed.startsWith('{')) throw new Error(printed);
  const report: Report = JSON.parse(printed);
  const broken = new Map<string, string[]>();
  for (const {filename, code} of report.diagnostics) broken.set(filename, [...(broken.get(filename) ?? []), code]);
  return broken;
}

const broken = brokenRules();

test.each(Object.entries(faults))('%s is reported where it is broken', (rule, {path}) => {
  expect(broken.get(path)).toContain(rule);
});

test.each(Object.keys(bans))('the import that %s may not make is reported', (path) => {
  expect(broken.get(path)).toEqual(['eslint(no-restricted-imports)']);
});

test('what keeps the rules is left alone', () => {
  const clean = Object.keys(fine).filter((path) => path !== 'core/circle-back.ts');
  expect(clean.map((path) => broken.get(path) ?? [])).toEqual(clean.map(() => []));
});
