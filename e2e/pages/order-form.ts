import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {press} from './hands.ts';

/** The form of an order by hand, worked without a mouse. */
export class OrderForm {
  readonly page: Page;
  readonly dialog: Locator;
  readonly total: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.total = this.dialog.getByText(/^Total/);
  }

  /** Opens it with its key, and waits for the number it proposes. */
  async openNew(number: string): Promise<this> {
    await expect(this.page.getByRole('main').getByRole('button', {name: /^New order/})).toBeEnabled();
    await press(this.page, 'n');
    await expect(this.dialog.getByRole('heading', {name: 'New order'})).toBeVisible();
    await expect(this.field('Order number')).toHaveValue(number);
    return this;
  }

  field(label: string): Locator {
    return this.dialog.locator('input').and(this.page.getByLabel(label, {exact: true}));
  }

  async write(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value);
  }

  /** Writes the beginning of the name and takes what is offered for it. */
  async choose(label: string, name: string): Promise<void> {
    await this.field(label).fill(name);
    await expect(this.page.getByRole('option', {name, exact: true})).toBeVisible();
    await press(this.page, 'ArrowDown', 'Enter');
  }

  async save(): Promise<void> {
    await press(this.page, 'Control+Enter');
    await expect(this.dialog).toHaveCount(0);
  }
}
