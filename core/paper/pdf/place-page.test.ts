import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {latin1Of} from '../../lib/latin1.ts';
import {utf8} from '../../lib/utf8.ts';
import {fittedOn, placePage} from './place-page.ts';
import {pdfFile} from './pdf-file.ts';

/** A page of 600 x 800 points that says HERE with its left end 100 from the left and its baseline 700 from below. */
async function sheet(entries = ''): Promise<Uint8Array> {
  const file = pdfFile();
  const content = file.putStream(utf8('BT /F 20 Tf 100 700 Td (HERE) Tj ET'));
  const font = file.put('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  const pages = file.reserve();
  const page = file.put(
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 600 800]${entries}/Resources<</Font<</F ${font} 0 R>>>>/Contents ${content} 0 R>>`,
  );
  file.put(`<</Type/Pages/Count 1/Kids[${page} 0 R]>>`, pages);
  const root = file.put(`<</Type/Catalog/Pages ${pages} 0 R>>`);
  const info = file.put('<</Title(A sheet \\(of labels\\))>>');
  const pdf = await open(file.close({root, info}));
  return pdf.extractPages([{document: null, includePages: [0]}]);
}

function open(bytes: Uint8Array) {
  return getDocument({data: bytes.slice(), useWorkerFetch: false, verbosity: 0}).promise;
}

/** How large a page is, and where and which way its text runs. */
async function seen(bytes: Uint8Array | undefined): Promise<string> {
  const pdf = await open(must(bytes, 'a page that could be placed'));
  const page = await pdf.getPage(1);
  const {width, height} = page.getViewport({scale: 1});
  const [item] = (await page.getTextContent()).items;
  const text = must(item && 'transform' in item ? item : undefined, 'the text');
  return `${width}x${height}: ${text.str} ${text.transform.map((part) => Math.round(part as number)).join(' ')}`;
}

const part = {left: 90, top: 80, width: 300, height: 400};

test('a part of a page becomes a page of its own, and can be placed again', async () => {
  const cut = must(placePage(await sheet(), fittedOn(part, {width: 300, height: 400})), 'a page');
  const whole = {left: 0, top: 0, width: 300, height: 400};
  expect([
    await seen(cut),
    await seen(placePage(cut, fittedOn(whole, {width: 150, height: 200}))),
    await seen(placePage(cut, fittedOn(whole, {width: 500, height: 400}))),
  ]).toEqual(['300x400: HERE 20 0 0 20 10 380', '150x200: HERE 10 0 0 10 5 190', '500x400: HERE 20 0 0 20 110 380']);
});

test('what lies beside the part is cut off, also where the paper has room for it', async () => {
  const placed = must(placePage(await sheet(), fittedOn(part, {width: 500, height: 600})), 'a page');
  expect(latin1Of(placed)).toContain('q 100 100 300 400 re W n');
});

test('a label that lies across is turned upright, and one on a turned page is found where it is seen', async () => {
  const across = {left: 0, top: 0, width: 600, height: 400};
  expect([
    await seen(placePage(await sheet(), fittedOn(across, {width: 400, height: 600}))),
    await seen(
      placePage(
        await sheet('/Rotate 90'),
        fittedOn({left: 690, top: 90, width: 100, height: 300}, {width: 100, height: 300}),
      ),
    ),
    await seen(
      placePage(
        await sheet('/CropBox[50 50 550 750]'),
        fittedOn({left: 50, top: 40, width: 200, height: 100}, {width: 200, height: 100}),
      ),
    ),
  ]).toEqual(['400x600: HERE 0 20 -20 0 100 100', '100x300: HERE 0 -20 20 0 10 290', '200x100: HERE 20 0 0 20 0 90']);
});

test('a file that is no PDF, or not written by the reader we know, is not touched', () => {
  const files = ['', 'nothing', '%PDF-1.7\nstartxref\n4\n%%EOF\n', '%PDF-1.7\nstartxref\n99999999\n%%EOF\n'];
  expect(files.map((file) => placePage(utf8(file), fittedOn(part, part)))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
