import {base64url, hashText, quickDigest} from '../lib/hash.ts';
import type {DraftLine, DraftFacts} from './draft.ts';
import type {OrderGroup} from './messages.ts';

const digestBytes = 9;
const quickMark = 'q:';

/**
 * A digest of what a draft says of a group that files have not told before, or undefined. Kept sealed: it is not keyed. What
 * older imports were told stands there as a longer digest that costs more; it is made only where one stands.
 */
export function newsOf(draft: DraftFacts, group: OrderGroup, told: readonly string[]): string | undefined {
  const values = saidOf(draft, group);
  if (!values.some((value) => value !== undefined && value !== '')) return undefined;
  const text = JSON.stringify(values);
  const digest = `${quickMark}${quickDigest(text)}`;
  if (told.includes(digest)) return undefined;
  const isOld = told.some((one) => !one.startsWith(quickMark) && !one.startsWith(statusMark('')));
  return isOld && told.includes(base64url(hashText(text).subarray(0, digestBytes))) ? undefined : digest;
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
