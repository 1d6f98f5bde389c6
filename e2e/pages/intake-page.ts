import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import type {MadeFile} from '../files/made-files.ts';
import {dropFiles} from './drop-files.ts';
import {FramePage} from './frame-page.ts';
import {press} from './hands.ts';

type Tab = 'New' | 'Changed' | 'Unchanged' | 'Conflicting' | 'Rejected';

/** The page of files: what was brought, what it would do, what was taken in. */
export class IntakePage extends FramePage {
  readonly files: Locator;
  readonly preview: Locator;
  readonly accept: Locator;
  readonly reading: Locator;

  constructor(page: Page) {
    super(page);
    this.files = page.getByRole('group', {name: 'Files'}).getByRole('listitem');
    this.preview = page.getByRole('region', {name: 'What would happen'});
    this.accept = page.getByRole('button', {name: /^Take in/});
    this.reading = page.getByRole('main').getByRole('progressbar');
  }

  /** Chooses files by the key that works everywhere, and waits until they are read. */
  async bring(...files: readonly MadeFile[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), press(this.page, 'i')]);
    await chooser.setFiles(files.map(({name, mimeType, buffer}) => ({name, mimeType, buffer})));
    await expect(this.title).toHaveText('Files');
    for (const {name} of files) await expect(this.file(name)).toBeVisible();
  }

  /** Drops files onto whatever page is shown. */
  async drop(...files: readonly MadeFile[]): Promise<void> {
    await dropFiles(this.page, files, 'Drop files of orders or labels: they are read here and go nowhere');
  }

  file(name: string): Locator {
    return this.files.filter({has: this.page.getByText(name, {exact: true})});
  }

  async read(): Promise<void> {
    await expect(this.reading).toHaveCount(0, {timeout: 45_000});
  }

  /** Says whose orders a file holds, by the name of a storefront there is. */
  async belongsTo(name: string, storefront: string): Promise<void> {
    await this.file(name).getByRole('combobox', {name: 'Storefront'}).click();
    await this.page.getByRole('option', {name: storefront, exact: true}).click();
    await expect(this.file(name)).toContainText('Ready');
  }

  /** Says that a file is of a storefront nobody has heard of, and what that is called. */
  async belongsToNew(name: string, storefront: string): Promise<void> {
    await this.file(name).getByRole('combobox', {name: 'Storefront'}).click();
    await this.page.getByRole('option', {name: 'New storefront', exact: true}).click();
    await this.dialog.getByLabel('Name').fill(storefront);
    await this.dialog.getByRole('button', {name: 'Add a storefront'}).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(this.file(name).getByRole('combobox', {name: 'Storefront'})).toHaveValue(storefront);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', {name: label, exact: true}).click();
    await this.page.getByRole('option', {name: option, exact: true}).click();
  }

  tab(name: Tab): Locator {
    return this.preview.getByRole('button', {name: new RegExp(`^${name} `)});
  }

  /** Takes everything in with the one key, and waits for the words. */
  async takeIn(orders: number): Promise<void> {
    const count = orders.toLocaleString('en');
    const words = orders === 1 ? '1 order' : `${count} orders`;
    await expect(this.accept).toHaveText(new RegExp(`^Take in ${words}`));
    await this.accept.click();
    await expect(this.page.getByText(`${words} taken in`).first()).toBeVisible({timeout: 60_000});
  }

  async putAway(): Promise<void> {
    await this.page.getByRole('button', {name: 'Put away'}).click();
    await expect(this.files).toHaveCount(0);
  }
}
