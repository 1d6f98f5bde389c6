import {expect} from '@playwright/test';
import {labelsOf, nameOf, numberOf, shopWithOrders, threeFiles} from './bought/bought-shop.ts';
import {numbersOf} from './bought/carrier-numbers.ts';
import {labelFile} from './bought/label-files.ts';
import {test} from './editions/story.ts';
import {BenchPage} from './pages/bench-page.ts';
import {BoughtPage} from './pages/bought-page.ts';
import {LabelPrinter} from './shift/label-printer.ts';
import {unread} from './shift/printed-label.ts';
import {setUpPrinter} from './shift/set-up-printer.ts';
import {onItsSide, scanGrey} from '../tools/paper/scan.ts';
import {zplPictures} from '../tools/paper/zpl-picture.ts';

/** The barcodes of a job, as they would be read off the paper. */
async function codesOf(job: string | undefined): Promise<readonly string[]> {
  const pictures = await zplPictures(job ?? '', {widthMm: 101.6, heightMm: 152.4, dotsPerMm: 8});
  // A label that is wider than high comes out on its side.
  const ways = pictures.flatMap((picture) => [picture, onItsSide(picture)]);
  const scanned = await Promise.all(ways.map((picture) => scanGrey(picture)));
  return scanned.flat().map(({text}) => text.replaceAll(/[()]/g, ''));
}

test('a bought label comes out of the label printer when its order is packed, offline, and again after a kill only if asked', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const printer = new LabelPrinter({read: unread});
  await printer.plugIn();
  const page = await edition.start();
  await shopWithOrders(page, 15);
  await setUpPrinter(page, printer);
  const labels = labelsOf(15);
  const bought = await new BoughtPage(page).open();
  await bought.bring(...(await threeFiles(labels)));
  await bought.takeIn(15);

  // One of each file.
  const packed = [1, 7, 13];
  let bench = await new BenchPage(page).open();
  await bench.badgeIn('ANNA');
  for (const at of packed) {
    const number = labels[at]?.number ?? '';
    await bench.scan(numberOf(at), 'packing');
    await bench.scan('TEA-1', 'closing');
    await bench.page.context().setOffline(true);
    if (at === packed[1]) {
      await edition.kill();
      bench = await new BenchPage(await edition.start()).open();
      await bench.scan(numberOf(at), 'closing');
    }
    await expect.poll(() => printer.jobs.length).toBe(packed.indexOf(at) + 1);
    expect(await codesOf(printer.jobs.at(-1))).toEqual([number]);
    await bench.scan(number, 'idle');
  }
  await expect.poll(() => bench.packedToday()).toBe(3);

  // Another page: here the application's own files come by a socket too, those of the desktop lie on its disk.
  await bench.page.context().setOffline(false);
  // Two files go back, but for what sticks on boxes.
  const rest = await new BoughtPage(bench.page).open();
  for (const name of ['one-up.pdf', 'two-up.pdf']) {
    const file = rest.page.getByRole('listitem').filter({hasText: name});
    await file.getByRole('button').click();
    await expect(file).toContainText('0 wait');
  }
  // The other comes out as one pile; an order of it that is packed afterwards has its paper already.
  await rest.page.getByRole('button', {name: 'Print all that wait'}).click();
  await expect.poll(() => printer.jobs.length, {timeout: 60_000}).toBe(5);
  await expect(rest.page.getByText('2 labels go to the printer')).toBeVisible();
  bench = await new BenchPage(rest.page).open();
  await bench.scan(numberOf(14), 'packing');
  await bench.scan('TEA-1', 'closing');
  await bench.scan(labels[14]?.number ?? '', 'idle');
  await expect.poll(async () => [await bench.packedToday(), printer.jobs.length]).toEqual([4, 5]);
  await printer.pullOut();

  // A label for what has left the house is told with its order.
  const late = await new BoughtPage(bench.page).open();
  const [number = ''] = numbersOf('ups', 40).slice(-1);
  await late.bring(
    await labelFile('late.pdf', [{carrier: 'UPS', number, name: nameOf(1), reference: `Order ${numberOf(1)}`}], 1),
  );
  await expect(late.rows).toContainText(`Order ${numberOf(1)}: Shipped`);
});
