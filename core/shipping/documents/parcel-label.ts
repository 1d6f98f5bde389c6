import {type Result, fail, ok} from '../../lib/result.ts';
import type {Barcode} from '../../paper/barcodes/barcode.ts';
import {code128} from '../../paper/barcodes/code128.ts';
import {dataMatrix} from '../../paper/barcodes/data-matrix.ts';
import {gs1Bars, gs1Matrix} from '../../paper/barcodes/gs1.ts';
import {qrCode} from '../../paper/barcodes/qr-code.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import {type Page, rect} from '../../paper/page.ts';
import type {StyledText, TextStyle} from '../../paper/text/typeset.ts';
import type {Address} from '../../storefronts/address.ts';
import {type AddressLine, addressLines} from '../address-lines.ts';
import {countryName} from '../country-name.ts';
import type {PaperSize} from './paper-size.ts';
import {type Sketch, sketch} from './sketch.ts';
import type {Words} from './words.ts';

/** A barcode of a label: what it says, and as what. GS1 elements are written as `(00)003404341610940427`. */
export interface LabelCode {
  readonly kind: 'code128' | 'gs1-128' | 'datamatrix' | 'gs1-datamatrix' | 'qr';
  readonly data: string;
}

/** What one label says. */
export interface ParcelLabel {
  readonly storefrontName: string;
  readonly sender?: Address;
  readonly shipTo: Address;
  readonly orderNumber: string;
  /** What the carrier calls the service: 'DHL Paket', in the corner that is otherwise left to the postage. */
  readonly service?: string;
  /** The carrier's number as people read it, and its barcode; without one the order's number is drawn. */
  readonly tracking?: {readonly text: string; readonly code: LabelCode};
  /** A second barcode, square, beside what lies in the parcel. */
  readonly square?: LabelCode;
  /** A label for the way back says so. */
  readonly isReturn?: boolean;
  /** What lies in the parcel; the first that find room are printed, the others counted. */
  readonly contents: readonly {readonly sku: string; readonly quantity: number}[];
}

const styles = {
  storefront: {weight: 'bold', sizePt: 10},
  sender: {weight: 'regular', sizePt: 8},
  service: {weight: 'bold', sizePt: 15},
  caption: {weight: 'regular', sizePt: 7.5},
  pieces: {weight: 'bold', sizePt: 10},
  contents: {weight: 'regular', sizePt: 7.5},
  number: {weight: 'bold', sizePt: 13},
} as const satisfies Readonly<Record<string, TextStyle>>;

/** A packer at arm's length sees who and where before anything else. */
const shipToStyles: Readonly<Record<AddressLine['role'], TextStyle>> = {
  name: {weight: 'bold', sizePt: 24, spaceAboveEm: 0.06},
  street: {weight: 'regular', sizePt: 16.5},
  place: {weight: 'bold', sizePt: 26, spaceAboveEm: 0.06},
  country: {weight: 'bold', sizePt: 18, spaceAboveEm: 0.3},
};

const marginMm = 5;
const ruleMm = 0.25;
/** Kinds of goods that have a line of their own; the others are counted. */
const kindsMax = 3;
const squareMm = 18;

/** All letters of a label, for whoever loads fonts for it. */
export function textsOfLabel(label: ParcelLabel, words: Words): readonly string[] {
  const {storefrontName, sender, shipTo, orderNumber, service, tracking, contents} = label;
  const addresses = [sender, shipTo].flatMap((address) => {
    if (!address) return [];
    // What the forms of countries add is punctuation, and the sign of the Japanese post.
    return [...Object.values(address), countryName(address.country) ?? '', address.country === 'JP' ? '〒' : ''];
  });
  const said = [words('label.shipTo'), words('label.pieces', {count: 2}), words('label.return'), '0123456789×+,-'];
  return [
    storefrontName,
    orderNumber,
    service ?? '',
    tracking?.text ?? '',
    ...contents.map(({sku}) => sku),
    ...addresses,
    ...said,
  ];
}

/**
 * A label for a parcel, on paper from 100 x 139 mm up. From top to bottom: sender, destination, contents, barcode, its number. Faults:
 * `shipping.address_missing` where nobody has told where it goes, `shipping.country_unknown`, those of barcodes and of typesetting.
 */
