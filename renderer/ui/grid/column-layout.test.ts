import {expect, test} from 'vitest';

import {allowedWidth, columnVariables, layoutOf, placedColumns} from './column-layout.ts';
import type {GridColumn} from './grid-types.ts';

const column = (id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  title: id,
  width: 100,
  cell: (row) => row,
  text: (row) => row,
  ...more,
});

test('frozen columns stand first, and each kind keeps its order', () => {
  const layout = layoutOf([column('a'), column('b', {frozen: true}), column('c'), column('d', {frozen: true})], true);
  const order = placedColumns(layout).map(({column: {id}, position}) => `${position} ${id}`);
  expect(order).toEqual(['0 b', '1 d', '2 a', '3 c']);
});

test('the widths a person chose replace the columns’ own, and the sums follow by themselves', () => {
  const layout = layoutOf([column('a', {frozen: true}), column('b')], false);
  expect(columnVariables(layout, {b: 250})).toEqual({
    '--grid-ticks': '0px',
    '--grid-frozen': 'calc(0px + var(--grid-column-0))',
    '--grid-width': 'calc(0px + var(--grid-column-0) + var(--grid-column-1))',
    '--grid-column-0': '100px',
    '--grid-column-1': '250px',
  });
});

test('a column cannot be dragged narrower than it can be read, nor wider than a screen', () => {
  expect([
    allowedWidth({}, 3),
    allowedWidth({minWidth: 80}, 3),
    allowedWidth({}, 9999),
    allowedWidth({}, 120.4),
  ]).toEqual([40, 80, 1200, 120]);
});
