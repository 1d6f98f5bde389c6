import {base64url, hashText} from '../lib/hash.ts';
import type {DraftLine, DraftFacts} from './draft.ts';
import type {OrderGroup} from './messages.ts';

const digestBytes = 9;

/** A digest of what a draft says of a group; undefined where it says nothing of it. Kept sealed: it is not keyed. */
export function digestOf(draft: DraftFacts, group: OrderGroup): string | undefined {
  const values = saidOf(draft, group);
  if (!values.some((value) => value !== undefined && value !== '')) return undefined;
  return base64url(hashText(JSON.stringify(values)).subarray(0, digestBytes));
}

/** What is remembered of a status beside the digest of its group. */
export function statusMark(status: string): string {
  return `s:${status}`;
}

function saidOf(draft: DraftFacts, group: OrderGroup): readonly unknown[] {
  const {shipTo, buyer, lines, money, currency} = draft;
  switch (group) {
    case 'address': {
      if (!shipTo) return [];
      const {name, company, street, extra, postalCode, city, region, country} = shipTo;
      return [name, company, street, extra, postalCode, city, region, country];
    }
    case 'buyer':
      return buyer ? [buyer.name, buyer.email, buyer.phone, buyer.handle] : [];
    case 'lines':
      return lines && lines.length > 0 ? [lines.map(lineSaid)] : [];
    case 'money': {
      if (!money) return [];
      const {shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor} = money;
      return [shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor, currency];
    }
    case 'state': {
      const {status, orderedAt, shipBy, shippedAt, tracking} = draft;
      return [status, orderedAt, shipBy, shippedAt, tracking?.carrier, tracking?.number];
    }
  }
}

function lineSaid({sku, title, quantity, unitPrice, totalMinor}: DraftLine): readonly unknown[] {
  return [sku, title, quantity, unitPrice?.units, unitPrice?.scale, totalMinor];
}
