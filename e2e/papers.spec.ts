import {expect} from '@playwright/test';
import {execFileSync, spawnSync} from 'node:child_process';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {labelDrawn} from './pages/label-preview.ts';
import {OrdersPage} from './pages/orders-page.ts';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

test('a customs form says what it lacks, takes it in place, and its file says what was told', async ({edition}) => {
  test.skip(!hasPdftotext, 'no Debian package');
  const page = await edition.start({demo: 300});
  const orders = await new OrdersPage(page).shown();
  await orders.choose('Amazon.co.jp');
  await orders.pointAt(0);
  await press(page, 'Enter');
  await expect(orders.panel.locator('address')).toBeVisible();
  await press(page, 'Shift+L');
  const {dialog} = orders;
  await dialog.getByRole('combobox', {name: 'Paper'}).click();
  await page.getByRole('option', {name: /^CN 22/}).click();
  await expect(dialog.getByRole('button', {name: 'Save PDF'})).toBeDisabled();

  const lacks = dialog.getByRole('list', {name: 'What is missing'}).getByRole('listitem');
  await expect(lacks.first()).toContainText('no weight');
  const items = await lacks.count();
  for (let item = 0; item < items; item += 1) {
    await lacks.first().getByRole('button').click();
    await dialog.getByLabel('Weight of one piece, in grams').fill('120');
    await dialog.getByLabel('HS code').fill('0902.10');
    await dialog.getByLabel('Country of origin').fill('cn');
    await dialog.getByLabel('Name for customs').fill(`Green tea ${item + 1}`);
    await dialog.getByRole('button', {name: 'Save', exact: true}).click();
    await expect(dialog.getByRole('combobox', {name: 'Paper'})).toBeVisible();
    await expect(lacks).toHaveCount(items - item - 1);
  }
  await labelDrawn(page, '[role="dialog"]');
  const {bytes} = await edition.fileFrom(page, () => dialog.getByRole('button', {name: 'Save PDF'}).click());
  const text = execFileSync('pdftotext', ['-', '-'], {input: bytes, encoding: 'utf8'}).replaceAll(/\s+/g, ' ');
  expect(text).toContain('CN 22');
  expect(text).toContain('Green tea 1 (090210 · CN)');
  expect(text).toContain('Kranich & Kiesel');
});
