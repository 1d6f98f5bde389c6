import {expect as patient} from '@playwright/test';
import type {Page} from 'playwright';
import {type PageState, closeDialog, openDialog, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** Types one line into a dialog of the bench that this key opens. */
async function give(page: Page, key: string, text: string): Promise<void> {
  await openDialog(page, pressing(key));
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  // What follows sooner belongs to a scan.
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function stands(page: Page, at: string): Promise<void> {
  await expect(page.locator(`main [data-at="${at}"]`)).toBeVisible();
}

/** Releases the first order that waits for it, and brings its number. */
async function releasedNumber(page: Page): Promise<string> {
  await press(page, 'g', 'o', '4');
  const row = page.locator('[data-index="0"] [role="gridcell"]');
  await expect(page.locator('nav button').nth(3)).toHaveAttribute('aria-current', 'true');
  await row.nth(5).click();
  const number = (await row.nth(1).innerText()).trim();
  await press(page, 'b');
  const before = await page.title();
  await press(page, 'g', 'p');
  await stands(page, 'idle');
  // Told once the page also listens to keys.
  await expect.poll(() => page.title()).not.toBe(before);
  return number;
}

/** The bench from an empty one to a package that is closed, with what goes wrong on the way. */
export const benchStates: readonly PageState[] = [
  {
    name: 'badge',
    enter: async (page) => {
      await give(page, '/', 'no badge yet');
      await openDialog(page, pressing('b'));
    },
    leave: closeDialog,
  },
  {
    name: 'unknown',
    enter: async (page) => {
      await give(page, 'b', 'anna');
      await give(page, '/', 'NOTHING-77');
      await expect(page.locator('[data-mood="wrong"]')).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'order',
    enter: async (page) => {
      await give(page, '/', await releasedNumber(page));
      await stands(page, 'packing');
    },
    leave: async () => undefined,
  },
  {
    name: 'wrong',
    enter: async (page) => {
      await give(page, '/', 'ANOTHER-ITEM');
      await expect(page.locator('[data-mood="wrong"]')).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'label',
    enter: async (page) => {
      // However many pieces the order has, row by row.
      for (let row = 1; (await page.locator('[data-at="packing"]').count()) > 0 && row <= 9;) {
        const line = page.locator('main ol li').nth(row - 1);
        if ((await line.getAttribute('data-done')) === 'true') row += 1;
        else await press(page, String(row));
      }
      await stands(page, 'closing');
    },
    leave: async () => undefined,
  },
  {
    name: 'closed',
    enter: async (page) => {
      const number = await page.locator('main h2').innerText();
      await give(page, '/', `${number}/1`);
      await stands(page, 'idle');
    },
    leave: async () => undefined,
  },
];
