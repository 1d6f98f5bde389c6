import {expect as patient} from '@playwright/test';
import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright';
import {type PageState, closeDialog, openDialog, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** The backup that the walk makes, and brings back to be restored. */
let made: Buffer | undefined;

const dialogButton = (page: Page, from: 'first' | 'last') => page.locator('[role="dialog"] button')[from]();

async function toAsked(page: Page): Promise<readonly string[]> {
  await openDialog(page, pressing('b'));
  const words = await page.locator('[role="dialog"] ol li').allTextContents();
  await dialogButton(page, 'last').click();
  await expect(page.locator('[role="dialog"] input')).toHaveCount(2);
  // What is pressed before the dialog has the focus is pressed on the page.
  await expect(page.locator('[role="dialog"] input').first()).toBeFocused();
  return words;
}

/** Types the words that are asked for: their labels end in their places. */
async function answer(page: Page, words: readonly string[]): Promise<void> {
  for (const field of await page.locator('[role="dialog"] input').all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
}

async function bring(page: Page, file: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('main section button:not([data-variant="primary"])').first().click(),
  ]);
  await chooser.setFiles([{name: 'kept.tradewind', mimeType: 'application/octet-stream', buffer: file}]);
  await expect(page.getByRole('dialog')).toBeVisible();
}

export const backUp: PageState = {
  name: 'back-up',
  enter: (page) => openDialog(page, pressing('b')),
  leave: closeDialog,
};

export const backUpAsks: PageState = {
  name: 'back-up-asks',
  enter: async (page) => {
    await toAsked(page);
    await press(page, 'Enter');
    await dialogButton(page, 'last').click();
    await expect(page.locator('[role="dialog"] [aria-invalid="true"]')).toHaveCount(2);
  },
  leave: closeDialog,
};

export const backUpMade: PageState = {
  name: 'back-up-made',
  enter: async (page) => {
    const words = await toAsked(page);
    await answer(page, words);
    const [download] = await Promise.all([page.waitForEvent('download'), dialogButton(page, 'last').click()]);
    made = await readFile(await download.path());
    await expect(page.locator('[role="dialog"] [role="status"]')).toBeVisible();
  },
  leave: closeDialog,
};

export const restoreAsks: PageState = {
  name: 'restore-asks',
  enter: async (page) => {
    await bring(page, made ?? Buffer.from(''));
    await expect(page.locator('[role="dialog"] textarea')).toBeVisible();
  },
  leave: closeDialog,
};

export const restoreWrongWord: PageState = {
  name: 'restore-wrong-word',
  enter: async (page) => {
    await restoreAsks.enter(page);
    await page.locator('[role="dialog"] textarea').first().fill('abandn ability able');
    await dialogButton(page, 'last').click();
    await expect(page.locator('[role="dialog"] [aria-invalid="true"]').first()).toBeVisible();
  },
  leave: closeDialog,
};

export const restoreRefused: PageState = {
  name: 'restore-refused',
  enter: async (page) => {
    await bring(page, Buffer.from('a,b\n1,2\n'));
    await expect(page.locator('[role="dialog"] [role="alert"]')).toBeVisible();
  },
  leave: closeDialog,
};
