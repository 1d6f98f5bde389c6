import type {CurrencyCode} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import type {Buyer, Order, OrderLine} from '#core/orders/schema.ts';
import {unknownCountry} from '#core/storefronts/address.ts';
import type {StorefrontId} from '#core/storefronts/schema.ts';
import type {Instant} from '#core/time/instant.ts';
import {dayMs, dayNumber, localDate} from '#core/time/local-date.ts';
import {type ZoneId, firstInstantAt, localDateAt} from '#core/time/zone.ts';
import {type AddressField, addressFields, addressForm, isPostalCode} from './address-form.ts';
import {amountsOf, isPricedAsStored, priceOf, quantityMax, quantityOf} from './entry-amounts.ts';
import {type EntryLine, type OrderEntry, isEmptyLine} from './order-entry.ts';

/** A field of the form; those of a line begin with its key. */
export type EntryField =
  | 'storefront'
  | 'number'
  | 'date'
  | 'country'
  | AddressField
  | 'email'
  | 'shipping'
  | 'discount'
  | 'tax'
  | `${number}.sku`
  | `${number}.quantity`
  | `${number}.price`;

/** Why a field cannot stay so: the last word of a key under `form.fault`, and what its sentence needs. */
export interface EntryFault {
  readonly word:
    | 'storefrontMissing'
    | 'numberMissing'
    | 'numberTaken'
    | 'dateMissing'
    | 'dateAhead'
    | 'countryMissing'
    | 'nameMissing'
    | 'partMissing'
    | 'postalCode'
    | 'email'
    | 'lineMissing'
    | 'lineNameless'
    | 'quantity'
    | 'price'
    | 'amount'
    | 'discountTooLarge';
  readonly values?: Readonly<Record<string, string | number>>;
}

export type EntryFaults = ReadonlyMap<EntryField, EntryFault>;

/** What an order says, once everything typed makes sense. */
export interface OrderContent {
  readonly storefrontId: StorefrontId;
  readonly channelOrderId: string;
  readonly paid: boolean;
  readonly orderedAt: Instant;
  readonly currency: CurrencyCode;
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly buyer: Buyer;
}

export interface EntryContext {
  readonly now: Instant;
  readonly zone: ZoneId;
  /** Of an order that is edited: as it is stored, and the form it began as. */
  readonly stored?: {readonly order: Order; readonly buyer: Buyer; readonly entry: OrderEntry};
}

/** Either the order, or every field that is wrong with its reason. */
export function readEntry(
  entry: OrderEntry,
  context: EntryContext,
): {readonly faults: EntryFaults; readonly content?: OrderContent} {
  const faults = new Map<EntryField, EntryFault>([
    ...headFaults(entry, context),
    ...buyerFaults(entry, context),
    ...lineFaults(entry),
    ...amountFaults(entry),
  ]);
  const amounts = amountsOf(entry);
  const {items, shipping, discount, tax, total} = amounts;
  if (faults.size > 0 || !items.ok || !shipping.ok || !discount.ok || !tax.ok || !total.ok) return {faults};

  const lines = entry.lines.flatMap((line) => {
    const amount = amounts.lines.get(line.key);
    return amount?.ok ? readLine(line, amount.value.minor) : [];
  });
  const content = {
    storefrontId: entry.storefrontId as StorefrontId,
    channelOrderId: clean(entry.number),
    paid: entry.paid,
    orderedAt: orderedAt(entry, context),
    currency: entry.currency,
    lines,
    shippingMinor: shipping.value.minor,
    discountMinor: discount.value.minor,
    taxMinor: tax.value.minor,
    totalMinor: total.value.minor,
    buyer: buyerOf(entry, context),
  };
  return {faults, content};
}

type Found = readonly (readonly [EntryField, EntryFault])[];

function headFaults({storefrontId, number, date}: OrderEntry, {now, zone}: EntryContext): Found {
  const day = localDate(date);
  return [
    ...(storefrontId === '' ? [['storefront', {word: 'storefrontMissing'}] as const] : []),
    ...(clean(number) === '' ? [['number', {word: 'numberMissing'}] as const] : []),
    ...(day.ok ? [] : [['date', {word: 'dateMissing'}] as const]),
    ...(day.ok && day.value > localDateAt(now, zone) ? [['date', {word: 'dateAhead'}] as const] : []),
  ];
}

