import {describe, expect, it} from 'vitest';
import {scan} from '../../../tools/paper/scan.ts';
import {bundledFonts} from '../../../tools/paper/shelf.ts';
import {must} from '../../lib/assert.ts';
import {type Bitmap, isBlack} from '../../paper/raster/bitmap.ts';
import {drawPage} from '../../paper/raster/draw-page.ts';
import {glyphStore} from '../../paper/raster/glyph-store.ts';
import type {PaperSize} from './paper-size.ts';
import {papers} from './paper-size.ts';
import {sheetSquareMm, type TestSheetJob, testSheet, textsOfTestSheet} from './test-sheet.ts';

const job: TestSheetJob = {
  title: 'Test sheet',
  said: {'test.title': 'Test sheet', 'test.square': 'This square is 50 mm wide', 'test.tell': 'Tell what you see.'},
  printer: '打包台 Zebra',
  facts: '4 × 6 in label · ZPL · 203 dpi',
};

async function drawn(size: PaperSize, dpi: number): Promise<Bitmap> {
  const fonts = await bundledFonts().fontsFor(textsOfTestSheet(job), 'chinese');
  const page = testSheet(job, size, dpi, fonts);
  return drawPage(must(page.ok ? page.value : undefined, 'a sheet'), dpi, glyphStore(fonts));
}

/** Where black begins in each row of the left edge that has a line, in dots. */
function leftEdges(bitmap: Bitmap, belowDots: number): number[] {
  const found = new Set<number>();
  for (let y = 0; y < bitmap.heightDots; y++)
    for (let x = 0; x < belowDots; x++)
      if (isBlack(bitmap, x, y)) {
        found.add(x);
        break;
      }
  return [...found].toSorted((a, b) => a - b);
}

describe('a test sheet', () => {
  it('has a line at every half millimetre of its edges, and a barcode that is read', async () => {
    const bitmap = await drawn(papers['4x6'], 203);
    const halves = Array.from({length: 13}, (_, at) => Math.round((at * 0.5 * 203) / 25.4));
    const read = await scan(bitmap);
    expect([leftEdges(bitmap, 50), read.map(({text}) => text)]).toEqual([halves, ['TEST-203']]);
  });

  it('has fine lines that are as many dots wide as they say', async () => {
    const bitmap = await drawn(papers['4x6'], 300);
    const dots = (mm: number) => Math.round((mm * 300) / 25.4);
    const runs = [0, 1, 2, 3].map((row) => {
      const y = dots(28 + row * 12.5 + 6);
      let [x, width] = [dots(19.5), 0];
      while (!isBlack(bitmap, x, y)) x++;
      while (isBlack(bitmap, x + width, y)) width++;
      return width;
    });
    expect(runs).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, PaperSize]>([
    ['the usual label', papers['4x6']],
    ['a square label', {widthMm: 100, heightMm: 100}],
    ['a small label', {widthMm: 76, heightMm: 51}],
    ['a sheet', papers.a4],
  ])('fits %s', async (_what, size) => {
    const fonts = await bundledFonts().fontsFor(textsOfTestSheet(job), 'chinese');
    const page = testSheet(job, size, 203, fonts);
    const outside = page.ok
      ? page.value.marks.filter((mark) => {
          if (mark.kind === 'text') return mark.leftMm < 0 || mark.baselineMm > size.heightMm;
          const [right, bottom] = [mark.leftMm + mark.widthMm, mark.topMm + mark.heightMm];
          return mark.leftMm < 0 || mark.topMm < 0 || right > size.widthMm + 0.001 || bottom > size.heightMm + 0.001;
        })
      : page.fault;
    const faults = Array.isArray(outside) ? outside.map(({kind}) => kind) : outside;
    expect([faults, sheetSquareMm(size)]).toEqual([[], {152.4: 50, 297: 50, 100: 30, 51: 20}[size.heightMm]]);
  });
});
