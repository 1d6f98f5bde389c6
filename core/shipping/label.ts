import {type Result, fail, ok} from '../lib/result.ts';
import {type AddressLine, addressLines} from './address-lines.ts';
import {barcodeBars, rect} from './barcode-bars.ts';
import type {FontMetrics} from './font-metrics.ts';
import type {LabelContent} from './label-content.ts';
import {type LabelItem, dots, labelPage} from './label-item.ts';
import {type Box, type StyledText, type TextStyle, type Typefaces, typeset} from './typeset.ts';

// From top to bottom: sender, rule, destination, rule, contents, barcode, order number. The sender leaves the upper right
// corner to the postage.
const marginDots = 40;
const innerDots = labelPage.widthDots - 2 * marginDots;
const leftPt = dots(marginDots);
const innerPt = dots(innerDots);
const contentsLeftPt = leftPt + 84;

const senderRule = rect(marginDots, 988, innerDots, 2);
const contentsRule = rect(marginDots, 352, innerDots, 2);
const barcodeDots = {marginDots, yDots: 96, heightDots: 140} as const;

const boxes = {
  sender: {part: 'sender', leftPt, topPt: 418, widthPt: 176, heightPt: 62, sizeMinPt: 5},
  caption: {part: 'shipTo', leftPt, topPt: 342, widthPt: innerPt, heightPt: 9, sizeMinPt: 5},
  shipTo: {part: 'shipTo', leftPt, topPt: 325, widthPt: innerPt, heightPt: 194, sizeMinPt: 7},
  pieces: {part: 'contents', leftPt, topPt: 118, widthPt: 78, heightPt: 27, sizeMinPt: 6},
  contents: {part: 'contents', leftPt: contentsLeftPt, topPt: 116, widthPt: innerPt - 84, heightPt: 27, sizeMinPt: 6},
  number: {part: 'orderNumber', leftPt, topPt: 29, widthPt: innerPt, heightPt: 17, sizeMinPt: 7, align: 'centre'},
} as const satisfies Readonly<Record<string, Box>>;

const styles = {
  storefront: {weight: 'bold', sizePt: 10},
  sender: {weight: 'regular', sizePt: 8},
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

/** Kinds of goods that have a line of their own; the others are counted. */
const kindsMax = 3;

/**
 * Lays out a 4 x 6 inch address label; `bars` are the widths, in modules, of the order number's bars and spaces in turn.
 * Faults: `shipping.address_missing` where nobody has told where it goes, `shipping.text_too_long` with the part, `shipping.glyph_missing` with the character, `shipping.country_unknown`.
 */
export function layOutLabel(
  content: LabelContent,
  bars: readonly number[],
  metrics: FontMetrics,
): Result<readonly LabelItem[]> {
  const typefaces = {metrics, country: content.shipTo.country};
  const caption = {style: styles.caption, text: content.shipToCaption};
  return joined([
    sender(content, typefaces),
    ok([senderRule]),
    typeset(boxes.caption, [caption], typefaces),
    shipTo(content, typefaces),
    ok([contentsRule]),
    typeset(boxes.pieces, [{style: styles.pieces, text: content.pieces}], typefaces),
    contents(content, typefaces),
    barcode(bars),
    typeset(boxes.number, [{style: styles.number, text: content.orderNumber}], typefaces),
  ]);
}

function sender(content: LabelContent, typefaces: Typefaces): Result<readonly LabelItem[]> {
  const storefront: StyledText = {style: styles.storefront, text: content.storefrontName};
  if (!content.sender) return typeset(boxes.sender, [storefront], typefaces);

  const lines = addressLines(content.sender);
  if (!lines.ok) return lines;
  return typeset(boxes.sender, [storefront, ...lines.value.map(({text}) => ({style: styles.sender, text}))], typefaces);
}

function shipTo(content: LabelContent, typefaces: Typefaces): Result<readonly LabelItem[]> {
  const {name, company, street, city} = content.shipTo;
  if (!(name || company) || !(street || city)) return fail('shipping.address_missing');

  const lines = addressLines(content.shipTo);
  if (!lines.ok) return lines;
  return typeset(
    boxes.shipTo,
    lines.value.map(({role, text}) => ({style: shipToStyles[role], text})),
    typefaces,
  );
}

/** The first kinds of goods, as many as find room, and how many more there are. */
function contents({contents: goods}: LabelContent, typefaces: Typefaces): Result<readonly LabelItem[]> {
  const lineOf = ({sku, quantity}: LabelContent['contents'][number]) => `${quantity} × ${sku}`;
  const setFirst = (count: number) => {
    const more = goods.length > count ? `  +${goods.length - count}` : '';
    const lines = goods.slice(0, count).map(lineOf);
    const texts = lines.map((line, at) => ({style: styles.contents, text: at === count - 1 ? line + more : line}));
    return typeset(boxes.contents, texts, typefaces);
  };

  for (let count = kindsMax; count > 1; count--) {
    const set = setFirst(count);
    if (set.ok || set.fault.code !== 'shipping.text_too_long') return set;
  }
  return setFirst(1);
}

function barcode(bars: readonly number[]): Result<readonly LabelItem[]> {
  const rects = barcodeBars(bars, barcodeDots);
  return rects ? ok(rects) : fail('shipping.text_too_long', {part: 'orderNumber'});
}

function joined(parts: readonly Result<readonly LabelItem[]>[]): Result<readonly LabelItem[]> {
  const items: LabelItem[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    items.push(...part.value);
  }
  return ok(items);
}
