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
    await this.choose('Read barcodes back before printing', 'Always');
    await this.save();
  }

  /** Types a new printer at an IPP address, and asks it what it is. */
  async askIpp(name: string, uri: string): Promise<void> {
    await press(this.page, 'a');
    await this.dialog.getByLabel('Name').fill(name);
    await this.choose('How it is reached', 'IPP address');
    await this.dialog.getByLabel('Address', {exact: true}).fill(uri);
    await this.dialog.getByRole('button', {name: 'Ask the printer'}).click();
  }

  /** Chooses something in the open dialog. */
  async choose(field: string, option: string): Promise<void> {
    await this.dialog.getByRole('combobox', {name: field}).click();
    await this.page.getByRole('option', {name: option, exact: true}).click();
  }

  async save(): Promise<void> {
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
