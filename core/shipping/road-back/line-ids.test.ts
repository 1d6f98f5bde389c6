import {expect, test} from 'vitest';
import {lineIdsOf} from './line-ids.ts';

const line = (sku: string) => ({sku, title: `A ${sku}`, quantity: 1});

test('lines have the numbers of the rows they came by, two lines of one item those of two rows', () => {
  const header = ['order-id', 'Order-Item-ID', 'sku'];
  const rows = [
    ['1', '0583', 'MUG'],
    ['1', '0584', 'PLATE'],
    ['1', '0585', 'MUG'],
  ].map((cells) => ({cells}));
  expect([...lineIdsOf('amazon', [line('MUG'), line('MUG'), line('PLATE'), line('BOWL')], [{header, rows}])]).toEqual([
    [0, {lineId: '0583'}],
    [1, {lineId: '0585'}],
    [2, {lineId: '0584'}],
  ]);
});

test('eBay knows a line by its listing and its transaction', () => {
  const header = ['Item Number', 'Transaction ID', 'Item Title'];
  const rows = [{cells: ['1100', '77', 'A  MUG']}];
  expect([...lineIdsOf('ebay', [line('MUG')], [{header, rows}])]).toEqual([[0, {lineId: '77', itemId: '1100'}]]);
});

test('a file without such a column tells none, and neither does another channel', () => {
  const rows = [{cells: ['MUG', '1']}];
  expect([
    lineIdsOf('amazon', [line('MUG')], [{header: ['sku', 'quantity'], rows}]).size,
    lineIdsOf('etsy', [line('MUG')], [{header: ['sku', 'order-item-id'], rows}]).size,
  ]).toEqual([0, 0]);
});
