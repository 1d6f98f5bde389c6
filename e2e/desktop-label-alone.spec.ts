import {expect} from '@playwright/test';
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {nameOf, numberOf, shopWithOrders} from './bought/bought-shop.ts';
import {numbersOf} from './bought/carrier-numbers.ts';
import {labelFile, scannedFile, typedFile} from './bought/label-files.ts';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {BoughtPage} from './pages/bought-page.ts';
import {press} from './pages/hands.ts';
import {LabelPrinter} from './shift/label-printer.ts';
import {unread} from './shift/printed-label.ts';
import {setUpPrinter} from './shift/set-up-printer.ts';
import {hasPoppler, pdfPicture} from '../tools/paper/poppler.ts';
import {onItsSide, scanGrey} from '../tools/paper/scan.ts';

/** All that is written in a PDF, whether it is seen or not: on a paper so large that nothing lies beside it. */
async function textOf(document: Buffer | undefined): Promise<string> {
  const whole = document?.toString('latin1').replaceAll(/\/MediaBox\[[^\]]*\]/g, '/MediaBox[-5000 -5000 5000 5000]');
  const pdf = await getDocument({data: new Uint8Array(Buffer.from(whole ?? '', 'latin1')), verbosity: 0}).promise;
  const {items} = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

async function codesOf(document: Buffer | undefined): Promise<readonly string[]> {
  const picture = pdfPicture(document ?? Buffer.alloc(0), 1, 300);
  // A label that is wider than high comes out on its side.
  const scanned = await Promise.all([picture, onItsSide(picture)].map((way) => scanGrey(way)));
  return scanned.flat().map(({text}) => text);
}

/** A shop with orders and a printer that reads PDF, on the page of bought labels. */
async function given(edition: Edition, orders: number) {
  const printer = new LabelPrinter({read: unread});
  await printer.plugIn();
  const page = await edition.start();
  await shopWithOrders(page, orders);
  await setUpPrinter(page, printer, {language: 'pdf'});
  const bought = await new BoughtPage(page).open();
  const print = () => page.getByRole('button', {name: 'Print all that wait'}).click();
  return {printer, page, bought, print};
}

const numbers = numbersOf('ups', 2);
const label = (at: number) => ({carrier: 'UPS', number: numbers[at] ?? '', name: nameOf(at), postalCode: '24103'});

test('a label of a sheet goes to the printer without its neighbour', async ({edition}) => {
  test.skip(!hasPoppler(), 'no Debian package');
  const {printer, bought, print} = await given(edition, 2);
  const ordered = [0, 1].map((at) => ({...label(at), reference: `Order ${numberOf(at)}`}));
  await bought.bring(await labelFile('two-up.pdf', ordered, 2));
  await bought.takeIn(2);
  await print();
  await expect.poll(() => printer.documents.length, {timeout: 30_000}).toBe(2);
  const [first, second] = await Promise.all(printer.documents.map(textOf));
  expect([nameOf(0), nameOf(1)].map((name) => [first?.includes(name), second?.includes(name)])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(await Promise.all(printer.documents.map(codesOf))).toEqual([[numbers[0]], [numbers[1]]]);
  await printer.pullOut();
});

test('where labels of a sheet cannot be told apart, one goes to the printer as dots', async ({edition}) => {
  test.skip(!hasPoppler(), 'no Debian package');
  test.setTimeout(90_000);
  const {printer, page, bought, print} = await given(edition, 2);
  const files = [
    await scannedFile('scanned.pdf', [label(0), label(1)]),
    typedFile('typed.pdf', [nameOf(0), nameOf(1)]),
  ];
  for (const [at, file] of files.entries()) {
    await bought.bring(file);
    await expect(bought.rows).toHaveCount(2);
    await bought.rows.first().dblclick();
    await page.getByRole('dialog').getByRole('combobox').fill(numberOf(at));
    await press(page, 'ArrowDown', 'Enter');
    await bought.takeIn(1);
    await page.getByRole('button', {name: 'Put the rest aside'}).click();
    await print();
    await expect.poll(() => printer.documents.length, {timeout: 30_000}).toBe(at + 1);
  }
  expect(await codesOf(printer.documents[0])).toEqual([numbers[0]]);
  // Half of the sheet is 3508 dots high.
  expect(Number(/\/Height (\d+)/.exec(printer.documents[0]?.toString('latin1') ?? '')?.[1])).toBeLessThan(3_600);
  expect(await textOf(printer.documents[1])).toBe('');
  await printer.pullOut();
});
