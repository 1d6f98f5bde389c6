import type {Result} from '../../lib/result.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {Page} from '../../paper/page.ts';
import type {Address} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type Making, beginSheet, drawAddress, drawHead, endSheet, text} from './document.ts';
import {drawSums, drawTable} from './table.ts';

/** What lies in a parcel, for who opens it. */
export interface PackingSlip {
  readonly storefrontName: string;
  readonly sender?: Address;
  readonly shipTo: Address;
  readonly orderNumber: string;
  readonly orderedOn?: LocalDate;
  readonly lines: readonly {readonly sku: string; readonly title: string; readonly quantity: number}[];
  /** Thanks, or how to return. */
  readonly note?: string;
}

/** On any paper from A6 up. Faults: those of addresses, barcodes and typesetting. */
export function packingSlip(slip: PackingSlip, making: Making): Result<readonly Page[]> {
  const {words} = making;
  const sheet = beginSheet({...making, han: hanOf(slip.shipTo.country)});
  const about = [slip.storefrontName, ...(slip.orderedOn ? [words('slip.orderedOn', {date: slip.orderedOn})] : [])];
  const headEndMm = drawHead(sheet, {
    title: words('slip.title'),
    about,
    number: slip.orderNumber,
    caption: words('document.order'),
  });

  const halfMm = sheet.widthMm / 2;
  const at = {topMm: headEndMm, widthMm: halfMm - 4};
  const toEndMm = drawAddress(sheet, {part: 'shipTo', leftMm: sheet.leftMm, ...at}, words('label.shipTo'), slip.shipTo);
  const fromEndMm = slip.sender
    ? drawAddress(sheet, {part: 'sender', leftMm: sheet.leftMm + halfMm, ...at}, words('document.from'), slip.sender)
    : headEndMm;

  const tableEndMm = drawTable(
    sheet,
    [
      {title: words('document.sku'), share: 26, cell: ({sku}) => sku},
      {title: words('document.item'), share: 58, cell: ({title}) => title},
      {
        title: words('document.quantity'),
        share: 16,
        align: 'right',
        strong: true,
        cell: ({quantity}) => String(quantity),
      },
    ],
    slip.lines,
    Math.max(toEndMm, fromEndMm) + 6,
  );
  const pieces = slip.lines.reduce((sum, {quantity}) => sum + quantity, 0);
  const sumsEndMm = drawSums(sheet, [[words('document.total'), words('label.pieces', {count: pieces})]], tableEndMm);
  if (slip.note !== undefined) {
    let topMm = sumsEndMm + 4;
    const {paper, leftMm, widthMm, bottomMm} = sheet;
    const note = slip.note;
    paper.onThisPageOrNext(
      bottomMm,
      () =>
        paper.line({part: 'note', leftMm, topMm, widthMm, heightMm: 60, sizeMinPt: text.body.sizePt}, text.body, note),
      () => {
        paper.newPage();
        topMm = sheet.topMm;
      },
    );
  }
  return endSheet(sheet);
}
