import type {Result} from '../../lib/result.ts';
import {add} from '../../money/money.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {Page} from '../../paper/page.ts';
import {type CustomsDeclaration, type CustomsItem, customsTotals, kindWords} from './customs.ts';
import {type Making, beginSheet, drawAddress, drawHead, endSheet, kilograms, said, text} from './document.ts';
import {drawSums, drawTable} from './table.ts';

/** A declaration that carriers other than the post lay beside the parcel, three of them as a rule. */
export interface CommercialInvoice extends CustomsDeclaration {
  readonly invoiceNumber: string;
  /** Incoterm and place: `DAP Kraków`. */
  readonly terms: string;
}

/** Faults: those of totals, addresses, barcodes and typesetting. */
export function commercialInvoice(invoice: CommercialInvoice, making: Making): Result<readonly Page[]> {
  const {words} = making;
  const totals = customsTotals(invoice);
  if (!totals.ok) return totals;
  const whole = invoice.postage
    ? add(totals.value.value, invoice.postage)
    : {ok: true as const, value: totals.value.value};
  if (!whole.ok) return whole;

  const sheet = beginSheet({...making, han: hanOf(invoice.recipient.country)});
  const about = [
    invoice.signedOn,
    `${words('customs.terms')} ${invoice.terms}`,
    `${words('customs.reason')} ${words(kindWords[invoice.kind])}`,
    `${words('manifest.tracking')} ${invoice.parcelNumber}`,
  ];
  const topMm = drawHead(sheet, {
    title: words('customs.commercialInvoice'),
    about,
    number: invoice.invoiceNumber,
    caption: words('invoice.number'),
  });
  const halfMm = sheet.widthMm / 2;
  const at = {topMm, widthMm: halfMm - 4};
  const references = (reference: string | undefined) => (reference === undefined ? [] : [reference]);
  const ends = [
    drawAddress(
      sheet,
      {part: 'sender', leftMm: sheet.leftMm, ...at},
      words('customs.exporter'),
      invoice.sender,
      references(invoice.senderReference),
    ),
    drawAddress(
      sheet,
      {part: 'recipient', leftMm: sheet.leftMm + halfMm, ...at},
      words('customs.importer'),
      invoice.recipient,
      references(invoice.importerReference),
    ),
  ];
  const tableEndMm = drawTable<CustomsItem>(
    sheet,
    [
      {title: words('document.item'), share: 34, cell: ({description}) => description},
      {title: words('customs.hsCode'), share: 16, cell: ({hsCode}) => hsCode ?? '–'},
      {title: words('customs.origin'), share: 11, cell: ({origin}) => origin ?? '–'},
      {title: words('document.quantity'), share: 9, align: 'right', cell: ({quantity}) => String(quantity)},
      {title: words('document.weight'), share: 14, align: 'right', cell: ({weightGrams}) => kilograms(weightGrams)},
      {title: words('customs.value'), share: 18, align: 'right', cell: ({value}) => said(value)},
    ],
    invoice.items,
    Math.max(...ends) + 6,
  );
  const sums = [
    [words('customs.grossWeight'), kilograms(totals.value.grams)],
    ...(invoice.postage
      ? [
          [words('customs.goods'), said(totals.value.value)] as const,
          [words('customs.postage'), said(invoice.postage)] as const,
        ]
      : []),
    [words('customs.totalValue'), said(whole.value)],
  ] as const;
  const {paper, leftMm, widthMm, bottomMm} = sheet;
  let endMm = drawSums(sheet, sums, tableEndMm) + 4;
  const closing = [
    ...(invoice.comments === undefined ? [] : [invoice.comments]),
    words('customs.certify'),
    words('customs.signed', {date: invoice.signedOn, name: invoice.signedBy}),
  ];
  for (const sentence of closing)
    endMm = paper.onThisPageOrNext(
      bottomMm,
      () =>
        paper.line(
          {part: 'closing', leftMm, topMm: endMm, widthMm, heightMm: 60, sizeMinPt: text.body.sizePt},
          text.body,
          sentence,
        ) + 3,
      () => {
        paper.newPage();
        endMm = sheet.topMm;
      },
    );
  return endSheet(sheet);
}
