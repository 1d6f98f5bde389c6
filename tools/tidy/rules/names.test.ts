import {expect, test} from 'vitest';
import {declarations, fileNames} from './names.ts';

test.each([
  ['core/Order.ts', 'File names are kebab-case.'],
  ['renderer/ui/order_row.module.css', 'File names are kebab-case.'],
  ['core/orders/index.ts', 'No index file: import the file that has what you need.'],
  ['core/orders/utils.ts', '"utils" says nothing: name the file after what it exports.'],
  ['core/orders/order-helpers.test.ts', '"helpers" says nothing: name the file after what it exports.'],
  ['renderer/window-manager.tsx', '"manager" says nothing: name the file after what it exports.'],
  ['cloud/order-service.ts', '"service" says nothing: name the file after what it exports.'],
])('no file is called %s', (path, says) => {
  expect(fileNames.check([{path, text: ''}]).map((finding) => finding.says)).toEqual([says]);
});

test('kebab-case files, signboards and the files tools ask for are fine', () => {
  const paths = [
    'core/orders/order-line.test.ts',
    'README.md',
    'LICENSE',
    '.oxlintrc.json',
    'renderer/index.html',
    'a.module.css',
  ];
  expect(fileNames.check(paths.map((path) => ({path, text: ''})))).toEqual([]);
});

test.each([
  ['export default function a() {}', 'No default exports: a thing has one name everywhere.'],
  ['const a = 1; export {a as default};', 'No default exports: a thing has one name everywhere.'],
  ['export const enum Status { a }', 'No enums: a union of strings, or a table as const.'],
  ['interface IOrder { id: string }', 'No I before an interface: name what it is.'],
])('a module may not say %s', (text, says) => {
  expect(declarations.check([{path: 'core/a.ts', text}]).map((finding) => finding.says)).toEqual([says]);
});

test('a configuration exports what its tool asks for, and IOSS is a word of the trade', () => {
  const files = [
    {path: 'vite.config.ts', text: 'export default {};'},
    {path: 'core/a.ts', text: "import {default as b} from 'b'; interface IOSSNumber {} switch (b) { default: }"},
  ];
  expect(declarations.check(files)).toEqual([]);
});
