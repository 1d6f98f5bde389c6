import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {fail} from '../lib/result.ts';
import {givenOrder, monday, storefront} from '../testing/given.ts';
import {effectsIn, rowOf} from './effects-in.ts';
import {digestOf, withHash} from './group.ts';

/** What is read of a group whose parts have these bodies. */
function read(...bodies: readonly (string | undefined)[]) {
  const parts = bodies.map((body) => {
    const part = {scope: 'shop', digest: digestOf(body ?? '')};
    return body === undefined ? part : {...part, body};
  });
  return effectsIn(
    withHash(beginning.hash, {
      first: 5,
      last: 5,
      decidedAt: monday,
      by: {replica: 'a-----------', inc: 'first-------'},
      n: [1, 1],
      told: beginning.hash,
      not: [],
      parts,
    }),
  );
}

const order = givenOrder('1');
const body = (told: object): string => JSON.stringify({rows: {}, patch: {}, del: {}, ...told});

test('what is told of every row is read in the order of the tables: whole rows, patches, rows that are gone', () => {
  const patch = {id: order.id, set: {status: 'held'}, gone: ['heldFrom']};
  const told = body({rows: {storefronts: [storefront]}, patch: {orders: [patch]}, del: {buyers: ['B', 'C']}});
  const older = JSON.stringify({put: {orders: [order]}, del: {}});
  expect([read(told, older), read(body({})), read()]).toEqual([
    {
      ok: true,
      value: [
        {table: 'storefronts', id: storefront.id, row: storefront},
        {table: 'orders', id: order.id, patch},
        {table: 'buyers', id: 'B', row: undefined},
        {table: 'buyers', id: 'C', row: undefined},
        {table: 'orders', id: order.id, row: order},
      ],
    },
    {ok: true, value: []},
    {ok: true, value: []},
  ]);
});

test('what an older application cannot read it does not read in part', () => {
  const good = {id: order.id, set: {}};
  const patches: readonly unknown[] = [
    null,
    7,
    'set',
    {id: order.id},
    {set: {}},
    {...good, set: null},
    {...good, set: []},
    {...good, set: 7},
    {...good, id: ''},
    {...good, id: 'x'.repeat(201)},
    {...good, gone: 'heldFrom'},
    {...good, gone: [7]},
    {...good, gone: ['x'.repeat(201)]},
    {...good, gone: Array<string>(201).fill('x')},
    {...good, more: 1},
  ];
  const bodies = [
    undefined,
    ...patches.map((one) => body({patch: {orders: [good, one]}})),
    ...[null, 7, {orders: 7}, {orders: null}, {toString: []}, {vessels: []}].flatMap((some) => [
      body({rows: some}),
      body({patch: some}),
      body({del: some}),
    ]),
    ...[7, null, {}].map((one) => body({del: {buyers: ['B', one]}})),
    body({rows: {orders: [order, {...order, more: 1}]}}),
    '{',
  ];
  const limits = [{...good, id: 'x'.repeat(200), gone: Array<string>(200).fill('x'.repeat(200))}];
  expect([bodies.map((one) => read(body({}), one)), read(body({patch: {orders: limits}})).ok]).toEqual([
    bodies.map(() => fail('sync.not_readable', {seq: 5})),
    true,
  ]);
});

test('a patch makes the row that it is told of, as its table declares it, or none', () => {
  const make = (patch: object) =>
    rowOf({table: 'orders', id: order.id, patch: {id: order.id, set: {}, ...patch}}, order);
  expect([
    make({set: {shipCountry: 'FR'}}),
    make({gone: ['shipBy']}),
    make({set: {more: 1}}),
    make({set: {shipCountry: 7}}),
    make({gone: ['status']}),
    make({set: {id: givenOrder('2').id}}),
  ]).toEqual([
    {ok: true, value: {...order, shipCountry: 'FR'}},
    {ok: true, value: Object.fromEntries(Object.entries(order).filter(([name]) => name !== 'shipBy'))},
    ...Array.from({length: 4}, () => fail('sync.not_readable')),
  ]);
});
