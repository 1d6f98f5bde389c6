import {expect, test} from 'vitest';
import {canonical} from '../lib/canonical.ts';
import {fail} from '../lib/result.ts';
import {business, givenOrder} from '../testing/given.ts';
import {utf8} from '../lib/utf8.ts';
import {digestOf} from './group.ts';
import {decodeRow} from './page.ts';
import {type ChunkFacts, chunkText, genesisHash, restingRows, rowsOfChunk} from './snapshot.ts';

const orders = ['1', '2', '3'].map((number) => givenOrder(number)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const lines = orders.map(canonical);

test('rows come out of a chunk as they went in', () => {
  const read = rowsOfChunk('orders', chunkText(lines));
  expect([read, rowsOfChunk('orders', lines.join('\n'))]).toEqual([
    {ok: true, value: orders.map((row, at) => ({row, text: lines[at]}))},
    read,
  ]);
});

test.each([
  ['of no table', 'nothing', lines],
  ['named as what every object has', 'toString', lines],
  ['of another table', 'businesses', lines],
  ['told otherwise', 'orders', [JSON.stringify({...orders[0]}), ...lines.slice(1)]],
  ['that is no JSON', 'orders', ['{']],
  ['with a blank line', 'orders', [lines[0] ?? '', '', lines[1] ?? '']],
  ['out of turn', 'orders', lines.toReversed()],
  ['with a row twice', 'orders', [lines[0] ?? '', lines[0] ?? '']],
])('a chunk %s is refused', (_what, table, told) => {
  expect(rowsOfChunk(table, chunkText(told))).toMatchObject({ok: false, fault: {code: 'core.bad_shape'}});
});

test('a chunk that is refused says which of its rows is none', () => {
  const [first = '', second = ''] = lines;
  expect([
    rowsOfChunk('nothing', first),
    rowsOfChunk('orders', chunkText([first, first])),
    rowsOfChunk('orders', chunkText([second, '{'])),
  ]).toEqual([
    fail('core.bad_shape', {path: 'table'}),
    fail('core.bad_shape', {path: 'orders.1'}),
    fail('core.bad_shape', {path: 'orders.1'}),
  ]);
});

test.each([chunkText(lines), lines.join('\n')])('the bytes of a chunk can rest as a page as they came', (told) => {
  const read = restingRows('orders', utf8(told));
  const rested = read.ok ? orders.map((_, at) => decodeRow({page: 0, ...read.value.resting}, at)) : [];
  expect([read.ok && read.value.rows, rested, read.ok && read.value.resting.bytes]).toEqual([
    orders,
    orders,
    utf8(told),
  ]);
});

test.each([
  ['of another table', chunkText([canonical(business)])],
  ['that is no JSON', '{'],
  ['with a blank line', `${lines[0] ?? ''}\n\n${lines[1] ?? ''}`],
  ['out of turn', chunkText(lines.toReversed())],
  ['with a row twice', chunkText([lines[0] ?? '', lines[0] ?? ''])],
  ['that begin with a blank line', `\n${lines[0] ?? ''}`],
  ['that begin with a mark', `\ufeff${chunkText(lines)}`],
])('bytes of a chunk %s do not rest', (_what, told) => {
  expect(restingRows('orders', utf8(told))).toMatchObject({ok: false, fault: {code: 'core.bad_shape'}});
});

test('bytes that are no text do not rest, and the row is told in which they stand', () => {
  const garbled = utf8(chunkText(lines));
  garbled[utf8(lines[0] ?? '').length + 30] = 0xff;
  expect(restingRows('orders', garbled)).toEqual({
    ok: false,
    fault: {code: 'core.bad_shape', values: {path: 'orders.1'}},
  });
});

test('a shop begins with the same hash in whatever order its chunks are listed', () => {
  const chunk = (letter: string): ChunkFacts => ({sha: letter.repeat(43), table: 'orders', rows: 1, bytes: 9});
  const [one, two] = [chunk('a'), chunk('b')];
  expect([
    genesisHash([two, one]) === genesisHash([one, two]),
    genesisHash([two, one]) === digestOf(canonical([one, two])),
    genesisHash([one]) === genesisHash([two]),
    genesisHash([]).length,
    canonical(business).includes('\n'),
  ]).toEqual([true, true, false, 43, false]);
});
