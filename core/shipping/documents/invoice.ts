import type {Result} from '../../lib/result.ts';
import type {Money} from '../../money/money.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {Page} from '../../paper/page.ts';
import type {Address} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type Making, beginSheet, drawAddress, drawHead, endSheet, said, text} from './document.ts';
import {drawSums, drawTable} from './table.ts';

export interface InvoiceLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: string;
  /** As it is written: `19 %`. */
  readonly taxRate: string;
  readonly total: Money;
}

/** A bill as its maker has counted it: nothing is added up here. */
export interface Invoice {
  readonly seller: Address;
  /** Registration and tax numbers, one a line. */
  readonly sellerNumbers: readonly string[];
  readonly buyer: Address;
  readonly buyerTaxNumber?: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly issuedOn: LocalDate;
  readonly deliveredOn?: LocalDate;
  readonly lines: readonly InvoiceLine[];
  readonly net: Money;
  readonly taxes: readonly {readonly rate: string; readonly amount: Money}[];
  readonly total: Money;
  /** Sentences a law asks for: reverse charge, small business. */
  readonly notes: readonly string[];
}

/** Faults: those of addresses, barcodes and typesetting. */
export function invoice(bill: Invoice, making: Making): Result<readonly Page[]> {
  const {words} = making;
  const sheet = beginSheet({...making, han: hanOf(bill.buyer.country)});
  const about = [
    words('invoice.issuedOn', {date: bill.issuedOn}),
    ...(bill.deliveredOn ? [words('invoice.deliveredOn', {date: bill.deliveredOn})] : []),
    `${words('document.order')} ${bill.orderNumber}`,
  ];
  const topMm = drawHead(sheet, {
    title: words('invoice.title'),
    about,
    number: bill.number,
    caption: words('invoice.number'),
  });
  const halfMm = sheet.widthMm / 2;
  const at = {topMm, widthMm: halfMm - 4};
  const buyerNumbers = bill.buyerTaxNumber === undefined ? [] : [bill.buyerTaxNumber];
  const ends = [
    drawAddress(sheet, {part: 'buyer', leftMm: sheet.leftMm, ...at}, words('invoice.buyer'), bill.buyer, buyerNumbers),
    drawAddress(
      sheet,
      {part: 'seller', leftMm: sheet.leftMm + halfMm, ...at},
      words('invoice.seller'),
      bill.seller,
      bill.sellerNumbers,
    ),
  ];
  const tableEndMm = drawTable<InvoiceLine>(
    sheet,
    [
      {title: words('document.sku'), share: 18, cell: ({sku}) => sku},
      {title: words('document.item'), share: 36, cell: ({title}) => title},
      {title: words('document.quantity'), share: 9, align: 'right', cell: ({quantity}) => String(quantity)},
      {title: words('invoice.unitPrice'), share: 14, align: 'right', cell: ({unitPrice}) => unitPrice},
      {title: words('invoice.tax'), share: 9, align: 'right', cell: ({taxRate}) => taxRate},
      {title: words('document.amount'), share: 18, align: 'right', cell: ({total}) => said(total)},
    ],
    bill.lines,
    Math.max(...ends) + 6,
  );
  const taxes = bill.taxes.map(({rate, amount}) => [words('invoice.taxOf', {rate}), said(amount)] as const);
  let atMm =
    drawSums(
      sheet,
      [[words('invoice.net'), said(bill.net)], ...taxes, [words('document.total'), said(bill.total)]],
      tableEndMm,
    ) + 4;
  const {paper, leftMm, widthMm, bottomMm} = sheet;
  for (const note of bill.notes)
    atMm = paper.onThisPageOrNext(
      bottomMm,
      () =>
        paper.line(
          {part: 'note', leftMm, topMm: atMm, widthMm, heightMm: 60, sizeMinPt: text.body.sizePt},
          text.body,
          note,
        ) + 2,
      () => {
        paper.newPage();
        atMm = sheet.topMm;
      },
    );
  return endSheet(sheet);
}
