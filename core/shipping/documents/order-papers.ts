import type {Product} from '../../catalog/schema.ts';
import {hasCheckDigit} from '../../paper/barcodes/gs1.ts';
import {withPoint} from '../../money/decimal-text.ts';
import type {Money} from '../../money/money.ts';
import type {Buyer, Order} from '../../orders/schema.ts';
import type {Address} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {ordersIn} from '../packing/orders-in.ts';
import {wantedOf} from '../packing/pieces.ts';
import type {Parcel} from '../packing/schema.ts';
import type {ContentKind, CustomsDeclaration, CustomsItem} from './customs.ts';
import type {Invoice, InvoiceLine} from './invoice.ts';
import type {SheetContent} from './sheet-job.ts';
import type {ProductLabel} from './small-labels.ts';

/** Papers that an order can have beside its label and its slip. */
export const orderPapers = [
  'invoice',
  'cn22',
  'cn23',
  'commercialInvoice',
  'returnLabel',
  'productLabel',
  'binLabel',
] as const satisfies readonly SheetContent['is'][];
export type OrderPaper = (typeof orderPapers)[number];

/** What is known for the papers of an order. */
export interface PaperFacts {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly parcels: readonly Parcel[];
  readonly products: readonly Product[];
  readonly sender: Address | undefined;
  /** Registration and tax numbers of the business, one a line on its invoices. */
  readonly taxNumbers: readonly string[];
  /** EORI or IOSS number. */
  readonly customsReference: string | undefined;
  readonly storefrontName: string;
  readonly today: LocalDate;
  /** What a person says for this paper alone. */
  readonly said: {readonly invoiceNumber: string; readonly terms: string; readonly kind: ContentKind};
  readonly words: {readonly shipping: string; readonly discount: string};
}

/** Something that a paper needs and nobody has told. Without what `blocks` it cannot be made; the rest stands as a dash. */
export type Missing =
  | {readonly what: 'sender' | 'address' | 'amounts' | 'invoiceNumber' | 'terms' | 'items'; readonly blocks: true}
  | {readonly what: 'taxNumbers'; readonly blocks: false}
  | {readonly what: 'weight' | 'bin'; readonly item: string; readonly title: string; readonly blocks: true}
  | {readonly what: 'hsCode' | 'origin'; readonly item: string; readonly title: string; readonly blocks: false};

/** What this paper lacks, what blocks it first; nothing is made up in its place. */
export function missingOf(paper: OrderPaper, facts: PaperFacts): readonly Missing[] {
  const {order, buyer, sender, said, taxNumbers} = facts;
  const wants = wantedOf(order);
  const asks = (isAsked: boolean, missing: Missing): readonly Missing[] => (isAsked ? [missing] : []);
  const ends = [
    ...asks(wants.length === 0, {what: 'items', blocks: true}),
    ...asks(sender === undefined, {what: 'sender', blocks: true}),
    ...asks(buyer.shipTo.name === '' || buyer.shipTo.street === '', {what: 'address', blocks: true}),
  ];
  const numbered = asks(said.invoiceNumber.trim() === '', {what: 'invoiceNumber', blocks: true});
  switch (paper) {
    case 'invoice':
      return [
        ...ends,
        ...asks(sumsOf(order) === undefined, {what: 'amounts', blocks: true}),
        ...numbered,
        ...asks(taxNumbers.length === 0, {what: 'taxNumbers', blocks: false}),
      ];
    case 'cn22':
    case 'cn23':
      return [...ends, ...customsMissing(facts)];
    case 'commercialInvoice':
      return [
        ...ends,
        ...numbered,
        ...asks(said.terms.trim() === '', {what: 'terms', blocks: true}),
        ...customsMissing(facts),
      ];
    case 'returnLabel':
      return ends;
    case 'productLabel':
      return ends.filter(({what}) => what === 'items');
    case 'binLabel': {
      const known = productsOf(facts);
      const bins = wants.flatMap(({item, title}): readonly Missing[] =>
        asks(known.get(item)?.bin === undefined, {what: 'bin', item, title, blocks: true}),
      );
      return [...ends.filter(({what}) => what === 'items'), ...bins];
    }
  }
}

function customsMissing(facts: PaperFacts): readonly Missing[] {
  const {order} = facts;
  const known = productsOf(facts);
  const isUnpriced =
    order.missing?.includes('money') === true || order.lines.some(({totalMinor}) => totalMinor === undefined);
  const items = wantedOf(order).flatMap(({item, title}): readonly Missing[] => {
    const product = known.get(item);
    return [
      ...(product?.weightGrams === undefined ? [{what: 'weight', item, title, blocks: true} as const] : []),
      ...(product?.hsCode === undefined ? [{what: 'hsCode', item, title, blocks: false} as const] : []),
      ...(product?.origin === undefined ? [{what: 'origin', item, title, blocks: false} as const] : []),
    ];
  });
  const all = [...(isUnpriced ? [{what: 'amounts', blocks: true} as const] : []), ...items];
  return all.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
}

