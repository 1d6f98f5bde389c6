import {expect as patient} from '@playwright/test';
import type {Page} from 'playwright';
import {type PageState, closeDialog, escape, openDialog} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** Releases everything that waits for it, so that there is something to pick. */
async function releaseAll(page: Page): Promise<void> {
  await press(page, 'g', 'o', '4');
  await expect(page.locator('nav button').nth(3)).toHaveAttribute('aria-current', 'true');
  await page.locator('[data-index="0"] [role="gridcell"]').nth(5).click();
  await press(page, 'Control+a', 'b');
  await expect(page.locator('[data-index]')).toHaveCount(0);
  await page.getByRole('status').locator('button').last().click();
  await press(page, 'g', 's');
  await expect(page.locator('main table').first()).toBeVisible();
}

/** The day from what waits to what the carrier takes, with a wave between. */
export const shipStates: readonly PageState[] = [
  {
    name: 'chosen',
    enter: async (page) => {
      await releaseAll(page);
      await press(page, '2', '3', '4');
      await expect(page.locator('main [aria-pressed="true"]').nth(1)).toBeVisible();
    },
    leave: async () => undefined,
  },
  {
    name: 'wave',
    enter: async (page) => {
      await press(page, 'w');
      await expect(page.locator('aside ol li').first()).toBeVisible();
      await page.getByRole('status').locator('button').last().click();
    },
    leave: async () => undefined,
  },
  {
    name: 'product',
    enter: (page) => openDialog(page, (on) => on.locator('aside ol li button').first().click()),
    leave: async (page) => {
      await page.getByRole('dialog').getByRole('textbox').first().fill('A-02-13');
      await page.getByRole('dialog').locator('button[type="submit"]').click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('status').locator('button').last().click();
    },
  },
  {
    name: 'totes',
    enter: async (page) => {
      for (const tote of ['T-1', 'T-2']) {
        await page.locator('aside input').fill(tote);
        await press(page, 'Enter');
        await expect(page.locator('aside li', {hasText: tote}).last()).toBeVisible();
      }
      await page.getByRole('status').locator('button').last().click();
      await page.locator('aside input').scrollIntoViewIfNeeded();
    },
    leave: escape,
  },
  {
    name: 'hand-over',
    enter: async (page) => {
      await page.locator('main').click({position: {x: 5, y: 5}});
      await press(page, 'Escape');
      await openDialog(page, (on) => on.locator('main section').nth(2).locator('td button').first().click());
    },
    leave: closeDialog,
  },
];
