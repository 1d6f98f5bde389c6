import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {shopifyFile} from './files/made-files.ts';
import {BenchPage} from './pages/bench-page.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {ShipPage} from './pages/ship-page.ts';
import {StartPage} from './pages/start-page.ts';

/** A scale in the place of the browser's WebHID, as one at USB behaves there: allowed once, it is known after a restart. */
function plugInScale(): void {
  class Device extends EventTarget {
    opened = false;
    readonly productName = 'DYMO M10';
    readonly vendorId = 0x0922;
    readonly productId = 0x8003;
    async open(): Promise<void> {
      this.opened = true;
    }
    async close(): Promise<void> {
      this.opened = false;
    }
  }
  const device = new Device();
  const isAllowed = (): boolean => localStorage.getItem('scale') === 'allowed';
  const hid = Object.assign(new EventTarget(), {
    requestDevice: async ({filters}: {readonly filters: readonly {readonly usagePage: number}[]}) => {
      if (filters[0]?.usagePage !== 0x8d) return [];
      localStorage.setItem('scale', 'allowed');
      return [device];
    },
    getDevices: async () => (isAllowed() ? [device] : []),
  });
  Object.defineProperty(navigator, 'hid', {value: hid});
  Object.assign(window, {
    /** A report of grams, lying still. */
    weigh: (grams: number) => {
      const data = new DataView(new ArrayBuffer(5));
      data.setUint8(0, grams === 0 ? 2 : 4);
      data.setUint8(1, 2);
      data.setUint16(3, grams, true);
      device.dispatchEvent(Object.assign(new Event('inputreport'), {reportId: 3, data}));
    },
  });
}

async function weigh(page: Page, grams: number): Promise<void> {
  await page.evaluate((said) => (window as unknown as {weigh(grams: number): void}).weigh(said), grams);
}

test('a scale is connected once, tells weights after a restart, and stops a box that is too light', async ({
  edition,
}) => {
  const page = await edition.start();
  await page.addInitScript(plugInScale);
  await page.reload();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  await intake.bring(
    shopifyFile('scale.csv', [{number: 'W1', buyer: 'Ida', sku: 'TEA-1', quantity: 2, price: '9.50', total: '19.00'}]),
  );
  await intake.belongsToNew('scale.csv', 'Kiel Tea');
  await intake.takeIn(1);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'b');
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  await page.getByRole('button', {name: 'Connect a USB scale'}).click();
  await expect(page.getByText('DYMO M10 is connected')).toBeVisible();
  await weigh(page, 812);
  await expect(page.getByText('812 g', {exact: true})).toBeVisible();
  await page.getByLabel('Empty box and filling, in grams').fill('80');

  const ship = await new ShipPage(page).open();
  await ship.waveOfAll();
  await ship.describe('TEA-1', {bin: 'A-1', grams: 300});
  await settings.saved();
  await page.reload();

  const bench = await new BenchPage(page).open();
  await expect(bench.strip).toContainText('Scale: empty');
  await bench.badgeIn('ANNA');
  await bench.scan('W1', 'packing');
  await bench.scan('TW:X2', 'packing');
  await bench.scan('TEA-1', 'weighing');
  await expect(bench.band).toContainText('about 680 g');
  await weigh(page, 375);
  await expect(bench.band).toContainText('Wrong weight');
  await expect(bench.band).toContainText('375 g instead of about 680 g');
  await bench.scan('TW:UNDO', 'packing');
  await bench.scan('TW:X2', 'packing');
  await bench.scan('TEA-1', 'weighing');
  await weigh(page, 0);
  await weigh(page, 671);
  await expect(page.locator('main [data-at="closing"]')).toBeVisible();

  await settings.goTo('Settings');
  await page.getByRole('button', {name: 'Disconnect'}).click();
  await expect(page.getByText('No scale is connected')).toBeVisible();
});
