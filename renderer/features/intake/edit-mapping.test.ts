import {expect, test} from 'vitest';
import type {Field} from '#core/intake/format.ts';
import {fieldOf, firstMapping, missingOf, withField} from './edit-mapping.ts';

const header = ['Ref', 'Who', 'Thing', 'Paid', 'When'];
const nothing = firstMapping(undefined, header, []);

function mapped(...said: readonly (readonly [string, Field | undefined])[]) {
  return said.reduce((mapping, [column, field]) => withField(mapping, column, field), nothing);
}

test('a column tells one field and a field is told by one column: what is said last holds', () => {
  const mapping = mapped(['Ref', 'orderNumber'], ['Who', 'orderNumber'], ['Who', 'buyerName'], ['Thing', 'title']);
  expect(header.map((column) => fieldOf(mapping, column))).toEqual([
    undefined,
    'buyerName',
    'title',
    undefined,
    undefined,
  ]);
});

test('a file is not read before its orders have a number, a day and something that was sold', () => {
  expect([
    missingOf(nothing),
    missingOf(mapped(['Ref', 'orderNumber'], ['Paid', 'total'])),
    missingOf(mapped(['Ref', 'orderNumber'], ['When', 'orderedAt'])),
    missingOf(mapped(['Ref', 'orderNumber'], ['When', 'orderedAt'], ['Paid', 'total'])),
    missingOf(mapped(['Ref', 'orderNumber'], ['When', 'orderedAt'], ['Paid', 'total'], ['Ref', undefined])),
  ]).toEqual(['orderNumber', 'orderedAt', 'worth', undefined, 'orderNumber']);
});
