import {type Locator, type Page, expect} from '@playwright/test';
import type {MadeFile} from '../files/made-files.ts';

/** The page of labels that were bought elsewhere. */
export class BoughtPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<this> {
    await this.page.getByRole('link', {name: 'Ship'}).click();
    await this.page.getByRole('button', {name: 'Bought labels'}).click();
    await expect(this.page.getByRole('button', {name: 'Choose label files'}).first()).toBeVisible();
    return this;
  }

  /** Chooses files in the system's dialog, and waits until they are read. */
  async bring(...files: readonly MadeFile[]): Promise<void> {
    const choose = this.page.getByRole('button', {name: 'Choose label files'}).first();
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), choose.click()]);
    await chooser.setFiles([...files]);
    const reading = this.page.locator('main progress').or(this.page.getByText('Waits', {exact: true}));
    await expect(reading).toHaveCount(0, {timeout: 60_000});
  }

  get rows(): Locator {
    return this.page.getByRole('option');
  }

  /** How many labels are what: `Matched 57`. */
  async kinds(): Promise<readonly string[]> {
    return this.page.getByRole('group', {name: 'Which labels'}).getByRole('button').allInnerTexts();
  }

  async show(kind: string): Promise<void> {
    await this.page.getByRole('button', {name: new RegExp(`^${kind} \\d+$`)}).click();
  }

  async takeIn(count: number): Promise<void> {
    await this.page.getByRole('button', {name: `Take in ${count} label`}).click();
    await expect(this.page.getByRole('status').filter({hasText: 'taken in'})).toBeVisible();
  }
}
