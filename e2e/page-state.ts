import {expect as patient} from '@playwright/test';
import type {Page} from 'playwright';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** Something a page can show: how to get there from the page at rest, and back. No words: it is walked in every language. */
export interface PageState {
  readonly name: string;
  readonly enter: (page: Page) => Promise<void>;
  readonly leave: (page: Page) => Promise<void>;
  /** Seen in windows of this width only. */
  readonly only?: 'narrow';
}

export const pressing =
  (...keys: readonly string[]) =>
  (page: Page): Promise<void> =>
    press(page, ...keys);

export const escape = pressing('Escape');

export async function openDialog(page: Page, open: (page: Page) => Promise<void>): Promise<void> {
  await open(page);
  await expect(page.getByRole('dialog')).toBeVisible();
}

export async function closeDialog(page: Page): Promise<void> {
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export const palette: PageState = {
  name: 'palette',
  enter: (page) => openDialog(page, pressing('Control+k')),
  leave: closeDialog,
};

export const keysSheet: PageState = {
  name: 'keys',
  enter: (page) => openDialog(page, pressing('?')),
  leave: closeDialog,
};
