import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {must} from '../lib/assert.ts';
import {IdIndex} from './id-index.ts';

function indexed(ids: readonly string[]): IdIndex {
  const index = new IdIndex((position) => must(ids[position], 'an id that was added'));
  for (const [position, id] of ids.entries()) index.add(id, position);
  return index;
}

test('an id is found where it was put, and one that was never added is not', () => {
  const ids = fc.uniqueArray(fc.string({minLength: 1, maxLength: 3}), {maxLength: 300});
  fc.assert(
    fc.property(ids, fc.array(fc.string({maxLength: 3})), (added, asked) => {
      const index = indexed(added);
      const model = new Map(added.map((id, position) => [id, position]));
      expect([...added, ...asked].map((id) => index.find(id))).toEqual([...added, ...asked].map((id) => model.get(id)));
    }),
  );
});

test('two ids with one hash are told apart', () => {
  // Pairs of words that FNV-1a folds into the same 32 bits.
  const ids = ['costarring', 'liquid', 'declinate', 'macallums'];
  const index = indexed(ids);
  expect([...ids, 'zinke'].map((id) => index.find(id))).toEqual([0, 1, 2, 3, undefined]);
  expect(indexed(['liquid']).find('costarring')).toBeUndefined();
});

test('every id is still found after the table has grown many times', () => {
  const ids = Array.from({length: 50_000}, (_, n) => `order-${n}`);
  const index = indexed(ids);
  expect(ids.filter((id, position) => index.find(id) !== position)).toEqual([]);
  expect(index.find('order-50000')).toBeUndefined();
});

test('an id that is added again is found at its new position only', () => {
  const ids = ['a', 'b', 'a'];
  const index = indexed(ids);
  expect([index.find('a'), index.find('b')]).toEqual([2, 1]);
});
