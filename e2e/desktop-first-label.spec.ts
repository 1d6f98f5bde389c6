import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {RawListener} from '../electron/printing/testing/raw-listener.ts';
import {test} from './editions/story.ts';
import {shopifyFile} from './files/made-files.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {PrintersPage} from './pages/printers-page.ts';
import {StartPage} from './pages/start-page.ts';

/**
 * What hands do takes this long (Card, Moran and Newell, keystroke-level model): a key of an average typist; a click that is thought of, pointed
 * at and pressed.
 */
const secondsOf = {key: 0.28, click: 1.35 + 1.1 + 0.2} as const;
/** To find a file in a folder and drag it here. */
const dropSeconds = 15;
const patienceSeconds = 300;

/** Counts what hands do on the page from now on. */
async function countHands(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const hands = (window.hands = {keys: 0, clicks: 0});
    window.addEventListener('click', (event) => (hands.clicks += event.isTrusted ? 1 : 0), true);
    window.addEventListener('keydown', () => (hands.keys += 1), true);
    // What a test fills in at once, a person types.
    window.addEventListener('input', ({target}) => (hands.keys += (target as HTMLInputElement).value.length), true);
  });
  return async () => {
    const {keys, clicks} = await page.evaluate(() => window.hands);
    return keys * secondsOf.key + clicks * secondsOf.click;
  };
}

declare global {
  interface Window {
    hands: {keys: number; clicks: number};
  }
}

test('a new seller has the first right label within five minutes of the first start', async ({edition}) => {
  const printer = await RawListener.start();
  const begunAt = Date.now();
  const page = await edition.start();
  const handsSeconds = await countHands(page);
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  await expect(intake.rail).toBeVisible();
  const sale = {number: '#1001', buyer: 'Mia Krug', street: 'Ahornweg 3', sku: 'TEA-1', price: '12.50', total: '12.50'};
  await intake.drop(shopifyFile('orders_export.csv', [sale]));
  await intake.read();
  await intake.belongsToNew('orders_export.csv', 'Kiel Tea');
  await intake.takeIn(1);

  const printers = await new PrintersPage(page).open();
  await printers.add('Zebra', printer.port);
  await press(page, 'g', 'o');
  const orders = await new OrdersPage(page).shown();
  await orders.pointAt(0);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await press(page, 'p');
  // The printer has all barcodes read back before it gets them.
  await expect(orders.panel.getByText('Sent', {exact: true})).toBeVisible();
  const machineSeconds = (Date.now() - begunAt) / 1_000;
  const label = printer.documents[0]?.toString() ?? '';
  await printer.stop();

  const missing = ['#1001', 'Mia Krug', 'Ahornweg 3', '24103 Kiel'].filter((text) => !label.includes(`^FD${text}^FS`));
  expect(missing).toEqual([]);
  expect((await handsSeconds()) + dropSeconds + machineSeconds).toBeLessThan(patienceSeconds);
});
