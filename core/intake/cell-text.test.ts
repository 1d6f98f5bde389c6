import {expect, test} from 'vitest';
import {oneLine, plainCell, plainCode, saysNothing} from './cell-text.ts';

test('what spreadsheets and web pages write around a text is not part of it', () => {
  const cells = [
    ' Mug\t',
    '="0123"',
    '="say ""hi"""',
    "'0123",
    "'=A1",
    '\u200E04-15250\u200B',
    '\uFEFFName',
    '=cmd|A0',
    "'t Hart",
    'x',
  ];

  expect(cells.map((cell) => plainCell(cell))).toEqual([
    'Mug',
    '0123',
    'say "hi"',
    '0123',
    '=A1',
    '04-15250',
    'Name',
    '=cmd|A0',
    "'t Hart",
    'x',
  ]);
});

test('a postal code never begins with an apostrophe', () => {
  expect([plainCode("'EC1A 1BB"), plainCode("'01234"), plainCode('1011 AB')]).toEqual(['EC1A 1BB', '01234', '1011 AB']);
});

test('text that is kept stands on one line and holds no halves of characters', () => {
  expect([oneLine('1 Main St\r\n  Flat 2'), oneLine('a\0b\uD800c'), oneLine('Grüße 👋')]).toEqual([
    '1 Main St Flat 2',
    'abc',
    'Grüße 👋',
  ]);
});

test('words for nothing say nothing, and a name that looks like one does', () => {
  expect(['N/A', 'null', '--', '', '#N/A', 'Nathan', '-5', 'none such'].map((text) => saysNothing(text))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
