/** A thousand labels with pdfkit: fonts embedded as the glyphs used, bars as rectangles. Arguments: the folder. */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type {LaidOut} from '../laid-out.ts';
import {tell} from '../told.ts';
import {fontPath} from './font-files.ts';

const [folder = ''] = process.argv.slice(2);
const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as readonly LaidOut[];

await tell(labels.length, async () => {
  const document = new PDFDocument({autoFirstPage: false});
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const {texts, rects, barcodes} of labels) {
    document.addPage({size: [288, 432], margin: 0});
    for (const {face, sizePt, x, y, text} of texts)
      document.font(fontPath(face)).fontSize(sizePt).text(text, x, y, {lineBreak: false, baseline: 'alphabetic'});
    for (const [x, y, width, height] of [...rects, ...barcodes.flatMap(({bars}) => bars)])
      document.rect(x, y, width, height);
    document.fill('black');
  }
  document.end();
  await ended;
  const file = Buffer.concat(parts);
  writeFileSync(path.join(folder, 'pdfkit.pdf'), file);
  return file.length;
});