export function parcelLabel(label: ParcelLabel, size: PaperSize, fonts: Fonts, words: Words): Result<Page> {
  const paper = sketch(size, {fonts, han: hanOf(label.shipTo.country)});
  const leftMm = marginMm;
  const widthMm = size.widthMm - 2 * marginMm;
  const bottomMm = size.heightMm;

  sender(paper, label, words);
  paper.marks([rect(leftMm, 28.5, widthMm, ruleMm), rect(leftMm, bottomMm - 44.5, widthMm, ruleMm)]);
  paper.line(
    {part: 'shipTo', leftMm, topMm: 31, widthMm, heightMm: 3.6, sizeMinPt: 5, align: 'left'},
    styles.caption,
    words('label.shipTo'),
  );
  shipTo(paper, label.shipTo, {
    part: 'shipTo',
    leftMm,
    topMm: 36,
    widthMm,
    heightMm: bottomMm - 44.5 - 37,
    sizeMinPt: 7,
  });
  contents(paper, label, words);

  const {text, code} = label.tracking ?? {
    text: label.orderNumber,
    code: {kind: 'code128', data: label.orderNumber} as const,
  };
  paper.barcode('tracking', barcodeOf(code), {
    leftMm: 1.5,
    topMm: bottomMm - 29,
    widthMm: size.widthMm - 3,
    heightMm: 17.5,
  });
  const numberBox = {
    part: 'tracking',
    leftMm,
    topMm: bottomMm - 10.5,
    widthMm,
    heightMm: 6.2,
    sizeMinPt: 7,
    align: 'centre',
  } as const;
  paper.line(numberBox, styles.number, text);
  const pages = paper.done();
  if (!pages.ok) return pages;
  const [page] = pages.value;
  return ok(page ?? {...size, marks: []});
}

/** The symbol of a label's barcode. Faults: `paper.not_encodable`. */
export function barcodeOf({kind, data}: LabelCode): Result<Barcode> {
  switch (kind) {
    case 'code128':
      return code128(data);
    case 'gs1-128':
      return gs1Bars(data);
    case 'datamatrix':
      return dataMatrix(data);
    case 'gs1-datamatrix':
      return gs1Matrix(data);
    case 'qr':
      return qrCode(data);
  }
}

function sender(paper: Sketch, {storefrontName, sender: from, service, isReturn}: ParcelLabel, words: Words): void {
  const texts: StyledText[] = [{style: styles.storefront, text: storefrontName}];
  if (from) {
    const lines = addressLines(from);
    if (!lines.ok) return paper.refuse(lines);
    for (const {text} of lines.value) texts.push({style: styles.sender, text});
  }
  paper.lines({part: 'sender', leftMm: marginMm, topMm: 5, widthMm: 60, heightMm: 22.5, sizeMinPt: 5}, texts);

  const corner = isReturn ? words('label.return') : service;
  if (corner === undefined) return;
  const leftMm = marginMm + 61;
  paper.line(
    {
      part: 'service',
      leftMm,
      topMm: 5,
      widthMm: paper.size.widthMm - marginMm - leftMm,
      heightMm: 22.5,
      sizeMinPt: 8,
      align: 'right',
    },
    styles.service,
    corner,
  );
}

function shipTo(paper: Sketch, address: Address, box: Parameters<Sketch['lines']>[0]): void {
  const {name, company, street, city} = address;
  if (!(name || company) || !(street || city)) return paper.refuse(fail('shipping.address_missing'));
  const lines = addressLines(address);
  if (!lines.ok) return paper.refuse(lines);
  paper.lines(
    box,
    lines.value.map(({role, text}) => ({style: shipToStyles[role], text})),
  );
}

/** How many pieces, the first kinds of goods, as many as find room, and how many more there are. */
function contents(paper: Sketch, {contents: goods, square}: ParcelLabel, words: Words): void {
  const topMm = paper.size.heightMm - 42.5;
  const rightMm = paper.size.widthMm - marginMm - (square ? squareMm : 0);
  const pieces = goods.reduce((sum, {quantity}) => sum + quantity, 0);
  if (square)
    paper.barcode('square', barcodeOf(square), {
      leftMm: rightMm,
      topMm: topMm - 1.5,
      widthMm: squareMm,
      heightMm: 14.5,
    });
  if (goods.length === 0) return;

  const said = words('label.pieces', {count: pieces});
  paper.line(
    {part: 'contents', leftMm: marginMm, topMm, widthMm: 27.5, heightMm: 9.5, sizeMinPt: 6, align: 'left'},
    styles.pieces,
    said,
  );
  const box = {
    part: 'contents',
    leftMm: marginMm + 29.6,
    topMm: topMm + 0.7,
    widthMm: rightMm - marginMm - 29.6,
    heightMm: 9.5,
    sizeMinPt: 6,
    align: 'left',
  } as const;
  const texts = (count: number) => {
    const more = goods.length > count ? `  +${goods.length - count}` : '';
    const lines = goods.slice(0, count).map(({sku, quantity}) => `${quantity} × ${sku}`);
    return lines.map((line, at) => ({style: styles.contents, text: at === count - 1 ? line + more : line}));
  };
  paper.firstThatFits(
    box,
    [3, 2, 1].filter((count) => count <= Math.max(1, Math.min(kindsMax, goods.length))).map(texts),
  );
}
