import {expect, it} from 'vitest';
import type {LabelCode} from '../shipping/documents/parcel-label.ts';
import {compareCodes, isChecked} from './check-barcodes.ts';

const sscc: LabelCode = {kind: 'gs1-128', data: '(00)003404341610940427'};

it.each<[string, readonly LabelCode[], Parameters<typeof compareCodes>[1], boolean]>([
  ['the same number, as GS1 has it', [sscc], [{identifier: ']C1', text: sscc.data}], true],
  ['the same number, not as GS1 has it', [sscc], [{identifier: ']C0', text: sscc.data}], false],
  ['nothing', [sscc], [], false],
  [
    'both of two, and one more',
    [sscc, {kind: 'datamatrix', data: 'A'}],
    [
      {identifier: ']d1', text: 'A'},
      {identifier: ']C1', text: sscc.data},
      {identifier: ']C0', text: '1001'},
    ],
    true,
  ],
  ['one of two', [sscc, {kind: 'qr', data: 'A'}], [{identifier: ']C1', text: sscc.data}], false],
])('a label of which a scanner reads %s is what the store says, or not', (_what, stored, read, expected) => {
  expect(compareCodes(stored, read).ok).toBe(expected);
});

it('of many labels every one, about one in ten or none is read back, the same ones every time', () => {
  const names = Array.from({length: 2_000}, (_, at) => `order-${at}`);
  const share = (checking: Parameters<typeof isChecked>[0]) => names.filter((name) => isChecked(checking, name)).length;
  expect([share('always'), share('never'), share('sample') === share(undefined)]).toEqual([2_000, 0, true]);
  expect(Math.abs(share('sample') - 200)).toBeLessThan(60);
});
