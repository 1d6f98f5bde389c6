import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import type {Edition} from '../editions/edition.ts';
import {shopifyFile} from '../files/made-files.ts';
import {BenchPage} from '../pages/bench-page.ts';
import {press} from '../pages/hands.ts';
import {IntakePage} from '../pages/intake-page.ts';
import {OrdersPage} from '../pages/orders-page.ts';
import {StartPage} from '../pages/start-page.ts';
import type {LabelPrinter} from './label-printer.ts';
import {setUpPrinter} from './set-up-printer.ts';

const skus = ['TEA-1', 'CUP-2', 'POT-3'];

/** What became of a shift: orders that are shipped, labels that came out, and labels that came out twice. */
export interface ShiftEnd {
  readonly shipped: number;
  readonly parcels: number;
  readonly labels: number;
  readonly doubles: number;
}

interface Shift {
  readonly orders: number;
  /** Behind these orders the application is killed: at once after the last piece of the next is scanned. */
  readonly killedBehind: readonly number[];
  /** Behind this one the printer is pulled out, and put back when the label of the next is waited for. */
  readonly unpluggedBehind: number;
}

/** Packs a shift by scanner events alone, without a network; whatever happens, the packer does what the bench says. */
export async function packShift(edition: Edition, printer: LabelPrinter, shift: Shift): Promise<ShiftEnd> {
  const numbers = Array.from({length: shift.orders}, (_, at) => `S${2001 + at}`);
  let bench = await begin(await edition.start(), numbers, printer);
  for (const [at, number] of numbers.entries()) {
    const sku = skus[at % skus.length] ?? '';
    if (at === shift.unpluggedBehind) await printer.pullOut();
    await bench.scan(number, 'packing');
    await bench.scan(sku, 'closing');
    await cutOff(bench);
    if (at === shift.unpluggedBehind) {
      await expect(bench.strip).toContainText('does not answer');
      await printer.plugIn();
    }
    if (shift.killedBehind.includes(at)) {
      await edition.kill();
      bench = await new BenchPage(await edition.start()).open();
      await bench.scan(number, 'closing');
      await cutOff(bench);
    }
    await labelOut(bench, printer, `${number}/1`);
    await bench.scan(`${number}/1`, 'idle');
  }
  await bench.saved();
  return endOf(bench.page, printer, shift.orders);
}

/** No network from the first label on: here the application's own files come by a socket too, those of the desktop lie on its disk. */
async function cutOff(bench: BenchPage): Promise<void> {
  await bench.page.context().setOffline(true);
}

/** The packer waits for the label; where the bench asks whether it came out and it has not, it is printed again. */
async function labelOut(bench: BenchPage, printer: LabelPrinter, label: string): Promise<void> {
  let hasAsked = false;
  await expect
    .poll(
      async () => {
        if (printer.labels.at(-1) === label) return true;
        if (!hasAsked && (await bench.strip.innerText()).includes('did the label come out')) {
          hasAsked = true;
          await bench.scan('TW:REPRINT', 'closing');
        }
        return false;
      },
      {timeout: 60_000},
    )
    .toBe(true);
}

async function begin(page: Page, numbers: readonly string[], printer: LabelPrinter): Promise<BenchPage> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sales = numbers.map((number, at) => {
    const buyer = `Buyer ${at + 1}`;
    return {number, buyer, sku: skus[at % skus.length] ?? '', price: '12.50', total: '12.50'};
  });
  await intake.bring(shopifyFile('shift.csv', sales));
  await intake.belongsToNew('shift.csv', 'Kiel Tea');
  await intake.takeIn(numbers.length);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');
  await setUpPrinter(page, printer);
  const bench = await new BenchPage(page).open();
  await bench.badgeIn('ANNA');
  return bench;
}

async function endOf(page: Page, printer: LabelPrinter, orders: number): Promise<ShiftEnd> {
  const bench = new BenchPage(page);
  const list = new OrdersPage(page);
  const today = await bench.packedToday();
  await list.goTo('Orders');
  await expect(list.treeItem('Shipped')).toContainText(String(orders));
  return {
    shipped: await list.count('Shipped'),
    parcels: today,
    labels: printer.labels.length,
    doubles: printer.labels.length - new Set(printer.labels).size,
  };
}
