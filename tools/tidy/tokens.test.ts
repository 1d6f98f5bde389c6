import {expect, test} from 'vitest';
import {tokensOf} from './tokens.ts';

const kinds = (path: string, text: string) => tokensOf({path, text}).map((token) => `${token.kind} ${token.text}`);

test('comments are no code, and what looks like one inside a text is', () => {
  expect(kinds('a.ts', "a // b\n/* c */ 'd // e'")).toEqual(['name a', 'string d // e']);
});

test('the code inside a template is read as code', () => {
  expect(kinds('a.ts', '`at ${Date.now()} o${{a: `b`}.a}`').join(' | ')).toBe(
    'template at  | punctuation { | name Date | punctuation . | name now | punctuation ( | punctuation ) | ' +
      'punctuation } | template  o | punctuation { | punctuation { | name a | punctuation : | template b | ' +
      'punctuation } | punctuation . | name a | punctuation } | template ',
  );
});

test('a slash divides after a value and opens a regular expression before one', () => {
  expect(kinds('a.ts', 'a / b / c; return /["\'`/*]/.test(x)').filter((kind) => kind.startsWith('regex'))).toEqual([
    'regex /["\'`/*]/',
  ]);
});

test('words between tags are told apart from code, attributes and types', () => {
  const text = [
    'const id = <T,>(a: T) => a < 2;',
    'type Map = <T>(a: T) => void;',
    "const a = <Grid<Order> title=\"Orders\" icon={<I />}>it's {n ? <b>bold</b> : 'code'} // said</Grid>;",
  ].join('\n');

  expect(kinds('a.tsx', text).filter((kind) => /^(words|attribute|string)/.test(kind))).toEqual([
    'attribute Orders',
    "words it's ",
    'words bold',
    'string code',
    'words  // said',
  ]);
});

test('half a file is read as far as it goes', () => {
  const halves = ['`a${', '<a b={', "'a", '}}', '<a>{b', '/* a', '<a b="'];
  expect(halves.map((text) => kinds('a.tsx', text).length > 0)).toEqual([true, true, true, true, true, false, true]);
});
