import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {packSource, rowsOfPart} from './packed-source.ts';

const importId = idFromName('import', 'any');
const cell = fc.oneof(
  fc.constantFrom('', '¬', '¦', '~', '^', '\u007F', '[]', 'WHITE ~ HANGING'),
  fc.string({unit: 'binary'}),
);
const rows = fc.array(
  fc.record({row: fc.nat(), cells: fc.oneof(fc.array(cell), fc.array(fc.constantFrom('', 'TEA', '2.55', '¬')))}),
);

test('the rows an order was read from come out of their text as they went in, whatever stands in them', () => {
  const property = fc.property(rows, (source) => {
    const packed = packSource(source);
    expect(rowsOfPart({importId, fileId: 'any', packed})).toEqual(source);
  });
  fc.assert(property, {numRuns: 2_000});
  expect(rowsOfPart({importId, fileId: 'old', rows: [{row: 2, cells: ['TEA']}]})).toEqual([{row: 2, cells: ['TEA']}]);
});

test('rows that an older import packed come out as they went in', () => {
  const packed = {rows: [2, 5], cells: '¬TEA¦2.55¦^¬TEA¦¦'};

  expect(rowsOfPart({importId, fileId: 'old', packed})).toEqual([
    {row: 2, cells: ['TEA', '2.55', '^']},
    {row: 5, cells: ['TEA', '', '']},
  ]);
});

test('a cell that says what the one above it says takes no room', () => {
  const source = [
    {row: 2, cells: ['536365', 'TEA', '', 'United Kingdom']},
    {row: 3, cells: ['536365', 'MUG', '', 'United Kingdom']},
    {row: 4, cells: ['536365', '', '2.55', 'United Kingdom']},
  ];

  expect(packSource(source)).toEqual({
    rows: [2, 3, 4],
    cells: '~536365|TEA||United Kingdom~|MUG||~|^|2.55|'.replaceAll('|', '\u007F'),
  });
});
