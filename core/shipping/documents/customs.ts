import {type Result, fail, ok} from '../../lib/result.ts';
import {type Money, sum} from '../../money/money.ts';
import type {Address} from '../../storefronts/address.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {PaperWord} from './words.ts';

/** Why something is sent, as customs asks. */
export const contentKinds = ['sale', 'gift', 'documents', 'sample', 'returned', 'other'] as const;
export type ContentKind = (typeof contentKinds)[number];

export const kindWords = {
  sale: 'customs.sale',
  gift: 'customs.gift',
  documents: 'customs.documents',
  sample: 'customs.sample',
  returned: 'customs.returned',
  other: 'customs.other',
} as const satisfies Readonly<Record<ContentKind, PaperWord>>;

export interface CustomsItem {
  readonly description: string;
  readonly quantity: number;
  /** Of all pieces together. */
  readonly weightGrams: number;
  readonly value: Money;
  /** Of the harmonised system: 6 to 10 digits. */
  readonly hsCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly origin?: string;
}

/** What customs is told of a parcel. */
export interface CustomsDeclaration {
  readonly sender: Address;
  readonly recipient: Address;
  /** The number on the label: S10, or the carrier's. */
  readonly parcelNumber: string;
  readonly kind: ContentKind;
  readonly items: readonly CustomsItem[];
  /** With packing; where it is not known the weight of the items. */
  readonly grossGrams?: number;
  readonly postage?: Money;
  readonly invoiceNumber?: string;
  /** EORI, IOSS or VAT number of the sender; tax number, mail or telephone of the importer. */
  readonly senderReference?: string;
  readonly importerReference?: string;
  readonly comments?: string;
  readonly signedOn: LocalDate;
  readonly signedBy: string;
}

export interface CustomsTotals {
  readonly grams: number;
  readonly value: Money;
}

/** What the items weigh and are worth together. Faults: `shipping.nothing_to_declare`, `money.mixed_currencies`, `money.too_large`. */
export function customsTotals({items, grossGrams}: CustomsDeclaration): Result<CustomsTotals> {
  const [first] = items;
  if (!first) return fail('shipping.nothing_to_declare');
  const value = sum(
    items.map((item) => item.value),
    first.value.currency,
  );
  if (!value.ok) return value;
  return ok({grams: grossGrams ?? items.reduce((grams, item) => grams + item.weightGrams, 0), value: value.value});
}
