import {expect as patient} from '@playwright/test';
import {type PageState, closeDialog, openDialog, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** The form of an order by hand, as it opens and as it refuses; and that of an exchange rate. */
export const newOrder: PageState = {
  name: 'new-order',
  enter: (page) => openDialog(page, pressing('n')),
  leave: closeDialog,
};

export const newOrderRefused: PageState = {
  name: 'new-order-refused',
  enter: async (page) => {
    await openDialog(page, pressing('n'));
    await press(page, 'Control+Enter');
    await expect(page.locator('[role="dialog"] [aria-invalid="true"]').first()).toBeVisible();
  },
  leave: closeDialog,
};

export const editOrder: PageState = {
  name: 'edit-order',
  enter: (page) => openDialog(page, pressing('e')),
  leave: closeDialog,
};

export const rateRefused: PageState = {
  name: 'rate-refused',
  enter: async (page) => {
    const form = page.locator('main section form:has(input[type="date"])');
    await form.locator('button[type="submit"]').click();
    await expect(form.locator('[aria-invalid="true"]').first()).toBeVisible();
  },
  leave: async () => undefined,
};
