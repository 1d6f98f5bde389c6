import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {labelsOf, nameOf, numberOf, shopWithOrders, threeFiles} from './bought/bought-shop.ts';
import {numbersOf} from './bought/carrier-numbers.ts';
import {lockedPdf, pdfOfPages} from './bought/hostile-files.ts';
import {labelFile} from './bought/label-files.ts';
import {test} from './editions/story.ts';
import type {MadeFile} from './files/made-files.ts';
import {BoughtPage} from './pages/bought-page.ts';
import {press} from './pages/hands.ts';

test('sixty labels in three files find their orders; two strangers and one double are said', async ({edition}) => {
  test.setTimeout(120_000);
  const page = await edition.start();
  await shopWithOrders(page, 58);
  const bought = await new BoughtPage(page).open();
  await bought.bring(...(await threeFiles(labelsOf(57))));
  await expect
    .poll(() => bought.kinds())
    .toEqual(['All 60', 'Matched 57', 'No order 2', 'Double 1', 'Orders without a label 1']);
  await bought.takeIn(57);
  await expect.poll(() => bought.kinds()).toEqual(['All 3', 'No order 2', 'Double 1', 'Orders without a label 1']);

  // A person knows whose one of the strangers is.
  await press(page, 'j', 'Enter');
  await page.getByRole('dialog').getByRole('combobox').fill(numberOf(57));
  await press(page, 'ArrowDown', 'Enter');
  await expect.poll(() => bought.kinds()).toEqual(['All 3', 'Matched 1', 'No order 1', 'Double 1']);
  await bought.takeIn(1);
  await page.getByRole('button', {name: 'Put the rest aside'}).click();
  await expect(page.getByText('58 labels wait')).toBeVisible();

  // What was taken in is there after a restart, and a file goes back as a whole.
  await edition.close();
  const again = await new BoughtPage(await edition.start()).open();
  await expect(again.page.getByText('58 labels wait')).toBeVisible();
  await again.page.getByRole('listitem').filter({hasText: 'two-up.pdf'}).getByRole('button').click();
  await expect(again.page.getByText('38 labels wait')).toBeVisible();
});

test('what is no file of labels is told by its name, and a label without a barcode is still shown', async ({
  edition,
}) => {
  const page = await edition.start();
  await shopWithOrders(page, 2);
  const bought = await new BoughtPage(page).open();
  const [number = ''] = numbersOf('ups', 1);
  const plain = await labelFile('plain.pdf', [{carrier: 'UPS', number, name: 'Nobody', withoutBarcode: true}], 1);
  const mimeType = 'application/pdf';
  const cutOff = {name: 'cut off.pdf', mimeType, buffer: plain.buffer.subarray(0, 3_000)};
  await bought.bring(
    plain,
    {name: 'empty.pdf', mimeType, buffer: Buffer.alloc(0)},
    {name: 'picture.pdf', mimeType, buffer: Buffer.from('no label at all')},
    cutOff,
    lockedPdf,
    pdfOfPages('2000 pages.pdf', 2_000),
    {name: 'hostile.zpl', mimeType: 'text/plain', buffer: Buffer.from('^XA^DFR:A.ZPL^FO10,10^FDx^FS^XZ')},
    plain,
  );
  await expect.poll(() => bought.kinds()).toEqual(['All 1', 'No order 1', 'Orders without a label 2']);
  await expect(page.getByRole('alert')).toHaveText([
    'The file is empty.',
    /neither a PDF nor a file for label printers/,
    /damaged/,
    /locked with a password/,
    /has 2000 pages/,
    /uses \^DF/,
    'This file is here already.',
  ]);
});

test('labels dropped on another page are read, and a window that is killed before they are taken in has done nothing', async ({
  edition,
}) => {
  const page = await edition.start();
  await shopWithOrders(page, 2);
  const [first = '', second = ''] = numbersOf('dhl', 2);
  const label = {carrier: 'DHL', name: 'Nobody'};
  const file = await labelFile(
    'dhl.pdf',
    [
      {...label, number: first, reference: `Order ${numberOf(0)}`, name: nameOf(0)},
      {...label, number: second, reference: `Order ${numberOf(1)}`, name: nameOf(1)},
    ],
    2,
  );
  await drop(page, file);
  const bought = new BoughtPage(page);
  await expect.poll(() => bought.kinds()).toEqual(['All 2', 'Matched 2']);
  await edition.kill();
  const again = await new BoughtPage(await edition.start()).open();
  await expect(again.page.getByText('Drop the label file')).toBeVisible();
  await drop(again.page, file);
  await expect.poll(() => again.kinds()).toEqual(['All 2', 'Matched 2']);
  await again.takeIn(2);
  await press(again.page, 'Control+z');
  await expect(again.page.getByText('Drop the label file')).toBeVisible();
});

/** Drops a file on the window, as a person does from the folder it was downloaded to. */
async function drop(page: Page, {name, mimeType, buffer}: MadeFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({bytes, as}) => {
      const data = new DataTransfer();
      data.items.add(
        new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], as.name, {type: as.mimeType}),
      );
      return data;
    },
    {bytes: buffer.toString('base64'), as: {name, mimeType}},
  );
  await page.dispatchEvent('body', 'drop', {dataTransfer: transfer});
}
