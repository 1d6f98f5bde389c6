import {expect} from '@playwright/test';
import type {Locator} from 'playwright';
import {FramePage} from './frame-page.ts';
import {press} from './hands.ts';

/** The printers of this desk and their queue. */
export class PrintersPage extends FramePage {
  async open(): Promise<this> {
    await press(this.page, 'g', 'q');
    await expect(this.page.getByRole('heading', {name: 'Print queue'})).toBeVisible();
    return this;
  }

  /** Adds a printer at a raw port of this machine, whose labels are all read back before they are printed. */
  async add(name: string, port: number): Promise<void> {
    await press(this.page, 'a');
    await this.dialog.getByLabel('Name').fill(name);
    await this.dialog.getByLabel('Host or address').fill('127.0.0.1');
    await this.dialog.getByLabel('Port').fill(String(port));
    await this.dialog.getByRole('combobox', {name: 'Read barcodes back before printing'}).click();
    await this.page.getByRole('option', {name: 'Always'}).click();
    await this.dialog.getByRole('button', {name: 'Save printer'}).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async route(kind: string, printer: string): Promise<void> {
    const field = this.page.getByRole('combobox', {name: kind, exact: true});
    await field.click();
    await this.page.getByRole('option', {name: printer, exact: true}).click();
    await expect(field).toHaveValue(printer);
  }

  job(title: string | RegExp): Locator {
    return this.page.getByRole('article', {name: title});
  }
}
