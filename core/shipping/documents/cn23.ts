import type {Result} from '../../lib/result.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import {type Page, frame, rect} from '../../paper/page.ts';
import type {TextStyle} from '../../paper/text/typeset.ts';
import {addressLines} from '../address-lines.ts';
import {type CustomsDeclaration, contentKinds, customsTotals, kindWords} from './customs.ts';
import {type Making, kilograms, said} from './document.ts';
import type {PaperSize} from './paper-size.ts';
import {sketch} from './sketch.ts';

/** A5 across, as the Universal Postal Union asks. */
export const cn23Size: PaperSize = {widthMm: 210, heightMm: 148};

const styles = {
  form: {weight: 'bold', sizePt: 14},
  title: {weight: 'bold', sizePt: 10},
  body: {weight: 'regular', sizePt: 8},
  strong: {weight: 'bold', sizePt: 8},
  small: {weight: 'regular', sizePt: 6},
} as const satisfies Readonly<Record<string, TextStyle>>;

const thin = 0.2;
const itemsMax = 8;
const leftMm = 7;
const widthMm = 196;

/** The large customs declaration of the post (UPU Convention Manual, form CN 23). Faults: `shipping.too_many_items`, those of totals and of typesetting. */
export function cn23(declaration: CustomsDeclaration, {fonts, words}: Omit<Making, 'size'>): Result<readonly Page[]> {
  const paper = sketch(cn23Size, {fonts, han: hanOf(declaration.recipient.country)});
  const totals = customsTotals(declaration);
  if (!totals.ok) return totals;
  if (declaration.items.length > itemsMax)
    return {ok: false, fault: {code: 'shipping.too_many_items', values: {max: itemsMax}}};

  type Box = readonly [x: number, y: number, w: number, h: number];
  const cell = (
    [x, y, w, h]: Box,
    caption: string,
    lines: readonly string[],
    style: TextStyle = styles.body,
    align: 'left' | 'right' = 'left',
  ) => {
    paper.marks(frame({leftMm: leftMm + x, topMm: y, widthMm: w, heightMm: h}, thin));
    const captionHeight = caption === '' ? 0 : Math.min(4.6, h * 0.45);
    const box = {part: 'cn23', leftMm: leftMm + x + 1, widthMm: w - 2, sizeMinPt: 4.5} as const;
    if (caption !== '')
      paper.line({...box, topMm: y + 0.5, heightMm: captionHeight, align: 'left'}, styles.small, caption);
    paper.lines(
      {...box, topMm: y + 0.5 + captionHeight, heightMm: h - captionHeight - 0.8, align},
      lines.map((text) => ({style, text})),
    );
  };

  paper.line(
    {part: 'cn23', leftMm, topMm: 5, widthMm: 110, heightMm: 6, sizeMinPt: 6, align: 'left'},
    styles.title,
    words('customs.declaration'),
  );
  paper.line(
    {part: 'cn23', leftMm, topMm: 11, widthMm: 110, heightMm: 4, sizeMinPt: 4.5, align: 'left'},
    styles.small,
    words('customs.mayBeOpened'),
  );
  paper.line(
    {part: 'cn23', leftMm: leftMm + widthMm - 30, topMm: 5, widthMm: 30, heightMm: 7, sizeMinPt: 8, align: 'right'},
    styles.form,
    'CN 23',
  );
  paper.barcode('cn23', code128(declaration.parcelNumber), {leftMm: leftMm + 100, topMm: 5, widthMm: 66, heightMm: 9});
  paper.line(
    {part: 'cn23', leftMm: leftMm + 100, topMm: 14.2, widthMm: 66, heightMm: 3.6, sizeMinPt: 5, align: 'centre'},
    styles.strong,
    declaration.parcelNumber,
  );

  for (const [at, caption, address, reference] of [
    [0, 'document.from', declaration.sender, declaration.senderReference],
    [1, 'customs.to', declaration.recipient, declaration.importerReference],
  ] as const) {
    const lines = addressLines(address);
    if (!lines.ok) return lines;
    const texts = lines.value.map(({text}) => text);
    cell([at * 98, 19, 98, 28], words(caption), reference === undefined ? texts : [...texts, reference]);
  }

  const columns = [0, 74, 92, 116, 142, 172, widthMm] as const;
  const captions = [
    'customs.contents',
    'document.quantity',
    'customs.netWeight',
    'customs.value',
    'customs.hsCode',
    'customs.origin',
  ] as const;
  const rowMm = 42 / Math.max(4, declaration.items.length);
  for (const [at, caption] of captions.entries()) {
    const [x = 0, end = 0] = [columns[at], columns[at + 1]];
    paper.line(
      {
        part: 'cn23',
        leftMm: leftMm + x + 1,
        topMm: 47.6,
        widthMm: end - x - 2,
        heightMm: 5.2,
        sizeMinPt: 4.5,
        align: 'left',
      },
      styles.small,
      words(caption),
    );
    paper.marks(frame({leftMm: leftMm + x, topMm: 47, widthMm: end - x, heightMm: 48.5}, thin));
  }
  paper.marks([rect(leftMm, 53, widthMm, thin)]);
  for (const [
    row,
    {description, quantity, weightGrams, value, hsCode = '', origin = ''},
  ] of declaration.items.entries()) {
    for (const [at, text] of [
      description,
      String(quantity),
      kilograms(weightGrams),
      said(value),
      hsCode,
      origin,
    ].entries()) {
      const [x = 0, end = 0] = [columns[at], columns[at + 1]];
      const box = {
        part: 'cn23',
        leftMm: leftMm + x + 1,
        topMm: 53.6 + row * rowMm,
        widthMm: end - x - 2,
        heightMm: rowMm - 0.5,
        sizeMinPt: 5,
      } as const;
      paper.line({...box, align: at > 0 && at < 4 ? 'right' : 'start'}, styles.body, text);
    }
  }
  cell([0, 95.5, 92, 9], words('customs.grossWeight'), [kilograms(totals.value.grams)], styles.strong);
  cell([92, 95.5, 50, 9], words('customs.totalValue'), [said(totals.value.value)], styles.strong, 'right');
  cell([142, 95.5, 54, 9], words('customs.postage'), declaration.postage ? [said(declaration.postage)] : []);

  paper.marks(frame({leftMm, topMm: 104.5, widthMm: 98, heightMm: 15}, thin));
  for (const [at, kind] of contentKinds.entries()) {
    const [x, y] = [1.5 + (at % 2) * 48, 105.8 + Math.floor(at / 2) * 4.5];
    paper.marks(frame({leftMm: leftMm + x, topMm: y, widthMm: 3, heightMm: 3}, thin));
    if (kind === declaration.kind)
      paper.line(
        {part: 'cn23', leftMm: leftMm + x, topMm: y - 0.3, widthMm: 3, heightMm: 4, sizeMinPt: 5, align: 'centre'},
        styles.strong,
        'X',
      );
    paper.line(
      {part: 'cn23', leftMm: leftMm + x + 4, topMm: y - 0.1, widthMm: 43, heightMm: 4, sizeMinPt: 4.5, align: 'left'},
      styles.body,
      words(kindWords[kind]),
    );
  }
  cell(
    [98, 104.5, 49, 15],
    words('customs.comments'),
    declaration.comments === undefined ? [] : [declaration.comments],
  );
  cell(
    [147, 104.5, 49, 15],
    words('invoice.number'),
    declaration.invoiceNumber === undefined ? [] : [declaration.invoiceNumber],
  );
  cell([0, 119.5, 98, 21], '', [words('customs.certify')], styles.small);
  cell([98, 119.5, 98, 21], words('customs.signature'), [
    words('customs.signed', {date: declaration.signedOn, name: declaration.signedBy}),
  ]);
  return paper.done();
}
