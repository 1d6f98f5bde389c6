import {expect as patient} from '@playwright/test';
import type {PageState} from './page-state.ts';
import {closeDialog, openDialog, pressing} from './page-state.ts';
import {labelDrawn} from './pages/label-preview.ts';

const expect = patient.configure({timeout: 30_000});

/** The other papers of the order in the panel: one that can be seen, one that lacks something, and who sends. */
export const papersStates: readonly PageState[] = [
  {
    name: 'papers',
    enter: async (page) => {
      await openDialog(page, pressing('Shift+L'));
      await labelDrawn(page, '[role="dialog"]');
    },
    leave: async () => undefined,
  },
  {
    name: 'papers-missing',
    enter: async (page) => {
      await page.getByRole('dialog').getByRole('combobox').first().click();
      await page.getByRole('option').nth(3).click();
      await expect(page.getByRole('dialog').getByRole('combobox')).toHaveCount(2);
    },
    leave: async (page) => {
      await page.getByRole('dialog').getByRole('combobox').first().click();
      await page.getByRole('option').first().click();
    },
  },
  {
    name: 'sender',
    enter: async (page) => {
      await page.getByRole('dialog').locator('ul button').first().click();
      await expect(page.getByRole('dialog').locator('textarea')).toHaveCount(1);
    },
    leave: async (page) => {
      await page.getByRole('dialog').locator('button').last().press('Escape');
      await expect(page.getByRole('dialog').locator('textarea')).toHaveCount(0);
      await closeDialog(page);
    },
  },
];
