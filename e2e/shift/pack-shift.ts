import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {must} from '#core/lib/assert.ts';
import type {Edition} from '../editions/edition.ts';
import {shopifyFile} from '../files/made-files.ts';
import {BenchPage} from '../pages/bench-page.ts';
import {press} from '../pages/hands.ts';
import {IntakePage} from '../pages/intake-page.ts';
import {OrdersPage} from '../pages/orders-page.ts';
import {type GivenRange, RangesSection} from '../pages/ranges-section.ts';
import {StartPage} from '../pages/start-page.ts';
import type {LabelPrinter} from './label-printer.ts';
import {type NumberTally, numberTally} from './number-tally.ts';
import {setUpPrinter} from './set-up-printer.ts';

const skus = ['TEA-1', 'CUP-2', 'POT-3'];

/** What became of a shift: orders that are shipped, labels that came out, and the numbers on them. */
export interface ShiftEnd extends NumberTally {
  readonly shipped: number;
  readonly parcels: number;
  readonly labels: number;
  /** How often the bench told that there is no number left; nothing came out of the printer then. */
  readonly usedUp: number;
}

interface Shift {
  readonly orders: number;
  /** Behind these orders the application is killed: at once after the last piece of the next is scanned. */
  readonly killedBehind: readonly number[];
  /** Behind this one the printer is pulled out, and put back when the label of the next is waited for. */
  readonly unpluggedBehind: number;
  /** How many numbers there are when the shift begins; as many as are needed come once they are used up. */
  readonly numbers: number;
  /** Hears how long it took from the last scan of an item, as the page had it, to the first byte at the printer. */
  readonly timed?: (scanToBytesMs: number) => void;
  /** What a scanner reads on the labels, for a control that smudges one. */
  readonly readAs?: (codes: readonly string[]) => readonly string[];
}

/** No hand goes from a slip to an item in less: what the keystroke-level model gives it for homing (Card, Moran and Newell, 1980). */
const handMs = 400;

const first = 10_000_000;
const rangeOf = (from: number, count: number): GivenRange => ({
  carrier: 'Deutsche Post',
  account: '5001',
  service: 'RR',
  from: String(from),
  to: String(from + count - 1),
});

/** Packs a shift by scanner events alone, without a network; whatever happens, the packer does what the bench says. */
export async function packShift(edition: Edition, printer: LabelPrinter, shift: Shift): Promise<ShiftEnd> {
  const numbers = Array.from({length: shift.orders}, (_, at) => `S${2001 + at}`);
  const given = [rangeOf(first, shift.numbers)];
  const page = await edition.start();
  if (shift.timed) await watchScans(page);
  let bench = await begin(page, {numbers, printer, range: rangeOf(first, shift.numbers)});
  let usedUp = 0;
  for (const [at, number] of numbers.entries()) {
    const sku = skus[at % skus.length] ?? '';
    if (at === shift.unpluggedBehind) await printer.pullOut();
    await bench.scan(number, 'packing');
    if (shift.timed) await bench.page.waitForTimeout(handMs);
    const before = printer.labels.length;
    await bench.scan(sku, 'closing', 'unmade');
    // Whatever is asked of the page or told to the browser while the label is on its way would be measured as well.
    if (shift.timed) await printer.moreThan(before, handMs);
    if (await bench.isAt('unmade')) {
      usedUp += 1;
      const more = rangeOf(first + shift.numbers, shift.orders);
      given.push(more);
      await moreNumbers(bench, more, printer);
    }
    await cutOff(bench);
    if (at === shift.unpluggedBehind) {
      await expect(bench.strip).toContainText('does not answer');
      await printer.plugIn();
    }
    if (shift.killedBehind.includes(at)) {
      await edition.kill();
      bench = await openAgain(await edition.start());
      await bench.scan(number, 'closing');
      await cutOff(bench);
    }
    const {code, begunAtMs} = await labelOut(bench, printer, buyerOf(at));
    shift.timed?.(begunAtMs - (await bench.page.evaluate(() => window.scannedAtMs)));
    await bench.scan(code, 'idle');
  }
  await bench.saved();
  const end = await endOf(bench.page, printer, shift.orders);
  const rows = await (await new RangesSection(bench.page).open()).rows();
  const {readAs = (codes) => codes} = shift;
  const codes = readAs(printer.labels.map(({code}) => code));
  return {...end, usedUp, ...numberTally(codes, {given, rows})};
}

