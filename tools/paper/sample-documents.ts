import {must} from '#core/lib/assert.ts';
import type {Result} from '#core/lib/result.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Page} from '#core/paper/page.ts';
import {cn22} from '#core/shipping/documents/cn22.ts';
import {cn23, cn23Size} from '#core/shipping/documents/cn23.ts';
import {commandCard} from '#core/shipping/documents/command-card.ts';
import {type CommercialInvoice, commercialInvoice} from '#core/shipping/documents/commercial-invoice.ts';
import type {Making} from '#core/shipping/documents/document.ts';
import {type Invoice, invoice} from '#core/shipping/documents/invoice.ts';
import {type Manifest, manifest} from '#core/shipping/documents/manifest.ts';
import {type PackingSlip, packingSlip} from '#core/shipping/documents/packing-slip.ts';
import {type PaperSize, papers} from '#core/shipping/documents/paper-size.ts';
import {parcelLabel} from '#core/shipping/documents/parcel-label.ts';
import {type PickList, pickList} from '#core/shipping/documents/pick-list.ts';
import {binLabel, productLabel, smallPapers} from '#core/shipping/documents/small-labels.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {sampleAddresses} from './sample-addresses.ts';
import {sampleParcels} from './sample-parcels.ts';

const currency = 'EUR' as CurrencyCode;
const day = '2026-11-23' as LocalDate;
const from = {
  name: 'Versand',
  company: 'Nordlicht Tee & Papier',
  street: 'Speicherstraße 14',
  postalCode: '20457',
  city: 'Hamburg',
  country: 'DE',
};
const to = (country: string) =>
  must(
    sampleAddresses.find((address) => address.country === country),
    'a sample address',
  );
const euros = (minor: number) => ({minor, currency});

export const samplePackingSlip: PackingSlip = {
  storefrontName: 'Nordlicht Tee & Papier',
  sender: from,
  shipTo: to('JP'),
  orderNumber: '302-1234567-1234567',
  orderedOn: day,
  lines: [
    {sku: 'TEA-SENCHA-100', title: 'Sencha, first flush, 100 g in a tin of washi paper', quantity: 2},
    {sku: 'POSTCARD', title: 'はがき Postcard “Speicherstadt”', quantity: 1},
    {sku: 'CUP-GLASS-BOROSILICATE-250', title: 'Teeglas, doppelwandig', quantity: 4},
  ],
  note: 'Thank you for your order. To send something back, write to us first: we will send a label for the way back.',
};

export const samplePickList: PickList = {
  number: 'ROUND-0042',
  madeOn: day,
  orders: 37,
  lines: Array.from({length: 64}, (_, at) => ({
    bin: at % 13 === 7 ? '' : `${'ABC'[at % 3] ?? ''}-${String(1 + ((at * 7) % 12))}`,
    sku: `SKU-${1000 + at}`,
    title:
      at % 9 === 4
        ? 'Genmaicha mit geröstetem Reis, kräftig und nussig, in der Dose für den Vorrat, 500 g'
        : `Tea no. ${at}`,
    quantity: 1 + (at % 5),
  })),
};

export const sampleInvoice: Invoice = {
  seller: from,
  sellerNumbers: ['USt-IdNr. DE123456789', 'HRB 12345, Amtsgericht Hamburg'],
  buyer: to('GR'),
  number: 'RE-2026-0815',
  orderNumber: '302-1234567-1234567',
  issuedOn: day,
  deliveredOn: day,
  lines: [
    {
      sku: 'TEA-SENCHA-100',
      title: 'Sencha, first flush',
      quantity: 2,
      unitPrice: '10.42',
      taxRate: '7 %',
      total: euros(2084),
    },
    {sku: 'CUP', title: 'Teeglas, doppelwandig', quantity: 4, unitPrice: '8.40', taxRate: '19 %', total: euros(3360)},
  ],
  net: euros(5444),
  taxes: [
    {rate: '7 %', amount: euros(146)},
    {rate: '19 %', amount: euros(638)},
  ],
  total: euros(6228),
  notes: ['Leistungsdatum entspricht Rechnungsdatum. Zahlbar sofort ohne Abzug.'],
};

