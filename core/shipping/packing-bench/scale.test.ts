import {expect, test} from 'vitest';
import {weighingOfLine, weighingOfReport} from './scale.ts';

const still = (grams: number) => ({says: 'weight', grams, isStable: true});
const moving = (grams: number) => ({says: 'weight', grams, isStable: false});
const nothing = (why: string) => ({says: 'nothing', why});

test.each<[string, object | undefined]>([
  ['S S      1.234 kg', still(1_234)],
  ['S D      1.234 kg', moving(1_234)],
  ['S +', nothing('overload')],
  ['S I', nothing('fault')],
  ['ST,GS,+  0.740kg', still(740)],
  ['US,NT,+  0.740kg', moving(740)],
  ['OL,GS,+  9.999kg', nothing('overload')],
  ['  0,5 kg', still(500)],
  ['12.5 oz', still(354)],
  ['2 lb', still(907)],
  ['0.000 kg', nothing('empty')],
  ['-0.020 kg', nothing('empty')],
  ['740 g ?', moving(740)],
  ['Model X v1.2', undefined],
  ['', undefined],
])('a serial scale that writes “%s” is understood', (line, said) => {
  expect(weighingOfLine(line)).toEqual(said);
});

test.each<[string, readonly number[], object | undefined]>([
  ['grams', [4, 2, 0, 0xe4, 2], still(740)],
  ['kilograms in thousandths', [4, 3, 0xfd, 0xe4, 2], still(740)],
  ['tenths of an ounce', [4, 11, 0xff, 125, 0], still(354)],
  ['pounds that still move', [3, 12, 0, 2, 0], moving(907)],
  ['an empty plate', [2, 2, 0, 0, 0], nothing('empty')],
  ['too much', [6, 2, 0, 0xff, 0xff], nothing('overload')],
  ['less than nothing', [5, 2, 0, 1, 0], nothing('fault')],
  ['half a report', [4, 2], undefined],
])('a USB scale that reports %s is understood', (_what, bytes, said) => {
  expect(weighingOfReport(3, new DataView(Uint8Array.from(bytes).buffer))).toEqual(said);
});

test('a report that is no weight says nothing', () => {
  expect(weighingOfReport(1, new DataView(new ArrayBuffer(8)))).toBeUndefined();
});
