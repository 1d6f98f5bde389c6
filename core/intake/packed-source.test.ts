import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {packSource, rowsOfPart} from './packed-source.ts';

const importId = idFromName('import', 'any');
const cell = fc.oneof(fc.constantFrom('', '¬', '¦', '[]', 'WHITE ¦ HANGING'), fc.string({unit: 'binary'}));
const rows = fc.array(
  fc.record({row: fc.nat(), cells: fc.oneof(fc.array(cell), fc.array(fc.constantFrom('', 'TEA', '2.55')))}),
);

test('the rows an order was read from come out of their text as they went in, whatever stands in them', () => {
  const property = fc.property(rows, (source) => {
    const packed = packSource(source);
    expect(rowsOfPart({importId, fileId: 'any', packed})).toEqual(source);
  });
  fc.assert(property, {numRuns: 2_000});
  expect(rowsOfPart({importId, fileId: 'old', rows: [{row: 2, cells: ['TEA']}]})).toEqual([{row: 2, cells: ['TEA']}]);
});
