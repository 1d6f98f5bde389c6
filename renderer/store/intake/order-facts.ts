import type {OpenOrder} from '#core/intake/merge-order.ts';
import type {FactName, Facts, OrderGroup} from '#core/intake/messages.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {toDecimalText} from '#core/money/decimal-text.ts';
import type {OrderLine} from '#core/orders/schema.ts';
import {unknownCountry} from '#core/storefronts/address.ts';
import type {Instant} from '#core/time/instant.ts';

/** What an order says in one of its groups, as text. */
export function factsOf({row, buyer}: OpenOrder, group: OrderGroup): Facts {
  switch (group) {
    case 'address': {
      const {name, company, street, extra, postalCode, city, region, country} = buyer.shipTo;
      const known = country === unknownCountry ? undefined : country;
      return told({name, company, street, extra, postalCode, city, region, country: known});
    }
    case 'buyer':
      return told({name: buyer.name ?? buyer.handle, email: buyer.email, phone: buyer.phone});
    case 'lines':
      return told({lines: row.lines.map((line) => lineText(line, row.currency)).join('\n')});
    case 'money': {
      if (row.missing?.includes('money')) return {};
      const amount = (minor: number): string => toDecimalText({minor, currency: row.currency});
      return {
        currency: row.currency,
        shipping: amount(row.shippingMinor),
        discount: amount(row.discountMinor),
        tax: amount(row.taxMinor),
        total: amount(row.totalMinor),
        refunded: amount(row.refundedMinor),
      };
    }
    case 'state':
      return told({
        status: row.status,
        orderedAt: moment(row.orderedAt),
        shipBy: moment(row.shipBy),
        shippedAt: moment(row.shippedAt),
        tracking: row.tracking && [row.tracking.carrier, row.tracking.number].filter((text) => text !== '').join(' '),
      });
  }
}

function lineText({quantity, sku, title, totalMinor}: OrderLine, currency: CurrencyCode): string {
  const what = [sku, title].filter((text) => text !== '').join(' ');
  const total = totalMinor === undefined ? '' : ` = ${toDecimalText({minor: totalMinor, currency})}`;
  return `${quantity} × ${what}${total}`;
}

function moment(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

function told(facts: Readonly<Partial<Record<FactName, string | undefined>>>): Facts {
  const spoken = Object.entries(facts).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(spoken) as Facts;
}