export const sampleCommercialInvoice: CommercialInvoice = {
  sender: from,
  recipient: to('KR'),
  parcelNumber: 'RR123456785DE',
  kind: 'sale',
  items: [
    {description: 'Green tea', quantity: 2, weightGrams: 220, value: euros(2084), hsCode: '090210', origin: 'JP'},
    {
      description: 'Glasses of borosilicate, double wall',
      quantity: 4,
      weightGrams: 680,
      value: euros(3360),
      hsCode: '701337',
      origin: 'DE',
    },
  ],
  grossGrams: 1150,
  postage: euros(1499),
  invoiceNumber: 'RE-2026-0815',
  senderReference: 'EORI DE1234567890123',
  importerReference: 'PCCC P123456789012',
  terms: 'DAP 서울',
  signedOn: day,
  signedBy: 'K. Petersen',
};

export const sampleManifest: Manifest = {
  number: 'HL-2026-1123-1',
  carrier: 'DHL Paket',
  sender: from,
  handedOn: day,
  parcels: sampleParcels(30).map(({orderNumber, tracking, shipTo}, at) => ({
    tracking: tracking?.text ?? orderNumber,
    orderNumber,
    place: `${shipTo.country} ${shipTo.postalCode ?? ''} ${shipTo.city}`,
    weightGrams: 200 + at * 37,
  })),
};

const commands = ['SHIP', 'HOLD', 'NEXT', 'PRINT', 'UNDO', 'WEIGH', 'MISSING', 'DONE'].map((word) => ({
  code: `TW:${word}`,
  label: word,
}));

/** Every kind of document, on the paper it is made for. */
export const sampleDocuments: Readonly<
  Record<string, {readonly size: PaperSize; make(making: Making): Result<readonly Page[]>}>
> = {
  'parcel-label': {
    size: papers['4x6'],
    make: (making) => one(parcelLabel(must(sampleParcels(1)[0], 'a parcel'), making.size, making.fonts, making.words)),
  },
  'return-label': {
    size: papers['4x6'],
    make: ({size, fonts, words}) =>
      one(
        parcelLabel(
          {
            storefrontName: 'Nordlicht Tee & Papier',
            sender: to('TH'),
            shipTo: from,
            orderNumber: '302-1234567-1234567',
            isReturn: true,
            square: {kind: 'qr', data: 'RMA-77'},
            contents: [],
          },
          size,
          fonts,
          words,
        ),
      ),
  },
  'packing-slip': {size: papers.a4, make: (making) => packingSlip(samplePackingSlip, making)},
  'packing-slip-a6': {size: papers.a6, make: (making) => packingSlip(samplePackingSlip, making)},
  'pick-list': {size: papers.a4, make: (making) => pickList(samplePickList, making)},
  invoice: {size: papers.a4, make: (making) => invoice(sampleInvoice, making)},
  cn22: {size: papers['4x6'], make: (making) => cn22(sampleCommercialInvoice, making)},
  cn23: {
    size: cn23Size,
    make: (making) =>
      cn23({...sampleCommercialInvoice, comments: 'Glass: handle with care', recipient: to('SA')}, making),
  },
  'commercial-invoice': {size: papers.letter, make: (making) => commercialInvoice(sampleCommercialInvoice, making)},
  manifest: {size: papers.a4, make: (making) => manifest(sampleManifest, making)},
  'bin-label': {
    size: smallPapers.bin,
    make: (making) => binLabel({bin: 'A-02-13', note: 'Tea, green · 最大 40'}, making),
  },
  'product-label': {
    size: smallPapers.product,
    make: (making) =>
      productLabel(
        {title: 'Sencha, first flush, 100 g', sku: 'TEA-SENCHA-100', ean: '4006381333931', note: '12.50 EUR'},
        making,
      ),
  },
  'command-card': {size: papers.a4, make: (making) => commandCard(commands, making)},
};

function one(page: Result<Page>): Result<readonly Page[]> {
  return page.ok ? {ok: true, value: [page.value]} : page;
}

/** All letters of the sample documents, for whoever loads fonts. */
export const sampleTexts: readonly string[] = [
  JSON.stringify([
    samplePackingSlip,
    samplePickList,
    sampleInvoice,
    sampleCommercialInvoice,
    sampleManifest,
    commands,
    sampleAddresses,
  ]),
  '最大·“”–×',
];
