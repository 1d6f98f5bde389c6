import {must} from '../../lib/assert.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import {hanOf} from '../../paper/fonts/faces.ts';
import type {FontShelf} from '../../paper/fonts/font-shelf.ts';
import type {Fonts} from '../../paper/fonts/fonts.ts';
import type {Page} from '../../paper/page.ts';
import type {Instant} from '../../time/instant.ts';
import {addressLines} from '../address-lines.ts';
import {cn22, cn22Size} from './cn22.ts';
import {cn23, cn23Size} from './cn23.ts';
import {type CommercialInvoice, commercialInvoice} from './commercial-invoice.ts';
import type {CustomsDeclaration} from './customs.ts';
import type {Making} from './document.ts';
import {type Up, cellOf, impose} from './impose.ts';
import {type Invoice, invoice} from './invoice.ts';
import {type Manifest, manifest} from './manifest.ts';
import type {PaperSize} from './paper-size.ts';
import {type ParcelLabel, parcelLabel} from './parcel-label.ts';
import {type PickList, pickList} from './pick-list.ts';
import {type BinLabel, type ProductLabel, binLabel, productLabel} from './small-labels.ts';
import type {PaperWord, Words} from './words.ts';

/** What a sheet says, and as which document. */
export type SheetContent =
  | {readonly is: 'pickList'; readonly says: PickList}
  | {readonly is: 'manifest'; readonly says: Manifest}
  | {readonly is: 'invoice'; readonly says: Invoice}
  | {readonly is: 'commercialInvoice'; readonly says: CommercialInvoice}
  | {readonly is: 'cn22' | 'cn23'; readonly says: CustomsDeclaration}
  | {readonly is: 'returnLabel'; readonly says: ParcelLabel}
  | {readonly is: 'binLabel'; readonly says: readonly BinLabel[]}
  | {readonly is: 'productLabel'; readonly says: readonly ProductLabel[]};

/** A document as it is asked of a worker, which speaks no language: its words come along, with places for what only paper knows. */
export interface SheetJob {
  readonly sheet: SheetContent;
  readonly said: Readonly<Partial<Record<PaperWord, string>>>;
  readonly title: string;
  readonly madeAt?: Instant;
}

/** Why goods go over a border: customs forms tick one of them. */
const customsReasons = [
  'customs.sale',
  'customs.gift',
  'customs.documents',
  'customs.sample',
  'customs.returned',
  'customs.other',
] as const;

/** The words of each document. */
export const wordsOfSheet = {
  pickList: [
    'pick.title',
    'pick.number',
    'pick.bin',
    'pick.done',
    'pick.orders',
    'pick.totes',
    'document.sku',
    'document.item',
    'document.quantity',
    'document.total',
    'document.page',
    'label.pieces',
  ],
  manifest: [
    'manifest.title',
    'manifest.number',
    'manifest.tracking',
    'manifest.place',
    'manifest.parcels',
    'manifest.handedBy',
    'manifest.takenBy',
    'document.from',
    'document.order',
    'document.weight',
    'document.page',
  ],
  invoice: [
    'invoice.title',
    'invoice.number',
    'invoice.issuedOn',
    'invoice.deliveredOn',
    'invoice.buyer',
    'invoice.seller',
    'invoice.unitPrice',
    'invoice.tax',
    'invoice.taxOf',
    'invoice.net',
    'document.order',
    'document.sku',
    'document.item',
    'document.quantity',
    'document.amount',
    'document.total',
    'document.page',
  ],
  commercialInvoice: [
    'customs.commercialInvoice',
    'customs.terms',
    'customs.reason',
    ...customsReasons,
    'customs.exporter',
    'customs.importer',
    'customs.contents',
    'customs.hsCode',
    'customs.origin',
    'customs.netWeight',
    'customs.grossWeight',
    'customs.value',
    'customs.goods',
    'customs.postage',
    'customs.totalValue',
    'customs.certify',
    'customs.signed',
    'invoice.number',
    'manifest.tracking',
    'document.item',
    'document.quantity',
    'document.weight',
    'document.amount',
    'document.total',
    'document.page',
  ],
  cn22: [
    'customs.declaration',
    'customs.mayBeOpened',
    ...customsReasons,
    'customs.contents',
    'customs.value',
    'customs.certify',
    'customs.signed',
    'document.weight',
    'document.total',
  ],
  cn23: [
    'customs.declaration',
    'customs.mayBeOpened',
    ...customsReasons,
    'customs.contents',
    'customs.netWeight',
    'customs.grossWeight',
    'customs.value',
    'customs.totalValue',
    'customs.postage',
    'customs.hsCode',
    'customs.origin',
    'customs.to',
    'customs.comments',
    'customs.certify',
    'customs.signature',
    'customs.signed',
    'document.from',
    'document.quantity',
    'invoice.number',
  ],
  returnLabel: ['label.shipTo', 'label.pieces', 'label.return'],
  binLabel: [],
  productLabel: [],
} as const satisfies Readonly<Record<SheetContent['is'], readonly PaperWord[]>>;

