import {type CurrencyCode, currency} from '#core/money/currency.ts';
import {toDecimalText, withPoint} from '#core/money/decimal-text.ts';
import type {Buyer, Order, OrderLine} from '#core/orders/schema.ts';
import {unknownCountry} from '#core/storefronts/address.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {type ZoneId, localDateAt} from '#core/time/zone.ts';
import type {AddressField} from './address-form.ts';

/** One line of the form, as it was typed. `was` is the stored line it began as. */
export interface EntryLine {
  readonly key: number;
  readonly sku: string;
  readonly title: string;
  readonly quantity: string;
  readonly price: string;
  readonly was?: OrderLine;
}

/** The whole form, as it was typed: nothing of it is lost, however wrong it is. */
export interface OrderEntry {
  readonly storefrontId: string;
  readonly number: string;
  readonly date: string;
  readonly paid: boolean;
  readonly currency: CurrencyCode;
  readonly country: string;
  readonly address: Readonly<Record<AddressField, string>>;
  readonly email: string;
  readonly phone: string;
  readonly lines: readonly EntryLine[];
  readonly shipping: string;
  readonly discount: string;
  readonly tax: string;
  /** Tax stands beside the prices, as in the United States, not within them. */
  readonly taxAdded: boolean;
  /** What the stored total holds besides: a fee, a rounding of the channel's. In smallest units. */
  readonly otherMinor: number;
}

/** What a new form needs of the shop it is opened in. */
export interface EntryPlace {
  readonly storefronts: readonly Storefront[];
  readonly zone: ZoneId;
  readonly today: LocalDate;
}

export const noAddress: OrderEntry['address'] = {
  name: '',
  company: '',
  street: '',
  extra: '',
  city: '',
  region: '',
  postalCode: '',
};

export function emptyLine(lines: readonly EntryLine[]): EntryLine {
  return {key: 1 + Math.max(0, ...lines.map(({key}) => key)), sku: '', title: '', quantity: '1', price: ''};
}

export function isEmptyLine({sku, title, price, was}: EntryLine): boolean {
  return !was && [sku, title, price].every((text) => text.trim() === '');
}

/** A form for an order that nobody has typed yet. */
export function emptyEntry({storefronts, today}: EntryPlace, country: string): OrderEntry {
  const storefront = storefronts[0];
  const fallback = currency('EUR');
  return {
    storefrontId: storefront?.id ?? '',
    number: '',
    date: today,
    paid: true,
    currency: storefront?.currency ?? (fallback.ok ? fallback.value : ('' as CurrencyCode)),
    country,
    address: noAddress,
    email: '',
    phone: '',
    lines: [emptyLine([])],
    shipping: '',
    discount: '',
    tax: '',
    taxAdded: false,
    otherMinor: 0,
  };
}

/** The form that says what a stored order says. */
export function entryOf(order: Order, buyer: Buyer, zone: ZoneId): OrderEntry {
  const amount = (minor: number): string => (minor === 0 ? '' : toDecimalText({minor, currency: order.currency}));
  const {country, ...address} = buyer.shipTo;
  const untaxed = order.lines.reduce(
    (sum, line) => sum + (line.totalMinor ?? 0),
    order.shippingMinor - order.discountMinor,
  );
  const taxAdded =
    order.taxMinor !== 0 && untaxed !== order.totalMinor && untaxed + order.taxMinor === order.totalMinor;
  return {
    storefrontId: order.storefrontId,
    number: order.channelOrderId,
    date: localDateAt(order.orderedAt, zone),
    paid: order.status !== 'new',
    currency: order.currency,
    country: country === unknownCountry ? '' : country,
    address: {...noAddress, ...address},
    email: buyer.email ?? '',
    phone: buyer.phone ?? '',
    lines: order.lines.map((line, at) => ({
      key: at + 1,
      sku: line.sku,
      title: line.title,
      quantity: String(line.quantity),
      price: line.unitPrice ? withPoint(line.unitPrice) : '',
      was: line,
    })),
    shipping: amount(order.shippingMinor),
    discount: amount(order.discountMinor),
    tax: amount(order.taxMinor),
    taxAdded,
    otherMinor: order.totalMinor - untaxed - (taxAdded ? order.taxMinor : 0),
  };
}

/** The same order once more: as new, of today, under a number that is still to be found. */
export function copyOf(entry: OrderEntry, today: LocalDate): OrderEntry {
  return {
    ...entry,
    number: '',
    date: today,
    paid: true,
    otherMinor: 0,
    lines: entry.lines.map(({was: _, ...line}) => line),
  };
}
