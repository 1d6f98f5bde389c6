import {expect, test} from 'vitest';
import {colours} from './colours.ts';

const css = (text: string) =>
  colours.check([{path: 'renderer/ui/grid.module.css', text}]).map((finding) => finding.says);

test.each([
  ['.a { color: #0b6e7f; }', 'A colour is a token of renderer/ui/theme.'],
  ['.a { border: 1px solid rgb(0 0 0 / 10%); }', 'A colour is a token of renderer/ui/theme.'],
  ['.a { background: hsla(1, 2%, 3%, 1) }', 'A colour is a token of renderer/ui/theme.'],
  ['.a { font-size: 13px; }', 'A size of type is a token of renderer/ui/theme.'],
  ['.a { font: 500 13px/1.4 sans-serif; }', 'A size of type is a token of renderer/ui/theme.'],
])('a style may not say %s', (text, says) => {
  expect(css(text)).toEqual([says]);
});

test('a colour inside a tag is found too', () => {
  const file = {
    path: 'renderer/app/mark.tsx',
    text: 'const a = <b style={{color: \'#0b6e7f\'}} fill="rgb(1, 2, 3)" />;',
  };
  expect(colours.check([file]).length).toBe(2);
});

test('tokens, sizes of boxes, selectors and comments are fine, and the theme declares', () => {
  const files = [
    {
      path: 'renderer/ui/grid.module.css',
      text: '/* #fff */ #fade:hover .a { color: var(--accent); height: 28px; font-size: var(--body); }',
    },
    {path: 'renderer/ui/theme/tokens.css', text: ':root { --accent: #0b6e7f; --body: 13px; }'},
    {path: 'renderer/app/order.tsx', text: "const a = <b title={'#1001'} />;"},
  ];
  expect(colours.check(files)).toEqual([]);
});
