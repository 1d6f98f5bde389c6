import {expect, test} from 'vitest';
import {givenOrder} from '../testing/given.ts';
import {decodeRow, encodeRows, pageGroup} from './page.ts';

const orders = ['1', '2', '3'].map((number) => givenOrder(number, {shipCountry: 'JP'}));
const rows = [
  orders[0],
  {...orders[1], lines: [{sku: 'TEA-1', title: '玉露 🍵', quantity: 1, totalMinor: 1}]},
  orders[2],
] as typeof orders;

test('rows come out of a page as they went in, whatever script they are written in', () => {
  const page = encodeRows(7, rows);
  const texts = rows.map((row) => JSON.stringify(row));
  expect({
    rows: rows.map((_, at) => decodeRow(page, at)),
    page: page.page,
    text: new TextDecoder().decode(page.bytes),
    ends: [...page.ends],
    nothing: [encodeRows(8, []).bytes.length, encodeRows(8, []).ends.length],
  }).toEqual({
    rows,
    page: 7,
    text: texts.join(''),
    ends: texts.map((_, at) => new TextEncoder().encode(texts.slice(0, at + 1).join('')).length),
    nothing: [0, 0],
  });
  expect(() => decodeRow(page, 3)).toThrow('a row of this page');
});

test('a page is appended with its ids in the order of its rows; its texts are made when somebody looks', () => {
  const ids = rows.map(({id}) => id).join('\n');
  const bytes = [encodeRows(5, rows)];
  expect([pageGroup(5, {rows, columns: {a: 1}}), pageGroup(5, {rows})]).toEqual([
    {head: {page: 5, ids: [ids], columns: {a: 1}}, texts: [], rows: bytes},
    {head: {page: 5, ids: [ids], columns: undefined}, texts: [], rows: bytes},
  ]);
});

test('rows that came as they rest are appended letter by letter', () => {
  const texts = rows.map((row) => JSON.stringify(row));
  const bytes = new TextEncoder().encode(texts.join('\n'));
  const ends = Uint32Array.from(texts, (_, at) => new TextEncoder().encode(texts.slice(0, at + 1).join('\n')).length);
  const [page] = pageGroup(5, {rows, resting: {bytes, ends}}).rows;
  expect([page, page && rows.map((_, at) => decodeRow(page, at))]).toEqual([{page: 5, bytes, ends}, rows]);
});

test('a page whose bytes were damaged is no page with other letters in it', () => {
  const page = encodeRows(7, rows);
  const at = page.bytes.indexOf('G'.charCodeAt(0));
  const bytes = page.bytes.with(at, 0xff);
  expect(() => decodeRow({...page, bytes}, 0)).toThrow(TypeError);
});

test('a page of long rows has room for every one of them', () => {
  const long = ['a', 'b', 'c'].map((letter, at) => givenOrder(String(at), {channelOrderId: letter.repeat(2_000_000)}));
  const page = encodeRows(1, long);
  expect(long.map((_, at) => decodeRow<'orders'>(page, at).channelOrderId.length)).toEqual(
    long.map(({channelOrderId}) => channelOrderId.length),
  );
});
