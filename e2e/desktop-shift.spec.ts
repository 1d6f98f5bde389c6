import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {LabelPrinter} from './shift/label-printer.ts';
import {packShift} from './shift/pack-shift.ts';

test('a shift is packed by scanner alone, offline, though the application is killed twice, the printer unplugged and the numbers used up', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const printer = new LabelPrinter();
  await printer.plugIn();
  const end = await packShift(edition, printer, {orders: 8, killedBehind: [2, 5], unpluggedBehind: 4, numbers: 6});
  await printer.pullOut();
  const right = {shipped: 8, parcels: 8, labels: 8, usedUp: 1};
  expect(end).toEqual({...right, numbers: 8, doubles: 0, strangers: 0, unbalanced: 0, lost: 0});
});
