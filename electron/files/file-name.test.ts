import fc from 'fast-check';
import {expect, it} from 'vitest';
import {fileName} from './file-name.ts';

it.each([
  ['labels 23 Nov.pdf', 'labels 23 Nov.pdf'],
  ['labels.PDF', 'labels.pdf'],
  ['labels', 'labels.pdf'],
  ['面单 11-23.pdf', '面单 11-23.pdf'],
  ['../../.bashrc', 'bashrc.pdf'],
  ['C:\\windows\\system.pdf', 'C windows system.pdf'],
  ['invoice\u202Efdp.exe', 'invoice fdp.exe.pdf'],
  ['con.pdf', '_con.pdf'],
  ['COM1.labels', '_COM1.labels.pdf'],
  ['. . .', 'tradewind.pdf'],
  ['a\n\tb.pdf', 'a b.pdf'],
])('a file proposed as %j is saved as %j', (name, expected) => {
  expect(fileName(name, 'pdf')).toBe(expected);
});

it('no proposed name leaves its folder, hides, or loses its extension', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (name) => {
      expect(fileName(name, 'csv')).toMatch(/^[^./\\:*?"<>|\p{Cc}\p{Cf}][^/\\:*?"<>|\p{Cc}\p{Cf}]{0,125}\.csv$/u);
    }),
  );
});
