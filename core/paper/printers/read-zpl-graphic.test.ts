import {zlibSync} from 'fflate';
import {expect, test} from 'vitest';
import {type Bitmap, blacken, blankBitmap} from '../raster/bitmap.ts';
import {readZplGraphic} from './read-zpl-graphic.ts';
import {graphicField} from './zpl-graphics.ts';

function pattern(): Bitmap {
  const bitmap = blankBitmap(2_400, 40);
  for (let y = 0; y < 40; y += 3) blacken(bitmap, (y * 37) % 200, y, 900 + y * 11, 2);
  return bitmap;
}

test('a picture in a label file is read as it was written, packed or not', () => {
  const drawn = pattern();
  const field = graphicField(drawn).slice('^GF'.length, -'^FS'.length);
  const head = `A,${drawn.bits.length},${drawn.bits.length},${drawn.rowBytes}`;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  expect(
    [
      field,
      `${head},${Buffer.from(drawn.bits).toString('hex')}`,
      `${head},:B64:${base64(drawn.bits)}:1234`,
      `${head},:Z64:${base64(zlibSync(drawn.bits))}:1234`,
    ].map((each) => readZplGraphic(each)?.bits),
  ).toEqual([drawn.bits, drawn.bits, drawn.bits, drawn.bits]);
});

test('what is no picture, or one that no label has, is not read', () => {
  expect(['', 'A,4,4', 'B,4,4,1,xxxx', 'A,9,99999999,10,00', 'A,4,4,1,:Z64:AAAA:0'].map(readZplGraphic)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a picture that ends early is white from there on, and one that goes on is cut', () => {
  expect([readZplGraphic('A,4,4,1,FF')?.bits, readZplGraphic('A,2,2,1,zzF')?.bits]).toEqual([
    new Uint8Array([255, 0, 0, 0]),
    new Uint8Array([255, 255]),
  ]);
});
