import {expect, test} from 'vitest';
import {search} from './search.ts';

const lines = [
  {names: ['搁置订单', 'Hold order']},
  {names: ['前往订单', 'Go to Orders']},
  {names: ['打印面单', 'Print label']},
  {names: ['Größe ändern', 'Change size']},
];

test.each<[string, readonly string[]]>([
  ['', ['Hold order', 'Go to Orders', 'Print label', 'Change size']],
  ['hold', ['Hold order']],
  ['ord', ['Hold order', 'Go to Orders']],
  ['订单', ['Hold order', 'Go to Orders']],
  ['LABEL', ['Print label']],
  ['plb', ['Print label']],
  ['grosse', ['Change size']],
  ['ändern', ['Change size']],
  ['go or', ['Go to Orders']],
  ['xyz', []],
])('typing %j finds what it may mean, best first', (typed, found) => {
  expect(search(lines, typed).map(({names}) => names[1])).toEqual(found);
});