/** The pages of a document on its paper, and the fonts they are set in. Faults: those of the document, `printing.paper_too_small`. */
export async function sheetPages(
  {sheet, said}: SheetJob,
  paper: PaperSize,
  shelf: FontShelf,
): Promise<Result<{readonly pages: readonly Page[]; readonly fonts: Fonts}>> {
  const words: Words = (word, values = {}) => {
    const text = must(said[word], `the words of a document have ${word}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
  };
  const han = hanOf(countryOf(sheet));
  const fonts = await shelf.fontsFor([...textsIn(sheet.says), ...Object.values(said), everyDocument], han);
  const pages = pagesOf(sheet, paper, {fonts, words, han});
  return pages.ok ? ok({pages: pages.value, fonts}) : pages;
}

type Tools = Omit<Making, 'size'>;

function pagesOf(sheet: SheetContent, paper: PaperSize, tools: Tools): Result<readonly Page[]> {
  switch (sheet.is) {
    case 'pickList':
      return pickList(sheet.says, {...tools, size: paper});
    case 'manifest':
      return manifest(sheet.says, {...tools, size: paper});
    case 'invoice':
      return invoice(sheet.says, {...tools, size: paper});
    case 'commercialInvoice':
      return commercialInvoice(sheet.says, {...tools, size: paper});
    case 'cn22':
      return partOf(paper, {up: 4, least: cn22Size}, (size) => cn22(sheet.says, {...tools, size}));
    case 'cn23':
      return partOf(paper, {up: 2, least: cn23Size}, () => cn23(sheet.says, tools));
    case 'returnLabel':
      return partOf(paper, {up: 4}, (size) => {
        const page = parcelLabel(sheet.says, size, tools.fonts, tools.words);
        return page.ok ? ok([page.value]) : page;
      });
    case 'binLabel':
      return partOf(paper, {up: 4}, (size) => each(sheet.says, (one) => binLabel(one, {...tools, size})));
    case 'productLabel':
      return partOf(paper, {up: 4}, (size) => each(sheet.says, (one) => productLabel(one, {...tools, size})));
  }
}

function each<T>(labels: readonly T[], make: (label: T) => Result<readonly Page[]>): Result<readonly Page[]> {
  const pages: Page[] = [];
  for (const label of labels) {
    const made = make(label);
    if (!made.ok) return made;
    pages.push(...made.value);
  }
  return ok(pages);
}

/** From these on a paper is a sheet, which small documents get a part of. */
const sheetMm = {width: 200, height: 270} as const;
/** Printers round the size of their paper. */
const slackMm = 2;

function partOf(
  paper: PaperSize,
  {up, least}: {readonly up: Up; readonly least?: PaperSize},
  make: (size: PaperSize) => Result<readonly Page[]>,
): Result<readonly Page[]> {
  const isSheet = paper.widthMm >= sheetMm.width && paper.heightMm >= sheetMm.height;
  const size = isSheet ? cellOf(paper, up) : paper;
  if (least && (size.widthMm + slackMm < least.widthMm || size.heightMm + slackMm < least.heightMm)) {
    return fail('printing.paper_too_small', {wanted: `${least.widthMm} × ${least.heightMm} mm`});
  }
  const made = make(size);
  return made.ok && isSheet ? ok([...impose(made.value, paper, up)]) : made;
}

function countryOf(sheet: SheetContent): string {
  switch (sheet.is) {
    case 'invoice':
      return sheet.says.buyer.country;
    case 'cn22':
    case 'cn23':
    case 'commercialInvoice':
      return sheet.says.recipient.country;
    case 'returnLabel':
      return sheet.says.shipTo.country;
    case 'manifest':
      return sheet.says.sender?.country ?? '';
    case 'pickList':
    case 'binLabel':
    case 'productLabel':
      return '';
  }
}

/** What documents add to what they are told: figures, units, signs of ticks and rows. */
const everyDocument = '0123456789 .,:;-–×·%/()kgXCN〒+';

/** Every text that a document was told, and its addresses as they are written in their countries. */
function textsIn(told: unknown): readonly string[] {
  if (typeof told === 'string') return [told];
  if (typeof told !== 'object' || told === null) return [];
  const address =
    'street' in told && 'country' in told ? addressLines(told as Parameters<typeof addressLines>[0]) : undefined;
  const written = address?.ok ? address.value.map(({text}) => text) : [];
  return [...Object.values(told).flatMap(textsIn), ...written];
}
