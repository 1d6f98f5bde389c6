import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import type {MadeFile} from '../files/made-files.ts';
import {dropFiles} from './drop-files.ts';
import {FramePage} from './frame-page.ts';
import {press} from './hands.ts';

/** The carrier's file: what the next one holds, those that were written, and the answers. */
export class CarrierFilePage extends FramePage {
  readonly next: Locator;
  readonly files: Locator;
  readonly accept: Locator;

  constructor(page: Page) {
    super(page);
    const section = (name: string): Locator =>
      page.locator('section').filter({has: page.getByRole('heading', {level: 2, name})});
    this.next = section('The next file');
    this.files = section('Files written');
    this.accept = this.dialog.getByRole('button', {name: /^Give /});
  }

  async open(): Promise<this> {
    await expect(this.rail).toBeVisible();
    await press(this.page, 'g', 'u');
    await expect(this.files).toBeVisible();
    return this;
  }

  async choose(template: string): Promise<void> {
    await this.next.getByRole('combobox', {name: 'Template'}).or(this.next.getByLabel('Template')).first().click();
    await this.page.getByRole('option', {name: template, exact: true}).click();
  }

  /** Chooses a file as the answer to the newest that waits for one. */
  async answer(file: MadeFile): Promise<void> {
    const button = this.files.getByRole('button', {name: /^Read the answer/}).first();
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles([{name: file.name, mimeType: file.mimeType, buffer: file.buffer}]);
  }

  async drop(file: MadeFile): Promise<void> {
    await dropFiles(this.page, [file], 'Drop the carrier’s answer here');
  }

  async leave(): Promise<void> {
    await this.dialog.getByRole('button', {name: 'Close'}).click();
    await expect(this.dialog).toHaveCount(0);
  }
}

/** What channels are told of parcels that left. */
export class ToldPage extends FramePage {
  async open(): Promise<this> {
    // By its address: keys that follow a scan, whose times are told to the browser, would be taken for its end.
    await this.page.evaluate(() => {
      window.location.hash = '/ship/told';
    });
    await expect(this.section('What channels were told')).toBeVisible();
    return this;
  }

  section(name: string): Locator {
    return this.page.locator('section').filter({has: this.page.getByRole('heading', {level: 2, name})});
  }
}
