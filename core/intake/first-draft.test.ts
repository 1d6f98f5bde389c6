import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import {orderStatuses} from '../orders/schema.ts';
import type {OrderId} from '../orders/schema.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import {monday} from '../testing/given.ts';
import type {Instant} from '../time/instant.ts';
import type {DraftFacts} from './draft.ts';
import {type Merged, blankOrder, firstDraft, mergeDraft, nothingTold} from './merge-order.ts';
import {nowhere} from './merge-parts.ts';

const words = fc.constantFrom('', 'x', 'Ana Lima', '東京');
const perhaps = {requiredKeys: []};
const count = fc.integer({min: -500, max: 9_999});
const euro = 'EUR' as CurrencyCode;
const instants = fc.integer({min: 1, max: 2_000_000_000_000}) as fc.Arbitrary<Instant>;
const line = fc.record(
  {
    row: fc.nat(),
    sku: words,
    title: words,
    quantity: count,
    unitPrice: fc.record({units: count, scale: fc.constant(2)}),
    totalMinor: count,
  },
  {requiredKeys: ['row', 'sku', 'title', 'quantity']},
);
const drafts: fc.Arbitrary<DraftFacts> = fc.record(
  {
    channelOrderId: fc.constant('7'),
    status: fc.constantFrom(...orderStatuses),
    orderedAt: instants,
    shipBy: instants,
    shippedAt: instants,
    currency: fc.constantFrom('GBP' as CurrencyCode, euro),
    lines: fc.array(line, {maxLength: 3}),
    money: fc.record({
      shippingMinor: count,
      discountMinor: count,
      taxMinor: count,
      totalMinor: count,
      refundedMinor: count,
    }),
    buyer: fc.record({name: words, email: words, phone: words, handle: words}, perhaps),
    shipTo: fc.record({name: words, street: words, city: words, postalCode: words, country: words}, perhaps),
    tracking: fc.record({carrier: words, number: words}, {requiredKeys: ['number']}),
  },
  {requiredKeys: ['channelOrderId']},
);

test('whatever a file tells of a new order, it becomes what it would group by group', () => {
  const named = {
    id: 'o'.repeat(12) as OrderId,
    storefrontId: 's'.repeat(12) as StorefrontId,
    channelOrderId: '7',
    orderedAt: monday,
  };
  const open = blankOrder(named, euro, {shipTo: nowhere});
  const blank: Merged = {open, told: nothingTold, statusSaid: false, news: new Set(), conflicts: new Set()};
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(firstDraft(named, euro, draft)).toStrictEqual(mergeDraft(blank, draft, {state: 'theirs'}));
    }),
    {numRuns: 500},
  );
});