function buyerFaults({country, address, email}: OrderEntry, {stored}: EntryContext): Found {
  const badEmail = clean(email) !== '' && !/^[^\s@]+@[^\s@]+$/.test(clean(email));
  const wrong: Found = badEmail ? [['email', {word: 'email'}]] : [];
  // What came with the order, or did not come with it, is not this form's to refuse.
  const before = stored?.entry;
  if (before && before.country === country && isSame(before.address, address)) return wrong;
  if (country === '') return [...wrong, ['country', {word: 'countryMissing'}]];

  const missing = addressForm(country, 'latin').flatMap(({field, required}): Found => {
    if (!required || clean(address[field]) !== '') return [];
    return [[field, field === 'name' ? {word: 'nameMissing'} : {word: 'partMissing', values: {country}}]];
  });
  const isNew = before?.address.postalCode !== address.postalCode || before.country !== country;
  const postalCode = clean(address.postalCode);
  const isWrong = isNew && postalCode !== '' && !isPostalCode(country, postalCode);
  return [...wrong, ...missing, ...(isWrong ? [['postalCode', {word: 'postalCode', values: {country}}] as const] : [])];
}

function isSame(a: OrderEntry['address'], b: OrderEntry['address']): boolean {
  return addressFields.every((field) => a[field] === b[field]);
}

function lineFaults({lines}: OrderEntry): Found {
  const filled = lines.filter((line) => !isEmptyLine(line));
  if (filled.length === 0) return [[`${lines[0]?.key ?? 1}.sku`, {word: 'lineMissing'}]];
  return filled.flatMap((line): Found => [
    ...(clean(line.sku) + clean(line.title) === '' ? [[`${line.key}.sku`, {word: 'lineNameless'}] as const] : []),
    ...(quantityOf(line) === undefined
      ? [[`${line.key}.quantity`, {word: 'quantity', values: {max: quantityMax}}] as const]
      : []),
    ...(priceOf(line).ok || isPricedAsStored(line) ? [] : [[`${line.key}.price`, {word: 'price'}] as const]),
  ]);
}

function amountFaults(entry: OrderEntry): Found {
  const amounts = amountsOf(entry);
  const example = toDecimalText({minor: 1250, currency: entry.currency});
  const values = {currency: entry.currency, example};
  const wrong = (['shipping', 'discount', 'tax'] as const).flatMap((field): Found =>
    amounts[field].ok ? [] : [[field, {word: 'amount', values}]],
  );
  const {items, discount, total} = amounts;
  const isTooLarge = items.ok && items.value.minor >= 0 && discount.ok && total.ok && total.value.minor < 0;
  return isTooLarge ? [...wrong, ['discount', {word: 'discountTooLarge'}]] : wrong;
}

function readLine(line: EntryLine, totalMinor: number): readonly OrderLine[] {
  const sku = clean(line.sku);
  const named = {sku, title: clean(line.title) || sku};
  if (line.was && isPricedAsStored(line)) return [{...line.was, ...named}];
  const quantity = quantityOf(line);
  const price = priceOf(line);
  return quantity === undefined || !price.ok ? [] : [{...named, quantity, unitPrice: price.value, totalMinor}];
}

/** The buyer as typed; how the channel calls them stays, as no field shows it. */
function buyerOf({address, country, email, phone}: OrderEntry, {stored}: EntryContext): Buyer {
  const {name, street, city, ...others} = address;
  const shipTo = {
    name: clean(name),
    street: clean(street),
    city: clean(city),
    country: country || unknownCountry,
    ...filledOf(others),
  };
  const {email: _email, phone: _phone, shipTo: _shipTo, ...told} = stored?.buyer ?? {shipTo};
  return {...told, ...filledOf({email, phone}), shipTo};
}

function filledOf<Name extends string>(fields: Readonly<Record<Name, string>>): {readonly [N in Name]?: string} {
  const filled = Object.entries<string>(fields).flatMap(([name, text]) => {
    const value = clean(text);
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled) as {readonly [N in Name]?: string};
}

/** Today is this moment; a day before is its noon, by the clock of the business. A day that was left alone keeps its moment. */
function orderedAt({date}: OrderEntry, {now, zone, stored}: EntryContext): Instant {
  if (stored?.entry.date === date) return stored.order.orderedAt;
  const day = localDate(date);
  if (!day.ok || day.value === localDateAt(now, zone)) return now;
  return firstInstantAt(dayNumber(day.value) * dayMs + dayMs / 2, zone);
}

/** Without what could not be stored, and without blanks around. */
function clean(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, '').trim();
}
