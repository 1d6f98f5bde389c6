import {expect, test} from 'vitest';
import {readProduct, textOf} from './product-text.ts';

const blank = textOf({});

test('what is written of a product is read as people write it, and what is left blank is not known', () => {
  const facts = {bin: 'A-2', weightGrams: 120, hsCode: '09021000', origin: 'CN', customsName: 'Green tea'};
  expect([
    readProduct({bin: ' A-2 ', weightGrams: '120 g', hsCode: '0902.10 00', origin: 'cn', customsName: 'Green tea'}),
    readProduct(textOf(facts)),
    readProduct(blank),
  ]).toEqual([
    {facts, wrong: []},
    {facts, wrong: []},
    {facts: {}, wrong: []},
  ]);
});

test.each([
  ['weightGrams', '0'],
  ['weightGrams', '1.5'],
  ['weightGrams', 'heavy'],
  ['hsCode', '12345'],
  ['hsCode', 'tea'],
  ['origin', 'CHN'],
] as const)('a %s of %s is said to be none', (field, written) => {
  expect(readProduct({...blank, [field]: written}).wrong).toEqual([field]);
});
