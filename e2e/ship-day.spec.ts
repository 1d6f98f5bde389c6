import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {shopifyFile} from './files/made-files.ts';
import {BenchPage} from './pages/bench-page.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {ShipPage, printDialogs} from './pages/ship-page.ts';
import {StartPage} from './pages/start-page.ts';

test('a day of shipping goes from a wave and its walk by tote to the bench and to the carrier’s sheet', async ({
  edition,
}) => {
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sale = (number: string, sku: string) => ({number, buyer: `Buyer ${number}`, sku, price: '9.50', total: '9.50'});
  await intake.bring(shopifyFile('day.csv', [sale('D1', 'TEA-1'), sale('D2', 'CUP-2'), sale('D3', 'POT-3')]));
  await intake.belongsToNew('day.csv', 'Kiel Tea');
  await intake.takeIn(3);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');

  const ship = await new ShipPage(page).open();
  const printed = await printDialogs(page);
  await ship.waveOfAll();
  await ship.describe('TEA-1', {bin: 'A-15', grams: 100});
  await ship.describe('CUP-2', {bin: 'A-2', grams: 250});
  const tote = ship.panel.getByLabel(/^Tote for order/);
  for (const [number, code] of [
    ['D3', 'T-1'],
    ['D1', 'T-2'],
  ] as const) {
    await tote.fill(number);
    await tote.press('Enter');
    await expect(ship.panel.getByLabel(`Tote for order ${number}`)).toBeVisible();
    await tote.fill(code);
    await tote.press('Enter');
    await expect(ship.panel.getByRole('button', {name: `Free tote ${code}`})).toBeVisible();
  }
  expect(await ship.walk()).toEqual([
    'A-2 1 Tea CUP-2 CUP-2',
    'A-15 1 Tea TEA-1 TEA-1T-2',
    'Bin? 1 Tea POT-3 POT-3T-1',
  ]);
  await page.getByRole('button', {name: 'Print the pick list'}).click();
  await expect.poll(printed).toEqual([1]);

  const bench = await new BenchPage(page).open();
  await bench.badgeIn('ANNA');
  await bench.scan('T-1', 'packing');
  await expect(page.locator('main h2')).toHaveText('D3');
  await bench.scan('POT-3', 'closing');
  await bench.scan('D3/1', 'idle');
  await bench.scan('T-2', 'packing');
  await bench.scan('TEA-1', 'closing');

  await ship.open();
  await expect(ship.carrier('Without a carrier’s number')).toContainText('1100');
  await page.getByRole('button', {name: /^Hand over the parcels of/}).click();
  await expect(ship.dialog).toContainText('1 label was never scanned');
  await ship.dialog.getByRole('button', {name: 'Hand over and print'}).click();
  await expect(ship.carrier('Without a carrier’s number')).toContainText('0110');
  await expect.poll(async () => (await printed()).at(-1)).toBe(1);
  await expect(page.getByRole('row', {name: /^M-\d{4}-1/})).toContainText('1');

  // What has left is not opened at the bench again; a sheet that did not leave is void, and its parcel waits.
  await page.getByRole('button', {name: /^Void sheet M-/}).click();
  await expect(ship.carrier('Without a carrier’s number')).toContainText('1100');
});