/** A paper of an order as it is asked of the worker; undefined as long as something that blocks it is missing. */
export function paperOf(paper: OrderPaper, facts: PaperFacts): SheetContent | undefined {
  const {order, buyer, sender, storefrontName} = facts;
  if (missingOf(paper, facts).some(({blocks}) => blocks)) return undefined;
  switch (paper) {
    case 'invoice': {
      const says = sender && invoiceOf(facts, sender);
      return says && {is: 'invoice', says};
    }
    case 'cn22':
    case 'cn23':
      return sender && {is: paper, says: declarationOf(facts, sender)};
    case 'commercialInvoice': {
      const {invoiceNumber, terms} = facts.said;
      return sender && {is: 'commercialInvoice', says: {...declarationOf(facts, sender), invoiceNumber, terms}};
    }
    case 'returnLabel': {
      const contents = wantedOf(order).map(({item, quantity}) => ({sku: item, quantity}));
      const ends = sender && {sender: buyer.shipTo, shipTo: sender};
      return (
        ends && {
          is: 'returnLabel',
          says: {storefrontName, ...ends, orderNumber: order.channelOrderId, isReturn: true, contents},
        }
      );
    }
    case 'productLabel':
      return {
        is: 'productLabel',
        says: wantedOf(order).map(({item, title}) => productLabelOf({sku: item, title}, productsOf(facts).get(item))),
      };
    case 'binLabel': {
      const known = productsOf(facts);
      const bins = wantedOf(order).flatMap(({item, title}) => {
        const bin = known.get(item)?.bin;
        return bin === undefined ? [] : [{bin, note: title || item}];
      });
      return {is: 'binLabel', says: bins};
    }
  }
}

function productLabelOf(
  {sku, title}: {readonly sku: string; readonly title: string},
  product: Product | undefined,
): ProductLabel {
  const ean = product?.barcodes?.find((code) => /^\d{12,13}$/.test(code) && hasCheckDigit(code));
  return {title: title || sku, sku, ...(ean !== undefined && {ean})};
}

function productsOf({products}: PaperFacts): ReadonlyMap<string, Product> {
  return new Map(products.map((product) => [product.sku, product]));
}

function declarationOf(facts: PaperFacts, sender: Address): CustomsDeclaration {
  const {order, buyer, parcels, said, today, customsReference} = facts;
  const known = productsOf(facts);
  const items = wantedOf(order).map(({line, item, title, quantity}): CustomsItem => {
    const product = known.get(item);
    const ordered = order.lines[line];
    // Of a line that was cancelled in part, its part.
    const minor = Math.round(((ordered?.totalMinor ?? 0) * quantity) / (ordered?.quantity ?? quantity));
    return {
      description: product?.customsName ?? (title || item),
      quantity,
      weightGrams: (product?.weightGrams ?? 0) * quantity,
      value: {minor, currency: order.currency},
      ...(product?.hsCode !== undefined && {hsCode: product.hsCode}),
      ...(product?.origin !== undefined && {origin: product.origin}),
    };
  });
  const standing = parcels.filter(({status}) => status !== 'voided');
  const weighed = standing.flatMap(({weightGrams}) => weightGrams ?? []);
  // What a box with other orders in it weighs is not what this one does.
  const isAlone = standing.every((parcel) => ordersIn(parcel).every((orderId) => orderId === order.id));
  const isWeighed = isAlone && standing.length > 0 && weighed.length === standing.length;
  return {
    sender,
    recipient: buyer.shipTo,
    parcelNumber: order.tracking?.number ?? order.channelOrderId,
    kind: said.kind,
    items,
    ...(isWeighed && {grossGrams: weighed.reduce((sum, grams) => sum + grams, 0)}),
    ...(customsReference !== undefined && {senderReference: customsReference}),
    ...(buyer.phone !== undefined && {importerReference: buyer.phone}),
    signedOn: today,
    signedBy: sender.name,
  };
}

/** What an order comes to. Channels tell tax within their prices or on top of them; undefined where neither adds up to the total. */
function sumsOf({
  lines,
  shippingMinor,
  discountMinor,
  taxMinor,
  totalMinor,
  missing,
}: Order): {readonly netMinor: number} | undefined {
  if (missing?.includes('money') || lines.some((line) => line.totalMinor === undefined)) return undefined;
  const goods = lines.reduce((sum, line) => sum + (line.totalMinor ?? 0), 0) + shippingMinor - discountMinor;
  return goods === totalMinor || goods + taxMinor === totalMinor ? {netMinor: totalMinor - taxMinor} : undefined;
}

function invoiceOf(facts: PaperFacts, seller: Address): Invoice | undefined {
  const {order, buyer, said, today, taxNumbers, words} = facts;
  const {currency, shippingMinor, discountMinor, taxMinor, totalMinor} = order;
  const sums = sumsOf(order);
  if (!sums) return undefined;
  const amount = (minor: number): Money => ({minor, currency});
  const goods = order.lines.map(({sku, title, quantity, unitPrice, totalMinor: minor = 0}): InvoiceLine => {
    return {
      sku,
      title,
      quantity,
      unitPrice: unitPrice ? withPoint(unitPrice) : '–',
      taxRate: '–',
      total: amount(minor),
    };
  });
  const beside = (title: string, minor: number): readonly InvoiceLine[] =>
    minor === 0 ? [] : [{sku: '', title, quantity: 1, unitPrice: '–', taxRate: '–', total: amount(minor)}];
  return {
    seller,
    sellerNumbers: taxNumbers,
    buyer: buyer.shipTo,
    number: said.invoiceNumber.trim(),
    orderNumber: order.channelOrderId,
    issuedOn: today,
    lines: [...goods, ...beside(words.shipping, shippingMinor), ...beside(words.discount, -discountMinor)],
    net: amount(sums.netMinor),
    // At which rate, no channel tells.
    taxes: taxMinor === 0 ? [] : [{rate: '', amount: amount(taxMinor)}],
    total: amount(totalMinor),
    notes: [],
  };
}
