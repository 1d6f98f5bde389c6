import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {latin1} from '../../lib/latin1.ts';
import {blacken, blankBitmap} from '../../paper/raster/bitmap.ts';
import {graphicField} from '../../paper/printers/zpl-graphics.ts';
import {type Grey, scanGrey} from '../../../tools/paper/scan.ts';
import {zplPictures} from '../../../tools/paper/zpl-picture.ts';
import {fitZpl} from './fit-zpl.ts';
import {zplLabelsOf} from './zpl-labels.ts';

const inches = (dpi: number, wide = 4, high = 6) => ({dpi, widthMm: wide * 25.4, heightMm: high * 25.4});

/** The first label of a file, kept as it is taken in, for a printer. */
function fitted(file: string, paper: ReturnType<typeof inches>) {
  const labels = zplLabelsOf(file);
  const kept = must(labels.ok ? labels.value[0]?.text : undefined, 'a label');
  return fitZpl(latin1(kept), paper);
}

/** Dots per inch a file was taken to be made for, or why it is not printed. */
function madeFor(file: string, paper: ReturnType<typeof inches>): number | string {
  const made = fitted(file, paper);
  return made.ok ? made.value.madeDpi : `${made.fault.code} ${JSON.stringify(made.fault.values)}`;
}

/** Barcodes as they are read off the paper, and how much of it is drawn on. */
async function printed(file: string, dpi: 203 | 300) {
  const made = fitted(file, inches(dpi, 4, 8));
  const text = made.ok ? made.value.text : '';
  const [picture] = await zplPictures(text, {widthMm: 101.6, heightMm: 203.2, dotsPerMm: dpi === 203 ? 8 : 12});
  const drawn = must(picture, 'a picture');
  const codes = (await scanGrey(drawn)).map(({identifier, text: said}) => identifier + said).toSorted();
  return {codes, wide: widthOf(drawn, dpi)};
}

/** Inches from the first black dot to the last. */
function widthOf({width, grey}: Grey, dpi: number): number {
  let [first, last] = [width, 0];
  for (let at = 0; at < grey.length; at++) {
    if ((grey[at] ?? 255) > 127) continue;
    [first, last] = [Math.min(first, at % width), Math.max(last, at % width)];
  }
  return (last - first + 1) / dpi;
}

/** A label of 4 x 6 inches at 203 dots per inch, with every kind of thing on it, and a bar as a picture. */
function label203(): string {
  const stripes = blankBitmap(200, 40);
  for (let at = 0; at < 200; at += 8) blacken(stripes, at, 0, 4, 40);
  return (
    '^XA^LH6,6^FO0,0^GB800,1200,4^FS^CFD,18,10^FO20,20^FDSold by Nordlicht^FS^FO20,60^A0N,40,40^FB760,2,4,C^FDAda Pohl^FS' +
    `^BY3^FO60,200^BCN,160,Y,N,N^FD>;>800340434161094042557^FS^FO60,460^BQN,2,6^FDQA,https://example.com^FS` +
    `^FO360,460^BXN,6,200^FDJJD000390007882112345^FS^FO60,760${graphicField(stripes)}^BY2^FO60,900^B3N,N,120,Y^FDRM17^FS^XZ`
  );
}

test('a label made for 203 dots comes out of a printer of 300 as large as it was, and each barcode is read', async () => {
  const [fine, coarse] = [await printed(label203(), 300), await printed(label203(), 203)];
  expect([fine.codes, Math.round(fine.wide * 20), Math.round(coarse.wide * 20)]).toEqual([
    [']C1(00)340434161094042557', ']Q1https://example.com', ']d1JJD000390007882112345'],
    // 800 dots of 203; the drawing reader has 304.8 dots per inch.
    Math.round((800 / 203) * 20),
    Math.round((800 / 203) * 20),
  ]);
  expect(coarse.codes).toEqual(fine.codes);
});

test('a label is taken for the dots in which it is as wide as the paper', () => {
  const box = (width: number, height: number) => `^XA^FO4,4^GB${width},${height},3^FS^FO4,4^A0N,20^FDx^FS^XZ`;
  const told = (wide: number, high: number) => `^XA^PW${wide}^LL${high}^FO10,10^A0N,20^FDx^FS^XZ`;
  const at = (dpi: number) =>
    [told(812, 1218), told(1218, 1827), told(1200, 1800), box(790, 1200), told(832, 1624)].map((file) =>
      madeFor(file, inches(dpi)),
    );
  expect([at(203), at(300)]).toEqual([
    [203, 300, 300, 203, 203],
    [203, 300, 300, 203, 203],
  ]);
});

test('what tells nothing is printed as it is, as is a label whose line is only too long', () => {
  const small = '^XA^FO10,10^A0N,20^FDx^FS^XZ';
  const long = '^XA^FO4,4^GB1200,3,3^FS^FO4,700^GB1,1,1^FS^XZ';
  expect([madeFor(small, inches(300)), madeFor(long, inches(203)), madeFor(long, inches(600))]).toEqual([
    300, 203, 600,
  ]);
});

test('dots that a file doubles or converts are counted as it means them', () => {
  const text = (file: string) => {
    const made = fitted(file, inches(300));
    return made.ok ? made.value.text.replace(/.*\^FWN/, '') : made.fault;
  };
  expect([
    text('^XA^JMB^PW600^FO30,30^GB100,10,2^FS^XZ'),
    text('^XA^MUD,150,300^FO30,30^GB100,10,2^FS^XZ'),
    text('^XA^MUD,300,600^PW1200^FO30,30^GB100,10,2^FS^XZ'),
  ]).toEqual(['^FO60,60^GB200,20,4^FS^PQ1^XZ\n', '^FO60,60^GB200,20,4^FS^PQ1^XZ\n', '^FO30,30^GB100,10,2^FS^PQ1^XZ\n']);
});

test('bars that would be too narrow, and a label wider than the paper in any dots, are refused in both numbers', () => {
  const narrow = '^XA^PW1200^LL1800^BY2^FO20,20^BCN,100^FDRM17^FS^XZ';
  expect([madeFor(narrow, inches(203)), madeFor('^XA^PW1218^LL812^FO1,1^GB9,9,1^FS^XZ', inches(203))]).toEqual([
    'shipping.bought_other_dots {"made":300,"has":203}',
    'shipping.bought_too_wide {"widthMm":152,"paperMm":102,"dpi":203}',
  ]);
});

const shared = new URL('../../../../shared/data/labels/zpl/', import.meta.url);

test('labels that carriers have printed are read alike in the dots of either printer', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');
  const told: string[] = [];
  for (const name of ['dhlpaket', 'pocztex']) {
    const file = readFileSync(new URL(`${name}.zpl`, shared), 'latin1');
    const [coarse, fine] = [await printed(file, 203), await printed(file, 300)];
    told.push(
      `${name}: ${madeFor(file, inches(300))}, ${coarse.codes.length}, ${fine.codes.join() === coarse.codes.join()}`,
    );
  }
  expect(told).toEqual(['dhlpaket: 203, 2, true', 'pocztex: 203, 2, true']);
});
