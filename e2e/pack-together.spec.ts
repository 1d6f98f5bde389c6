import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {shopifyFile} from './files/made-files.ts';
import {BenchPage} from './pages/bench-page.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {RangesSection} from './pages/ranges-section.ts';
import {ShipPage, printDialogs} from './pages/ship-page.ts';
import {ToldPage} from './pages/ship-pages.ts';
import {StartPage} from './pages/start-page.ts';

const range = {carrier: 'Deutsche Post', account: '5001', service: 'RR', from: '10000000', to: '10000009'};

test('two orders of one person go into one box by scanner alone, under one label and one number, and the channel is told it for both', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sale = (number: string, buyer: string, sku: string) => ({number, buyer, sku, price: '9.50', total: '9.50'});
  await intake.bring(
    shopifyFile('two.csv', [
      sale('P1', 'Ida Björk', 'TEA-1'),
      sale('P2', 'IDA BJÖRK', 'CUP-2'),
      sale('P3', 'Jon Holm', 'TEA-1'),
    ]),
  );
  await intake.belongsToNew('two.csv', 'Kiel Tea');
  await intake.takeIn(3);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');
  const ranges = await new RangesSection(page).open();
  await ranges.enter(range);

  const bench = await new BenchPage(page).open();
  const printed = await printDialogs(page);
  await bench.takeNumbers(1);
  await bench.badgeIn('ANNA');
  await bench.scan('P3', 'packing');
  await expect(bench.band).toContainText('Scan the items');
  await bench.scan('TW:ABORT', 'idle');
  await bench.scan('P1', 'packing');
  await expect(bench.band).toContainText('1 more order for this person');
  await expect(page.getByText('Pack together with P2')).toBeVisible();
  await bench.scan('TW:TOGETHER', 'packing');
  await expect(bench.band).toContainText('2 orders, one box');
  await bench.scan('CUP-2', 'packing');
  await bench.scan('TEA-1', 'closing');
  await expect.poll(printed).toEqual([1]);

  // The power goes before the label is scanned: either slip leads back to it, and nothing is printed or drawn again.
  await bench.saved();
  await page.reload();
  await bench.open();
  const again = await printDialogs(page);
  await bench.scan('P2', 'closing');
  await expect(page.getByText('With P2 in one box')).toBeVisible();
  await bench.scan('P1/1', 'idle');
  await expect(bench.band).toContainText('Done: P1 +1');
  expect([await again(), await bench.packedToday()]).toEqual([[], 1]);

  await ranges.open();
  expect(await ranges.rows()).toEqual([{leased: 10, used: 1, voided: 0, free: 9}]);
  const ship = await new ShipPage(page).open();
  await expect(ship.carrier('Deutsche Post')).toContainText('1000');
  const told = await new ToldPage(page).open();
  const kiel = told.section('Kiel Tea');
  await expect(kiel).toContainText('1 parcel of 2 orders');
  const back = await edition.fileFrom(page, () => kiel.getByRole('button', {name: /^Write the file/}).click());
  const rows = new TextDecoder().decode(back.bytes).trim().split('\r\n').slice(1);
  const number = /RR\d{9}DE/.exec(rows[0] ?? '')?.[0] ?? 'no number';
  expect(rows).toEqual(
    ['P1', 'P2'].map((order) => `${order},UPDATE,Fulfillment Line,,,,success,Deutsche Post,${number},TRUE`),
  );
});
