import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';

/** Look, business, storefronts and shops. */
export class SettingsPage extends FramePage {
  readonly storefronts: Locator;
  readonly shops: Locator;

  constructor(page: Page) {
    super(page);
    this.storefronts = section(page, 'Storefronts');
    this.shops = section(page, 'Shops on this desk');
  }

  /** Chooses one of a list of words. */
  async choose(field: string, word: string): Promise<void> {
    await this.page.getByRole('combobox', {name: field}).click();
    await this.page.getByRole('option', {name: word, exact: true}).click();
  }

  /** Fills in the dialog for a new storefront and sends it. */
  async addStorefront(name: string): Promise<void> {
    if ((await this.dialog.count()) === 0) await this.storefronts.getByRole('button', {name: 'Add'}).click();
    await this.dialog.getByLabel('Name').fill(name);
    await this.dialog.getByRole('button', {name: 'Add a storefront'}).click();
  }

  /** Waits for the shops that stand on this desk to be these. */
  async expectShops(...names: readonly string[]): Promise<void> {
    await expect(this.shops.getByRole('listitem')).toHaveCount(names.length);
    for (const name of names) await expect(this.shops.getByRole('listitem').filter({hasText: name})).toHaveCount(1);
  }
}

function section(page: Page, title: string): Locator {
  return page.locator('section').filter({has: page.getByRole('heading', {level: 2, name: title, exact: true})});
}
