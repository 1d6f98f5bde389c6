import {expect} from '@playwright/test';
import {hasIppeve, IppevePrinter} from '../electron/printing/testing/ippeve-printer.ts';
import {test} from './editions/story.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {PrintersPage} from './pages/printers-page.ts';

test('a printer that speaks IPP is asked, added and printed on; it says that it is done, and refuses other paper in its own words', async ({
  edition,
}) => {
  test.skip(!hasIppeve, 'no Debian package');
  test.setTimeout(90_000);
  const printer = await IppevePrinter.start();
  try {
    const page = await edition.start({demo: 300});
    await new OrdersPage(page).shown();
    const printers = await new PrintersPage(page).open();
    await printers.askIpp('Zebra', printer.uri);
    await expect(printers.dialog.getByRole('status')).toContainText('Ready');
    // It names its papers, two of them, beside those that everybody has.
    await printers.dialog.getByRole('combobox', {name: 'Paper in it'}).click();
    await expect(page.getByRole('option', {name: '101.6 × 127 mm', exact: true})).toBeVisible();
    await page.getByRole('option', {name: '4 × 6 in label', exact: true}).click();
    await printers.choose('Language it reads', 'PDF');
    await printers.save();
    await expect(printers.notice).toContainText('Printer saved: Zebra. It prints from now on: Label');
    await expect(page.getByRole('row', {name: /Zebra/})).toContainText('Ready');

    await page.getByRole('button', {name: 'Test print'}).click();
    const [first] = [printers.job(/^Test sheet/)];
    await expect(first).toContainText('Sent');
    printer.letOut();
    await expect(first).toContainText('Printed', {timeout: 30_000});
    expect(printer.received().map((document) => document.slice(0, 5))).toEqual(['%PDF-']);

    await page.getByRole('button', {name: 'Change Zebra'}).click();
    await printers.choose('Paper in it', 'A6');
    await printers.save();
    await page.getByRole('button', {name: 'Test print'}).click();
    const refused = printers.job(/^Test sheet/).filter({hasText: 'Not printed'});
    await expect(refused).toContainText('media=iso_a6_105x148mm');
    expect(printer.received()).toHaveLength(1);
  } finally {
    await printer.stop();
  }
});
