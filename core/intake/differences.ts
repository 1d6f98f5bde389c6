import {type CurrencyCode, currency as currencyOf} from '../money/currency.ts';
import {toDecimalText} from '../money/decimal-text.ts';
import type {OrderLine} from '../orders/schema.ts';
import {type DayNumber, dateOfDay, dayMs} from '../time/local-date.ts';
import type {Decided, OpenOrder} from './merge-order.ts';
import type {Facts, GroupDifference, OrderGroup} from './messages.ts';
import {type PlannedOrder, mergedOrder} from './plan.ts';
import {unknownCountry} from '../storefronts/address.ts';

const allTheirs: Decided = {address: 'theirs', buyer: 'theirs', lines: 'theirs', money: 'theirs', state: 'theirs'};

/** The groups of a planned order that would change or conflict, with both sides as text. */
export function differencesOf(planned: PlannedOrder, decided: Decided): readonly GroupDifference[] {
  const {known, changed, conflicts} = planned;
  if (!known) return [];

  const {buyer: _buyer, ...row} = known.order;
  const ours: OpenOrder = {row, buyer: known.buyer};
  const theirs = mergedOrder(planned, allTheirs).open;
  return [...conflicts, ...changed].map((group): GroupDifference => {
    const decision = decided[group];
    const conflicting = conflicts.includes(group);
    const sides = {group, ours: factsOf(ours, group), theirs: factsOf(theirs, group), conflicting};
    return conflicting && decision ? {...sides, decided: decision} : sides;
  });
}

/** What a group of an order says, fact by fact; what is not known is left out. */
export function factsOf({row, buyer}: OpenOrder, group: OrderGroup): Facts {
  const {shipTo, name, handle, email, phone} = buyer;
  const hasMoney = !row.missing?.includes('money');
  const amount = (minor: number): string | undefined => (hasMoney ? amountText(minor, row.currency) : undefined);
  switch (group) {
    case 'address': {
      const country = shipTo.country === unknownCountry ? undefined : shipTo.country;
      return spoken({...shipTo, country});
    }
    case 'buyer':
      return spoken({name: name ?? handle, email, phone});
    case 'lines':
      return spoken({lines: row.lines.map((line) => lineText(line, row.currency)).join('\n')});
    case 'money':
      return spoken({
        currency: hasMoney ? row.currency : undefined,
        shipping: amount(row.shippingMinor),
        discount: amount(row.discountMinor),
        tax: amount(row.taxMinor),
        total: amount(row.totalMinor),
        refunded: amount(row.refundedMinor),
      });
    case 'state':
      return spoken({
        status: row.status,
        orderedAt: row.missing?.includes('date') ? '' : instantText(row.orderedAt),
        shipBy: instantText(row.shipBy),
        shippedAt: instantText(row.shippedAt),
        tracking: row.tracking && `${row.tracking.carrier} ${row.tracking.number}`.trim(),
      });
  }
}

function spoken(facts: {readonly [K in keyof Facts]: string | undefined}): Facts {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known);
}

function lineText({sku, title, quantity, totalMinor}: OrderLine, currency: CurrencyCode): string {
  const what = `${quantity} × ${sku} ${title}`.replaceAll(/\s+/g, ' ').trim();
  return totalMinor === undefined ? what : `${what} = ${amountText(totalMinor, currency)}`;
}

/** In a currency that nobody knows, smallest units are all there is to say. */
function amountText(minor: number, currency: CurrencyCode): string {
  return currencyOf(currency).ok ? toDecimalText({minor, currency}) : String(minor);
}

const [hourMs, minuteMs, secondMs] = [3_600_000, 60_000, 1_000];

/** ISO 8601, UTC, to the second. */
function instantText(at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const day: DayNumber = Math.floor(at / dayMs);
  const ms = at - day * dayMs;
  const parts = [Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs), Math.floor((ms % minuteMs) / secondMs)];
  return `${dateOfDay(day)}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}Z`;
}
