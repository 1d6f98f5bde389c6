import {expect as patient} from '@playwright/test';
import {type PageState, closeDialog, openDialog} from './page-state.ts';

const expect = patient.configure({timeout: 30_000});

export const begin: PageState = {
  name: 'begin',
  enter: (page) => openDialog(page, (on) => on.locator('main section button[data-variant="primary"]').click()),
  leave: closeDialog,
};

export const beginRefused: PageState = {
  name: 'begin-refused',
  enter: async (page) => {
    await begin.enter(page);
    await page.locator('[role="dialog"] button').last().click();
    await expect(page.locator('[role="dialog"] [aria-invalid="true"]')).toHaveCount(3);
  },
  leave: closeDialog,
};
