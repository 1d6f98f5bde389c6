import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {canonical} from './canonical.ts';

test('a value has one text, in whatever order its fields were given', () => {
  const texts = [
    canonical({b: [1, -0, 'é\n"'], a: {z: true, Z: null}, '€': '', left: undefined}),
    canonical({'€': '', a: {Z: null, z: true}, b: [1, 0, 'é\n"']}),
  ];
  const text = '{"a":{"Z":null,"z":true},"b":[1,0,"é\\n\\""],"€":""}';
  expect(texts).toEqual([text, text]);
});

test('names are ordered by their UTF-16 units, as RFC 8785 has it', () => {
  const sample = {'€': 'Euro Sign', '\r': 'Carriage Return', '\uFB33': 'Dalet', '1': 'One', '😂': 'Smiley', ö: 'o'};
  expect(Object.keys(JSON.parse(canonical(sample)) as object)).toEqual(['1', '\r', 'ö', '€', '😂', '\uFB33']);
});

test('what is told can be read back, and told again is the same text', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string({unit: 'grapheme'}),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.array(tie('value'), {maxLength: 4}),
      fc.dictionary(fc.string({minLength: 1}), tie('value'), {maxKeys: 4, noNullPrototype: true}),
    ),
  })).value;
  fc.assert(
    fc.property(value, (given) => {
      const text = canonical(given);
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

test('a float, a date and a function have no canonical text', () => {
  for (const value of [0.5, Number.NaN, 2 ** 60, 1n, () => 0, Symbol('x')])
    expect(() => canonical([value])).toThrow(/a whole number in a row|a value that has a canonical text/);
});
