import {expect, test} from 'vitest';
import {rowsOfLines} from './rows-of-lines.ts';

test('identical lines lead to rows of their own, and a row that sells nothing to none', () => {
  const line = (sku: string, title: string) => ({sku, title, quantity: 1});
  const lines = [line('TEA-1', 'Green tea'), line('TEA-1', 'Green tea'), line('', 'Gift  wrap')];
  const rows = [
    {row: 7, cells: ['#1001', '', '']},
    {row: 8, cells: ['', 'TEA-1', 'Green tea']},
    {row: 9, cells: ['', 'TEA-1', 'Green tea']},
  ];
  expect([...rowsOfLines(lines, rows)].map(([row, {title}]) => [row, title])).toEqual([
    [8, 'Green tea'],
    [9, 'Green tea'],
  ]);
});
