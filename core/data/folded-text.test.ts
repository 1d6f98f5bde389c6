import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {fold} from './fold.ts';
import {foldedText} from './folded-text.ts';

const line = fc
  .oneof(
    fc.string(),
    fc.string({unit: 'grapheme'}),
    fc.constantFrom('MÜLLER', 'ｆｕｌｌ', 'ΣΊΣΥΦΟΣ', 'Straße', 'ﷺ', ''),
  )
  // Half a surrogate pair is no text: it does not survive UTF-8.
  .map((text) => text.replaceAll(/[\n\p{Surrogate}]/gu, ' '));

test('a column folded byte by byte reads as its lines folded one by one', () => {
  fc.assert(
    fc.property(fc.array(line, {minLength: 1, maxLength: 20}), (lines) => {
      expect(foldedText(new TextEncoder().encode(lines.join('\n'))).text.split('\n')).toEqual(lines.map(fold));
    }),
    {numRuns: 500},
  );
});

test('a column much longer than those before it is folded whole', () => {
  const lines = ['A'.repeat(200_000), 'É'.repeat(100_000), 'ﷺ'.repeat(1000)];
  expect(foldedText(new TextEncoder().encode(lines.join('\n'))).text).toBe(lines.map(fold).join('\n'));
});
