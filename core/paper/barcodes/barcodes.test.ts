import {expect, test} from 'vitest';
import {scan} from '../../../tools/paper/scan.ts';
import type {Result} from '../../lib/result.ts';
import {type Bitmap, blacken, blankBitmap} from '../raster/bitmap.ts';
import type {Barcode} from './barcode.ts';
import {code128} from './code128.ts';
import {dataMatrix} from './data-matrix.ts';
import {ean13} from './ean13.ts';
import {checkDigitOf, gs1Bars, gs1Matrix} from './gs1.ts';
import {qrCode} from './qr-code.ts';

const dots = 3;

/** The barcode on white, three dots a module. */
function drawn(barcode: Barcode): Bitmap {
  const margin = 12 * dots;
  if (barcode.kind === 'matrix') {
    const paper = blankBitmap(barcode.columns * dots + 2 * margin, barcode.rows * dots + 2 * margin);
    barcode.dark.forEach((dark, at) => {
      const [column, row] = [at % barcode.columns, Math.floor(at / barcode.columns)];
      if (dark) blacken(paper, margin + column * dots, margin + row * dots, dots, dots);
    });
    return paper;
  }
  const total = barcode.modules.reduce((sum, width) => sum + width, 0);
  const paper = blankBitmap(total * dots + 2 * margin, 60 + 2 * margin);
  let x = margin;
  for (const [turn, width] of barcode.modules.entries()) {
    if (turn % 2 === 0) blacken(paper, x, margin, width * dots, 60);
    x += width * dots;
  }
  return paper;
}

async function read(barcode: Result<Barcode>): Promise<readonly string[]> {
  if (!barcode.ok) return [barcode.fault.code];
  return (await scan(drawn(barcode.value))).flatMap(({format, identifier, text}) => [format, identifier, text]);
}

test.each(['302-1234567-1234567', 'RR123456785DE', 'aB\tc', '1', 'COMMAND:SHIP'])(
  'a scanner reads %j from Code 128',
  async (text) => {
    expect(await read(code128(text))).toEqual(['Code128', ']C0', text]);
  },
);

test('a scanner knows GS1-128 from plain Code 128, and finds its elements apart', async () => {
  const sscc = `00340434161094042${checkDigitOf('00340434161094042')}`;
  expect(await read(gs1Bars(`(00)${sscc}`))).toEqual(['Code128', ']C1', `(00)${sscc}`]);
  expect(await read(gs1Bars('(01)09501101530003(10)AB12(21)7/x'))).toEqual([
    'Code128',
    ']C1',
    '(01)09501101530003(10)AB12(21)7/x',
  ]);
});

test.each([
  'A',
  '12',
  'ORDER 302-1234567-1234567',
  'x'.repeat(100),
  '7'.repeat(400),
  'https://example.com/?a=1&b=~^',
  'Großmann',
  '李小龍 김서연',
  'y'.repeat(800),
])('a scanner reads %j from a DataMatrix', async (text) => {
  expect(await read(dataMatrix(text))).toEqual(['DataMatrix', expect.stringMatching(/^\]d[14]$/), text]);
});

test('every size of DataMatrix can be read', async () => {
  const sizes = new Set<number>();
  for (let length = 1; length <= 810; length += length < 60 ? 1 : 12) {
    const text = Array.from({length}, (_, at) => String.fromCharCode(97 + ((at * 7 + length) % 26))).join('');
    const symbol = dataMatrix(text);
    if (!symbol.ok || sizes.has(symbol.value.rows)) continue;
    sizes.add(symbol.value.rows);
    expect([symbol.value.rows, await read(symbol)]).toEqual([symbol.value.rows, ['DataMatrix', ']d1', text]]);
  }
  expect(sizes.size).toBe(21);
});

test('a GS1 DataMatrix says so', async () => {
  expect(await read(gs1Matrix('(01)09501101530003(10)AB12(21)7'))).toEqual([
    'DataMatrix',
    ']d2',
    '(01)09501101530003(10)AB12(21)7',
  ]);
});

test.each(['https://example.com/returns/302-1234567', 'Großmann 李', '1234567890'])(
  'a scanner reads %j from a QR code',
  async (text) => {
    expect(await read(qrCode(text))).toEqual(['QRCode', ']Q1', text]);
  },
);

test.each([
  ['950110153000', '9501101530003'],
  ['4006381333931', '4006381333931'],
  ['036000291452', '0360002914522'],
])('a scanner reads %s from EAN-13 as %s', async (digits, text) => {
  expect(await read(ean13(digits))).toEqual(['EAN13', expect.any(String), text]);
});

test.each([
  ['nothing', gs1Bars('')],
  ['an element without its brackets', gs1Bars('0109501101530003')],
  ['a wrong check digit', gs1Bars('(01)09501101530004')],
  ['a number that is too short', gs1Bars('(01)9501101530003')],
  ['letters that GS1 does not have', gs1Bars('(10)LOT#7')],
  ['a wrong check digit of an EAN', ean13('4006381333932')],
  ['letters in an EAN', ean13('400638133393X')],
  ['an empty DataMatrix', dataMatrix('')],
  ['too much for a DataMatrix', dataMatrix('x'.repeat(2000))],
  ['too much for a QR code', qrCode('x'.repeat(2000))],
])('a barcode of %s is a fault', (_, barcode) => {
  expect(barcode).toEqual({ok: false, fault: {code: 'paper.not_encodable', values: {}}});
});
