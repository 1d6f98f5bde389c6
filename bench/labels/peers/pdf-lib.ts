/** A thousand labels with pdf-lib and barcodes as PNG of bwip-js, as tutorials do it. Arguments: the folder. */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import bwip from 'bwip-js/node';
import {PDFDocument, rgb} from 'pdf-lib';
import type {LaidOut} from '../laid-out.ts';
import {tell} from '../told.ts';
import {fontPath} from './font-files.ts';

const [folder = ''] = process.argv.slice(2);
const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as readonly LaidOut[];

await tell(labels.length, async () => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const fonts = new Map();
  for (const {texts, rects, barcodes} of labels) {
    const page = document.addPage([288, 432]);
    for (const {face, sizePt, x, y, text} of texts) {
      if (!fonts.has(face)) fonts.set(face, await document.embedFont(readFileSync(fontPath(face)), {subset: true}));
      page.drawText(text, {x, y: 432 - y, size: sizePt, font: fonts.get(face)});
    }
    for (const [x, y, width, height] of rects)
      page.drawRectangle({x, y: 432 - y - height, width, height, color: rgb(0, 0, 0)});
    for (const {kind, data, box} of barcodes) {
      const [x, y, width, height] = box;
      const picture = await bwip.toBuffer({
        bcid: kind,
        text: data,
        scale: 3,
        ...(kind === 'datamatrix' ? {} : {height: 17}),
      });
      page.drawImage(await document.embedPng(picture), {x, y: 432 - y - height, width, height});
    }
  }
  const file = await document.save();
  writeFileSync(path.join(folder, 'pdf-lib.pdf'), file);
  return file.length;
});
