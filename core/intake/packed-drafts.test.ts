import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import type {DraftLine, OrderDraft} from './draft.ts';
import {DraftPacker, DraftUnpacker} from './packed-drafts.ts';
import {packSource} from './packed-source.ts';

const amount = fc.maxSafeInteger();
const text = fc.oneof(fc.constantFrom('', 'TEA', '85123A'), fc.string());
const priceless = {row: fc.nat(), sku: text, title: text, quantity: fc.integer()};
const unitPrice = fc.record({units: amount, scale: fc.nat({max: 9})});
const line: fc.Arbitrary<DraftLine> = fc.oneof(
  fc.record(priceless),
  fc.record({...priceless, totalMinor: amount}),
  fc.record({...priceless, unitPrice}),
  fc.record({...priceless, unitPrice, totalMinor: amount}),
);
const source = fc.array(fc.record({row: fc.nat(), cells: fc.array(text)}));
const draft: fc.Arbitrary<OrderDraft> = fc.oneof(
  fc.record({channelOrderId: text, source}),
  fc.record({channelOrderId: text, source, lines: fc.array(line), currency: fc.constant('GBP' as CurrencyCode)}),
);

test('orders of a file come out of the columns they cross workers in as they went in, batch by batch', () => {
  const property = fc.property(fc.array(fc.array(draft)), (batches) => {
    const [packer, unpacker] = [new DraftPacker(), new DraftUnpacker()];
    const arrived = batches.flatMap((drafts) => unpacker.unpack(structuredClone(packer.pack(drafts))));
    expect(arrived).toEqual(batches.flat().map((one) => ({...one, source: packSource(one.source)})));
  });
  fc.assert(property, {numRuns: 300});
});
