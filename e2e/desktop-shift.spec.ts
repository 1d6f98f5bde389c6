import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {LabelPrinter} from './shift/label-printer.ts';
import {packShift} from './shift/pack-shift.ts';

test('a shift is packed by scanner alone, offline, though the application is killed twice and the printer unplugged', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const printer = new LabelPrinter();
  await printer.plugIn();
  const end = await packShift(edition, printer, {orders: 8, killedBehind: [2, 5], unpluggedBehind: 4});
  await printer.pullOut();
  expect(end).toEqual({shipped: 8, parcels: 8, labels: 8, doubles: 0});
});
