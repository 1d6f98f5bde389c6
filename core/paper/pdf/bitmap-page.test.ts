import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {latin1, latin1Of} from '../../lib/latin1.ts';
import {hasPoppler, pdfComplaints, pdfPicture} from '../../../tools/paper/poppler.ts';
import {blacken, blankBitmap, isBlack} from '../raster/bitmap.ts';
import {bitmapPage} from './bitmap-page.ts';
import {contentOf, pdfObjectsOf} from './pdf-objects.ts';
import {fittedOn, placePage} from './place-page.ts';

function bars() {
  const bitmap = blankBitmap(300, 450);
  for (let bar = 0; bar < 20; bar++) blacken(bitmap, 20 + bar * 13, 100, 3 + (bar % 4) * 2, 200);
  return bitmap;
}

test('a label as dots keeps every one of them, and can be placed on a paper', () => {
  const file = bitmapPage(bars(), {width: 72, height: 108});
  const placed = must(
    placePage(file, (page) => fittedOn({left: 0, top: 0, ...page}, {width: 288, height: 432})),
    'a page that can be placed',
  );
  const objects = must(pdfObjectsOf(latin1Of(placed)), 'a file that can be read');
  expect(latin1(contentOf(objects, 4) ?? '')).toEqual(bars().bits);
});

test('a reader of PDFs that is not ours draws these dots', (ctx) => {
  if (!hasPoppler()) return ctx.skip('no Debian package');
  const [bitmap, file] = [bars(), bitmapPage(bars(), {width: 72, height: 108})];
  // Four times as fine: what is drawn in the middle of each dot.
  const {width, grey} = pdfPicture(file, 1, 1_200);
  let wrong = 0;
  for (let y = 0; y < 450; y++)
    for (let x = 0; x < 300; x++)
      if ((grey[(y * 4 + 2) * width + x * 4 + 2] ?? 255) < 128 !== isBlack(bitmap, x, y)) wrong += 1;
  expect([pdfComplaints(file), width, wrong]).toEqual(['', 1_200, 0]);
});
