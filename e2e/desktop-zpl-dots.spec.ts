import {expect} from '@playwright/test';
import {nameOf, numberOf, shopWithOrders} from './bought/bought-shop.ts';
import {numbersOf} from './bought/carrier-numbers.ts';
import {zplLabelFile} from './bought/label-files.ts';
import {test} from './editions/story.ts';
import {BoughtPage} from './pages/bought-page.ts';
import {LabelPrinter} from './shift/label-printer.ts';
import {unread} from './shift/printed-label.ts';
import {setUpPrinter} from './shift/set-up-printer.ts';
import {scanGrey} from '../tools/paper/scan.ts';
import {zplPictures} from '../tools/paper/zpl-picture.ts';

const inches = {widthMm: 101.6, heightMm: 152.4} as const;

test('a label file made for other dots than the printer has comes out as large as it should, or is refused in both numbers', async ({
  edition,
}) => {
  test.setTimeout(90_000);
  const printer = new LabelPrinter({read: unread});
  await printer.plugIn();
  const page = await edition.start();
  await shopWithOrders(page, 2);
  await setUpPrinter(page, printer, {dpi: 300});
  const [number = ''] = numbersOf('ups', 1);
  const label = {carrier: 'UPS', number, name: nameOf(0), reference: `Order ${numberOf(0)}`};
  const bought = await new BoughtPage(page).open();
  await bought.bring(await zplLabelFile('coarse.zpl', [label], 203));
  await bought.takeIn(1);
  await page.getByRole('button', {name: 'Print all that wait'}).click();
  await expect.poll(() => printer.jobs.length, {timeout: 30_000}).toBe(1);
  const [picture] = await zplPictures(printer.jobs[0] ?? '', {...inches, dotsPerMm: 12});
  expect(picture && (await scanGrey(picture)).map(({text}) => text)).toEqual([number]);
  // On 203 dots the bars are 3 wide, on 300 they are 4.
  expect(printer.jobs[0]).toContain('^PW1200');

  const narrow = `^XA^PW1200^LL1800^FO20,20^A0N,40^FDOrder ${numberOf(1)}^FS^BY2^FO20,300^BCN,200^FD${number}^FS^FO20,1700^A0N,40^FDx^FS^XZ`;
  await setUpPrinter(page, printer);
  await bought.bring({name: 'fine.zpl', mimeType: 'text/plain', buffer: Buffer.from(narrow)});
  await bought.takeIn(1);
  await page.getByRole('button', {name: 'Print all that wait'}).click();
  await expect(page.getByText('made for printers of 300 dots per inch, and yours has 203')).toBeVisible();
  expect(printer.jobs).toHaveLength(1);
  await printer.pullOut();
});
