import {expect, expectTypeOf, test} from 'vitest';
import {id} from './id.ts';
import {check, integer, optional, text} from './shape.ts';
import {type RowOf, defineTable} from './table.ts';

const parcels = defineTable(
  'parcels',
  {id: id('parcel'), number: text({min: 1, max: 20}), grams: optional(integer({min: 0}))},
  {keys: {number: ['number']}},
);
const parcel = {id: 'AAAAAAAAAAAA', number: 'P1'};

test('a table says its name, its keys and whether it is packed, and is small unless it says otherwise', () => {
  const plain = defineTable('plain', {id: id('plain')});
  const packed = defineTable('packed', {id: id('packed')}, {packed: true});
  expect([parcels, plain, packed].map(({name, keys, packed}) => ({name, keys, packed}))).toEqual([
    {name: 'parcels', keys: {number: ['number']}, packed: false},
    {name: 'plain', keys: {}, packed: false},
    {name: 'packed', keys: {}, packed: true},
  ]);
});

test('a row is what the table declares, no more and no less', () => {
  const rows = [parcel, {...parcel, grams: 5}, {...parcel, weight: 5}, {number: 'P1'}, {...parcel, grams: undefined}];
  expect(rows.map((row) => check(parcels.shape, row).ok)).toEqual([true, true, false, false, false]);
});

test('a field that may be absent is so in the type of the row', () => {
  expectTypeOf<RowOf<typeof parcels>['grams']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<{id: RowOf<typeof parcels>['id']; number: string}>().toExtend<RowOf<typeof parcels>>();
  expectTypeOf<{id: RowOf<typeof parcels>['id']}>().not.toExtend<RowOf<typeof parcels>>();
});
