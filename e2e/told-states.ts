import {expect as patient} from '@playwright/test';
import {type PageState, closeDialog, openDialog, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** What stands there once a package was closed: told by hand, and a carrier that gets a name. */
export const toldStates: readonly PageState[] = [
  {
    name: 'told',
    enter: async (page) => {
      // What was closed at the bench has no carrier's number, so a person tells it.
      await page.locator('main section button').first().click();
      await expect(page.locator('main table tbody tr [data-meaning="good"]')).toHaveCount(1);
    },
    leave: async () => undefined,
  },
  {
    name: 'name',
    enter: (page) => openDialog(page, pressing('c')),
    leave: async () => undefined,
  },
  {
    name: 'name-missing',
    enter: async (page) => {
      await page.getByRole('dialog').locator('button').last().click();
      await expect(page.getByRole('dialog').locator('[aria-invalid="true"]')).toHaveCount(2);
    },
    leave: closeDialog,
  },
  {
    name: 'named',
    enter: async (page) => {
      await openDialog(page, pressing('c'));
      const fields = page.getByRole('dialog').locator('input:not([readonly]):not([type="hidden"])');
      await fields.nth(0).fill('Bike Post');
      await fields.nth(1).fill('BikePost Ltd');
      await press(page, 'Enter');
      await expect(page.locator('main table').last()).toContainText('BikePost Ltd');
    },
    leave: async () => undefined,
  },
];
