import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {RawListener} from '../electron/printing/testing/raw-listener.ts';
import {test} from './editions/story.ts';
import {violationsOn} from './pages/accessibility.ts';
import {press} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {PrintersPage} from './pages/printers-page.ts';
import {textsCut} from './pages/texts-cut.ts';

/** What is wrong with what is on the screen, for whoever cannot see it or reads every letter. */
async function wrongWith(page: Page): Promise<readonly string[]> {
  return [...(await violationsOn(page)), ...(await page.evaluate(textsCut))];
}

test('labels come out of a printer that is added by its address, and one that broke off waits for a word', async ({
  edition,
}) => {
  const printer = await RawListener.start();
  const page = await edition.start({demo: 300});
  const orders = await new OrdersPage(page).shown();
  const printers = await new PrintersPage(page).open();
  await printers.add('Zebra', printer.port);

  await page.getByRole('button', {name: 'Test print'}).click();
  await expect(printers.job(/^Test sheet/)).toContainText('Sent');
  expect(printer.documents[0]?.toString()).toContain('^FDTest sheet^FS');
  await printers.route('Label', 'Zebra');
  await printers.route('Packing slip', 'Zebra');

  // A field of choices keeps the keys to itself.
  await page.locator('nav a[href="#/orders"]').click();
  const first = await orders.pointAt(0);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await press(page, 'p');
  await expect(orders.panel.getByText('Sent', {exact: true})).toBeVisible();
  expect(printer.documents[1]?.toString()).toContain(`^FD${first}^FS`);
  await press(page, 'Shift+P');
  await expect.poll(() => printer.documents[2]?.toString()).toContain('^FDPacking slip^FS');
  // The same label again takes a reason, not a key that was pressed twice.
  await press(page, 'p');
  await expect(orders.dialog).toContainText('The very same bytes go to “Zebra” once more.');
  const wrong = [...(await wrongWith(page))];
  await press(page, 'Escape', 'Escape');

  printer.breaksOff = true;
  const second = await orders.pointAt(1);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await press(page, 'p');
  await expect(orders.panel.getByText('In doubt', {exact: true})).toBeVisible();
  printer.breaksOff = false;
  await edition.close();

  const again = await edition.start();
  await new OrdersPage(again).shown();
  await expect(again.getByRole('link', {name: '1 print in doubt'})).toBeVisible();
  const after = await new PrintersPage(again).open();
  await expect(after.job(`Label for order ${second}`)).toContainText('In doubt');
  wrong.push(...(await wrongWith(again)));
  await press(again, 'p', '1');
  await expect(after.job(`Label for order ${second}`).first()).toContainText('Printed again: It did not come out');
  await expect(after.job(`Label for order ${second}`).first()).toContainText('Sent');
  const [, , , broken, whole] = printer.documents;
  expect([printer.documents.length, whole?.subarray(0, broken?.length).equals(broken ?? Buffer.alloc(0))]).toEqual([
    5,
    true,
  ]);
  expect(whole?.toString()).toContain(`^FD${second}^FS`);

  await again.getByRole('button', {name: 'Calibrate Zebra'}).click();
  await expect(after.dialog).toBeVisible();
  wrong.push(...(await wrongWith(again)));
  await after.dialog.getByLabel('How wide is the square, in mm?').fill('34');
  await press(again, 'Enter');
  await expect(again.getByRole('row', {name: /Zebra/})).toContainText('300 dpi');
  await press(again, 'a');
  wrong.push(...(await wrongWith(again)));
  expect(wrong).toEqual([]);
  await printer.stop();
});
