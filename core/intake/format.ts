import type {CurrencyCode} from '../money/currency.ts';
import type {OrderStatus} from '../orders/schema.ts';
import type {Channel} from '../storefronts/schema.ts';
import type {ZoneId} from '../time/zone.ts';

/**
 * What a column of an orders file can tell. Three kinds of amount:
 * of one piece (`unitPrice`), of a line (`lineTotal`, `lineDiscount`), and of the order (all that stand below `subtotal`).
 */
export const fields = [
  'orderNumber',
  /** Names the order where the order number is blank: a sales record number. */
  'fallbackNumber',

  'orderedAt',
  /** The time of day, where the date stands in a column of its own. */
  'orderedTime',
  'paidAt',
  'shipBy',
  'shippedAt',
  'cancelledAt',

  'status',
  'paymentStatus',
  'fulfillmentStatus',
  'lineStatus',

  'sku',
  'title',
  /** Size, colour: joined to the title. */
  'variation',
  'quantity',
  'unitPrice',
  /** Quantity x price as the file gives it. */
  'lineTotal',
  'lineDiscount',
  /** Anything that only `readLines` of the format understands: several lines packed into a cell. */
  'packedLines',

  /** Where it was sold: `Amazon.de`. */
  'market',
  'currency',
  'subtotal',
  'shipping',
  'shippingTax',
  'shippingDiscount',
  /** Gift wrapping, payment and other fees that the buyer pays; counted to shipping and handling. */
  'fee',
  'feeTax',
  'discount',
  'tax',
  'total',
  'refunded',

  'buyerName',
  'buyerFirstName',
  'buyerLastName',
  'buyerEmail',
  'buyerPhone',
  'buyerHandle',

  'shipName',
  'shipFirstName',
  'shipLastName',
  'shipCompany',
  'shipStreet',
  'shipStreet2',
  'shipStreet3',
  'shipPostalCode',
  'shipCity',
  'shipRegion',
  'shipCountry',
  'shipPhone',

  'carrier',
  'trackingNumber',
] as const;
export type Field = (typeof fields)[number];

/** The amounts that make up what a buyer pays. */
export type OrderAmount =
  | 'subtotal'
  | 'shipping'
  | 'shippingTax'
  | 'shippingDiscount'
  | 'fee'
  | 'feeTax'
  | 'discount'
  | 'tax'
  | 'total'
  | 'refunded';

/** The cell of a field in one row or, for an order, its first cell that is not blank; '' where there is none. Trimmed, without Excel's idioms. */
export type CellText = (field: Field) => string;

/** Whether prices contain their tax. */
export type TaxConvention = 'included' | 'added';

/** Orders that share one tax convention. It is found by arithmetic: a known rate of the price, or of what is inside it. */
export interface TaxMarket {
  readonly name: string;
  /** Tax rates of the place in thousandths: 190 is 19 %. None: nothing is computed. */
  readonly ratesPerMille: readonly number[];
  readonly unlessShown: TaxConvention;
}

/** A line as text, before its amounts are read in the notation of the file. */
export interface LineText {
  readonly sku: string;
  readonly title: string;
  /** Blank counts as one piece. */
  readonly quantity: string;
  readonly unitPrice?: string;
  /** For the whole line. Where both are given, this is the line's total and `unitPrice` its price. */
  readonly lineTotal?: string;
}

/** What is known of a whole file before its orders are made. */
export interface FileFacts {
  /** Cells of the header as they stand in the file. */
  readonly header: readonly string[];
  /** Up to 200 different filled cells of a field, first come first. */
  values(field: Field): readonly string[];
}

/**
 * How one kind of file writes orders: a declaration, one file each in `formats/`. A mapping made on screen becomes the same.
 * Names of columns are compared without regard to case, spaces, punctuation and byte order mark: see `foldName`.
 */
export interface Format {
  /** Lower case, told wherever a file is shown: `shopify`, `ebay-de`. */
  readonly id: string;
  readonly channel: Channel;

  /** For each field every name under which exports carried it; where a file has several of them, the first in this list is read. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Columns that belong to this format and of which nothing is read. A last `*` stands for any ending: `Tax*`. */
  readonly alsoKnown: readonly string[];
  /** Columns that no other kind of file has: each found one is strong evidence. May repeat names of `columns` and `alsoKnown`. */
  readonly unique: readonly string[];
  /** Of each group one field must have a column; without it this is not the format. */
  readonly required: readonly (readonly Field[])[];
  /** Columns that this format never has: one of them says that it is a sibling. */
  readonly never?: readonly string[];

  /** Where clocks stand for times written without a zone; `business` when the file's maker uses the seller's own. */
  readonly zone: ZoneId | 'business';
  /** How `03/04/2026` is meant where the file itself does not show it; without it a person is asked. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** How `1.234` is meant where no amount of the file shows it. */
  readonly decimalSign: '.' | ',';

  /** What the content shows of these three where it depends on the market: asked before them. */
  conventionsOf?(file: FileFacts): Partial<Pick<Format, 'dateOrder' | 'decimalSign'>> & {readonly zone?: ZoneId};

  /** The currency where no column and no sign in an amount tells it. */
  readonly currency?: CurrencyCode;
  /** The same, found in the content: a marketplace, a script, a country. Asked before `currency`. */
  currencyOf?(file: FileFacts): CurrencyCode | undefined;

  /**
   * Whether prices contain tax. Matters only where the file has no `total` and parts are added up: `added` taxes are added,
   * `included` ones are not. With `marketOf` the file's own taxes and prices decide, market by market.
   */
  readonly tax: TaxConvention | {marketOf(cells: CellText): TaxMarket};
  /** Amounts that every row states for itself, so that they are summed; all others are repeated on the rows of an order and count once. */
  readonly perRow?: readonly OrderAmount[];
  /** Whether a row states the order's own amounts for all of its rows: where an order has such a row, those of its other rows do not count. */
  isSummary?(cells: CellText): boolean;
  /** Whether totals that differ on the rows of an order are each row's own, so that they are summed (with shipping and taxes); else they are a fault. */
  readonly rowTotals?: true;
  /** Whether discounts (which count off the price however their sign is written) are already taken off the `subtotal`. */
  readonly subtotalIs?: 'before_discount' | 'after_discount';

  /** Whether a row that names no order belongs to the order of the row above. */
  readonly continues?: true;
  /** The number of the order a row belongs to, when it takes more than the cells of `orderNumber` and `fallbackNumber`. Blank: none. */
  orderNumber?(cells: CellText): string;
  /** Whether the row is a line of its order; without it, a row with a filled line field (sku, title, quantity, price). */
  isLine?(cells: CellText): boolean;
  /** The lines of a row, when it can be several or is put together; undefined rejects the row with `intake.bad_lines`. */
  readLines?(cells: CellText): readonly LineText[] | undefined;
  /** Whether a row is decoration beyond what all files have (blank rows, totals, `record(s) downloaded`, the header again). */
  isDecoration?(cells: CellText): boolean;
  /** Where the order stands, from its first cells; see `statusByWords`. Undefined: the file does not tell. */
  status?(order: CellText): OrderStatus | undefined;
  /** Parts of the address that stand in one cell. */
  shipTo?(
    order: CellText,
  ): Readonly<
    Partial<
      Record<'name' | 'company' | 'street' | 'extra' | 'postalCode' | 'city' | 'region' | 'country' | 'phone', string>
    >
  >;
}

/** Declares a format. */
export function defineFormat(format: Format): Format {
  return format;
}
