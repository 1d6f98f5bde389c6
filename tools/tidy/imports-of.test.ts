import {parseSync} from 'vite';
import {expect, test} from 'vitest';
import {importsOf} from './imports-of.ts';
import {isScript} from './source-file.ts';
import {readTree, root} from './tree.ts';

const found = (text: string) => importsOf({path: 'a.ts', text}).map((used) => `${used.kind} ${used.specifier}`);

test('every way to name another file is found', () => {
  const text = `
    import a, {type B} from 'static';
    import type {C} from 'types';
    import type from 'named-type';
    import 'effect';
    import * as d from "star";
    import e = require('equals');
    export {f} from 'passed-on';
    export type {G} from 'types-passed-on';
    export * as h from 'star-passed-on';
    const i = await import('dynamic');
    const j = () => import('called').then(use);
    let k: import('type-inside').K;
    let l: typeof import('type-of');
    require('required');
    require.resolve('resolved');
    new Worker(new URL('./worker.ts', import.meta.url), {type: 'module'});
  `;

  expect(found(text)).toEqual([
    'value static',
    'type types',
    'value named-type',
    'value effect',
    'value star',
    'value equals',
    'value passed-on',
    'type types-passed-on',
    'value star-passed-on',
    'value dynamic',
    'value called',
    'type type-inside',
    'type type-of',
    'value required',
    'value resolved',
    'url ./worker.ts',
  ]);
});

test('what only looks like an import is none', () => {
  const text = `
    // import 'comment';
    const a = "import 'text'";
    const b = \`require('template')\`;
    const c = /import 'regex'/;
    loader.import('member'); loader.require('member');
    export const from = 'constant';
    export {c};
    new URL('https://example.com', base);
  `;
  expect(found(text)).toEqual([]);
});

test('a reference comment is an import of types', () => {
  expect(found('/// <reference types="node" />\n')).toEqual(['type node']);
});

test('on every file of this tree the parser of the bundler finds the same static imports', () => {
  const scripts = readTree(root).filter((file) => isScript(file.path));
  const differing = scripts.filter((file) => {
    const {module, errors} = parseSync(file.path, file.text);
    const statements = [
      ...module.staticImports.map((each) => each.moduleRequest),
      ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ];
    const starts = new Set(importsOf(file).map((used) => used.start));
    return errors.length === 0 && !statements.every((request) => starts.has(request.start));
  });
  expect(differing.map((file) => file.path)).toEqual([]);
});