type Label = LabelPrinter['labels'][number];

declare global {
  interface Window {
    scannedAtMs: number;
  }
}

/** Remembers when the page had the last scan: heard before the page's own keys, which keep a scan from everybody else. */
async function watchScans(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const capture = true;
    // Without a name: what runs this gives names by a call that a page does not know.
    window.addEventListener(
      'keydown',
      ({key}) => {
        if (key === 'Enter') window.scannedAtMs = performance.timeOrigin + performance.now();
      },
      {capture},
    );
  });
  await page.reload();
}

function buyerOf(at: number): string {
  return `Buyer ${at + 1}`;
}

/** No network from the first label on: here the application's own files come by a socket too, those of the desktop lie on its disk. */
async function cutOff(bench: BenchPage): Promise<void> {
  await bench.page.context().setOffline(true);
}

/** After a kill. The settings are looked at, for their files come by that socket too. */
async function openAgain(page: Page): Promise<BenchPage> {
  const bench = await new BenchPage(page).open();
  await new RangesSection(page).open();
  return bench.open();
}

/** The bench told that the range is used up, and no paper came out; then the next letter of the carrier is there. */
async function moreNumbers(bench: BenchPage, range: GivenRange, printer: LabelPrinter): Promise<void> {
  const before = printer.labels.length;
  await expect(bench.band).toContainText('Nothing was printed and no number was taken');
  await expect(bench.strip).toContainText('no number left');
  await (await new RangesSection(bench.page).open()).enter(range);
  await bench.open();
  expect(printer.labels).toHaveLength(before);
  await bench.scan('TW:REPRINT', 'closing');
}

/** The packer waits for the label of this buyer; where the bench asks whether it came out and it has not, it is printed again. */
async function labelOut(bench: BenchPage, printer: LabelPrinter, buyer: string): Promise<Label> {
  let hasAsked = false;
  const newest = (): Label | undefined =>
    printer.labels.findLast(({texts}) => texts.some((text) => text.toUpperCase() === buyer.toUpperCase()));
  await expect
    .poll(
      async () => {
        if (newest()) return true;
        if (!hasAsked && (await bench.strip.innerText()).includes('did the label come out')) {
          hasAsked = true;
          await bench.scan('TW:REPRINT', 'closing');
        }
        return false;
      },
      {timeout: 60_000},
    )
    .toBe(true);
  return must(newest(), 'the label that came out');
}

interface Beginning {
  readonly numbers: readonly string[];
  readonly printer: LabelPrinter;
  readonly range: GivenRange;
}

async function begin(page: Page, {numbers, printer, range}: Beginning): Promise<BenchPage> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sales = numbers.map((number, at) => {
    return {number, buyer: buyerOf(at), sku: skus[at % skus.length] ?? '', price: '12.50', total: '12.50'};
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
  await (await new RangesSection(page).open()).enter(range);
  const bench = await new BenchPage(page).open();
  await bench.takeNumbers(1);
  await bench.badgeIn('ANNA');
  return bench;
}

async function endOf(
  page: Page,
  printer: LabelPrinter,
  orders: number,
): Promise<Pick<ShiftEnd, 'shipped' | 'parcels' | 'labels'>> {
  const bench = new BenchPage(page);
  const list = new OrdersPage(page);
  const parcels = await bench.packedToday();
  await list.goTo('Orders');
  await expect(list.treeItem('Shipped')).toContainText(String(orders));
  return {shipped: await list.count('Shipped'), parcels, labels: printer.labels.length};
}
