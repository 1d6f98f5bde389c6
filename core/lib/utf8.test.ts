import {expect, test} from 'vitest';
import {utf8} from './utf8.ts';

test('a text has the bytes that Node gives it, however long it is', () => {
  const texts = ['', 'tea', '田中 千絵', '€'.repeat(400_000), 'x'.repeat(1_048_576), 'x'.repeat(1_048_577)];
  expect(texts.map((text) => Buffer.from(text).equals(utf8(text)))).toEqual(texts.map(() => true));
});
