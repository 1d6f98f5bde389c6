import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {canonical} from '../lib/canonical.ts';
import {business, givenOrder} from '../testing/given.ts';
import type {Row} from '../schema.ts';
import {patchBetween, patched} from './row-patch.ts';

const row = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.option(fc.oneof(fc.constantFrom<unknown>('', 'x', 1, true), fc.array(fc.nat(2), {maxLength: 2})), {
      nil: undefined,
    }),
    {noNullPrototype: true},
  )
  .map((fields) => ({id: 'row', ...fields}) as unknown as Row);

test('what a patch makes of a row is the row that it leads to', () => {
  fc.assert(
    fc.property(row, row, (before, after) => {
      const sent = JSON.parse(JSON.stringify(patchBetween(before, after))) as ReturnType<typeof patchBetween>;
      expect(canonical(patched(before, sent))).toBe(canonical(after));
    }),
  );
});

test('of an order that is held and resumed only that is told', () => {
  const paid = givenOrder('1');
  const held: Row = {...paid, status: 'held', heldFrom: 'paid', holdReason: 'stock'};
  expect([patchBetween(paid, held), patchBetween(held, paid), patchBetween(business, {...business})]).toEqual([
    {id: paid.id, set: {status: 'held', heldFrom: 'paid', holdReason: 'stock'}},
    {id: paid.id, set: {status: 'paid'}, gone: ['heldFrom', 'holdReason']},
    {id: business.id, set: {}},
  ]);
});
