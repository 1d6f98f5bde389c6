import {PDFDocument, type PDFFont, type PDFPage, fill, grayscale, rectangle, setFillingColor} from '@cantoo/pdf-lib';
import {must} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Face} from '#core/shipping/font-metrics.ts';
import type {LabelContent} from '#core/shipping/label-content.ts';
import {type LabelItem, labelPage} from '#core/shipping/label-item.ts';
import {layOutLabel} from '#core/shipping/label.ts';
import {code128} from './code128.ts';
import {type FontShelf, type LabelFonts, metricsOf} from './font-shelf.ts';
import {pdfFontkit} from './pdf-fontkit.ts';

/** What the embedded fonts are called; six letters and a plus say that it is a part of the font. */
const embeddedNames: Readonly<Record<Face, string>> = {
  sans: 'LABELS+NotoSans-Regular',
  sansBold: 'LABELS+NotoSans-Bold',
  chinese: 'LABELS+NotoSansSC-Medium',
  japanese: 'LABELS+NotoSansJP-Medium',
  korean: 'LABELS+NotoSansKR-Medium',
};

/**
 * A label as a PDF of one page, 4 x 6 inches, with the parts of the fonts it uses and text that can be searched. The same
 * content gives the same bytes. Faults: those of `layOutLabel` and `code128`.
 */
export async function compileLabel(content: LabelContent, shelf: FontShelf): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const bars = code128(content.orderNumber);
  if (!bars.ok) return bars;

  const fonts = await shelf.fontsFor(content);
  const items = layOutLabel(content, bars.value, metricsOf(fonts));
  return items.ok ? ok(await pdfOf(items.value, content, fonts)) : items;
}

async function pdfOf(items: readonly LabelItem[], {title, madeAt}: LabelContent, fonts: LabelFonts) {
  const pdf = await PDFDocument.create({updateMetadata: false});
  const madeOn = new Date(madeAt);
  pdf.setTitle(title, {showInWindowTitleBar: true});
  pdf.setCreator('Tradewind');
  pdf.setCreationDate(madeOn);
  pdf.setModificationDate(madeOn);

  const page = pdf.addPage([labelPage.widthPt, labelPage.heightPt]);
  const embedded = await embedFonts(pdf, items, fonts);
  for (const item of items) draw(page, item, embedded);
  return Uint8Array.from(await pdf.save());
}

/** Embeds the faces that the items use, in the order of their first use. */
async function embedFonts(pdf: PDFDocument, items: readonly LabelItem[], fonts: LabelFonts) {
  pdf.registerFontkit(pdfFontkit);
  const embedded = new Map<Face, PDFFont>();
  for (const item of items) {
    if (item.kind !== 'text' || embedded.has(item.face)) continue;
    const {file} = must(fonts.get(item.face), 'the layout uses only loaded faces');
    embedded.set(item.face, await pdf.embedFont(file, {subset: true, customName: embeddedNames[item.face]}));
  }
  return embedded;
}

function draw(page: PDFPage, item: LabelItem, fonts: ReadonlyMap<Face, PDFFont>): void {
  if (item.kind === 'text') {
    const font = must(fonts.get(item.face), 'every face in use is embedded');
    page.drawText(item.text, {x: item.xPt, y: item.yPt, size: item.sizePt, font});
  } else {
    const area = rectangle(item.xPt, item.yPt, item.widthPt, item.heightPt);
    page.pushOperators(setFillingColor(grayscale(0)), area, fill());
  }
}
