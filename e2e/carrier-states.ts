import {expect as patient} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {type PageState, closeDialog, escape, openDialog} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** Releases so many orders, and comes back to the page. */
async function release(page: Page, many: number, ...back: readonly string[]): Promise<void> {
  await press(page, 'g', 'o', '4');
  await expect(page.locator('nav button').nth(3)).toHaveAttribute('aria-current', 'true');
  await page.locator('[data-index="0"] [role="gridcell"]').nth(5).click();
  await press(page, 'x', ...Array.from({length: many - 1}, () => 'Shift+J'), 'b');
  await expect(page.getByRole('status').locator('button').first()).toBeVisible();
  await press(page, ...back);
}

/** Chooses a template by its place in the list. */
async function template(page: Page, at: number): Promise<void> {
  await page.locator('main [role="combobox"], main input[aria-haspopup="listbox"]').first().click();
  await page.locator('[role="option"]:visible').nth(at).click();
}

const primary = (page: Page): Locator => page.locator('main header button[data-variant="primary"]');

let written = '';

/** From the first file to an answer that asks for a person, and a template of the seller's own. */
export const uploadStates: readonly PageState[] = [
  {
    name: 'next',
    enter: async (page) => {
      await release(page, 6, 'g', 'u');
      await expect(page.locator('main table').first()).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'misfits',
    enter: async (page) => {
      // DPD takes 35 letters, and DHL none of Japan.
      await template(page, 2);
      await expect(page.locator('main [data-meaning="watch"]').first()).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'written',
    enter: async (page) => {
      await template(page, 1);
      const [download] = await Promise.all([page.waitForEvent('download'), primary(page).click()]);
      written = (await (await download.createReadStream()).toArray()).join('');
      // The tables of what would be written next have rows too; what takes an answer is in the list of files alone.
      await expect(page.locator('main table [aria-keyshortcuts="a"]')).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'answer',
    enter: (page) =>
      openDialog(page, async () => {
        const references = written
          .split('\r\n')
          .slice(1, -1)
          .map((row) => row.split(',')[0] ?? '');
        const told = references.map((reference, at) => `${reference},RR${473_124_829 + at}GB`);
        const strange = ['99-0000,RR1', `${references[0] ?? ''},RR2`];
        const answer = ['Order reference,Tracking number', ...told.slice(0, -1), ...strange].join('\r\n');
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'a')]);
        await chooser.setFiles([{name: 'answer.csv', mimeType: 'text/csv', buffer: Buffer.from(answer)}]);
      }),
    leave: closeDialog,
  },
  {
    name: 'template',
    enter: async (page) => {
      await press(page, 'e');
      await expect(page.locator('main section table tbody tr').first()).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'template-refused',
    enter: async (page) => {
      await page.locator('main section input').first().fill('');
      await expect(page.locator('main section button[data-variant="primary"]')).toBeDisabled();
    },
    leave: escape,
  },
];
