import type {Result} from '../../lib/result.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import {type Page, frame, rect} from '../../paper/page.ts';
import type {TextStyle} from '../../paper/text/typeset.ts';
import {type CustomsDeclaration, contentKinds, customsTotals, kindWords} from './customs.ts';
import {type Making, kilograms, said} from './document.ts';
import type {PaperSize} from './paper-size.ts';
import {sketch} from './sketch.ts';

/** As large as the Universal Postal Union asks; on a larger label it stands in the middle. */
export const cn22Size: PaperSize = {widthMm: 74, heightMm: 105};

const styles = {
  title: {weight: 'bold', sizePt: 9},
  form: {weight: 'bold', sizePt: 12},
  body: {weight: 'regular', sizePt: 7.5},
  strong: {weight: 'bold', sizePt: 7.5},
  small: {weight: 'regular', sizePt: 5.75},
} as const satisfies Readonly<Record<string, TextStyle>>;

const thin = 0.2;
/** More goes on a CN 23. */
const itemsMax = 6;

/** The small customs declaration of the post (UPU Convention Manual, form CN 22). Faults: `shipping.too_many_items`, those of totals and of typesetting. */
export function cn22(declaration: CustomsDeclaration, {size, fonts, words}: Making): Result<readonly Page[]> {
  const paper = sketch(size, {fonts, han: hanOf(declaration.recipient.country)});
  const totals = customsTotals(declaration);
  if (!totals.ok) return totals;
  if (declaration.items.length > itemsMax)
    return {ok: false, fault: {code: 'shipping.too_many_items', values: {max: itemsMax}}};

  const left = (size.widthMm - cn22Size.widthMm) / 2 + 2;
  const top = (size.heightMm - cn22Size.heightMm) / 2 + 2;
  const [width, height] = [cn22Size.widthMm - 4, cn22Size.heightMm - 4];
  paper.marks(frame({leftMm: left, topMm: top, widthMm: width, heightMm: height}, 0.4));
  const rule = (atMm: number) => paper.marks([rect(left, top + atMm, width, thin)]);
  const line = (
    style: TextStyle,
    text: string,
    box: {
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly align?: 'right' | 'centre';
    },
  ) =>
    paper.line(
      {
        part: 'cn22',
        leftMm: left + box.x,
        topMm: top + box.y,
        widthMm: box.w,
        heightMm: box.h,
        sizeMinPt: 4.5,
        align: box.align ?? 'left',
      },
      style,
      text,
    );

  line(styles.title, words('customs.declaration'), {x: 1, y: 1, w: 50, h: 7.5});
  line(styles.form, 'CN 22', {x: width - 18, y: 1, w: 17, h: 5, align: 'right'});
  line(styles.small, words('customs.mayBeOpened'), {x: width - 28, y: 6, w: 27, h: 4.5, align: 'right'});
  rule(11);

  for (const [at, kind] of contentKinds.entries()) {
    const [x, y] = [1 + (at % 2) * (width / 2), 12 + Math.floor(at / 2) * 4];
    paper.marks(frame({leftMm: left + x, topMm: top + y, widthMm: 2.6, heightMm: 2.6}, thin));
    if (kind === declaration.kind) line(styles.strong, 'X', {x: x + 0.05, y: y - 0.4, w: 2.6, h: 3.6, align: 'centre'});
    line(styles.body, words(kindWords[kind]), {x: x + 3.4, y: y - 0.2, w: width / 2 - 5, h: 3.6});
  }
  rule(24.4);

  const columns = {what: 1, weight: 38, value: 53} as const;
  line(styles.small, words('customs.contents'), {x: columns.what, y: 25, w: 36, h: 5.5});
  line(styles.small, words('document.weight'), {x: columns.weight, y: 25, w: 13, h: 5.5, align: 'right'});
  line(styles.small, words('customs.value'), {
    x: columns.value,
    y: 25,
    w: width - columns.value - 1,
    h: 5.5,
    align: 'right',
  });
  rule(31);
  const rowMm = 36 / Math.max(3, declaration.items.length);
  for (const [at, {description, quantity, weightGrams, value, hsCode, origin}] of declaration.items.entries()) {
    const y = 31.6 + at * rowMm;
    const codes = [hsCode, origin].filter((code) => code !== undefined).join(' · ');
    line(styles.body, `${quantity} × ${description}${codes === '' ? '' : ` (${codes})`}`, {
      x: columns.what,
      y,
      w: 36,
      h: rowMm - 0.6,
    });
    line(styles.body, kilograms(weightGrams), {x: columns.weight, y, w: 13, h: rowMm - 0.6, align: 'right'});
    line(styles.body, said(value), {x: columns.value, y, w: width - columns.value - 1, h: rowMm - 0.6, align: 'right'});
  }
  rule(68);
  line(styles.strong, words('document.total'), {x: columns.what, y: 68.8, w: 30, h: 4});
  line(styles.strong, kilograms(totals.value.grams), {x: columns.weight, y: 68.8, w: 13, h: 4, align: 'right'});
  line(styles.strong, said(totals.value.value), {
    x: columns.value,
    y: 68.8,
    w: width - columns.value - 1,
    h: 4,
    align: 'right',
  });
  rule(73);
  line(styles.small, words('customs.certify'), {x: 1, y: 73.6, w: width - 2, h: 9.4});
  line(styles.body, words('customs.signed', {date: declaration.signedOn, name: declaration.signedBy}), {
    x: 1,
    y: 83.2,
    w: width - 2,
    h: 3.6,
  });
  rule(87.4);
  paper.barcode('cn22', code128(declaration.parcelNumber), {
    leftMm: left + 0.5,
    topMm: top + 88.2,
    widthMm: width - 1,
    heightMm: 8,
  });
  line(styles.body, declaration.parcelNumber, {x: 1, y: 96.6, w: width - 2, h: 4, align: 'centre'});
  return paper.done();
}
