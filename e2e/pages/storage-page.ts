import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import type {GivenFile} from '../editions/edition.ts';
import {FramePage} from './frame-page.ts';
import {press} from './hands.ts';

/** What is where, backups and snapshots. */
export class StoragePage extends FramePage {
  readonly goBack: Locator;

  constructor(page: Page) {
    super(page);
    this.goBack = page.getByRole('button', {name: /^Go back to /});
  }

  async open(): Promise<void> {
    await press(this.page, 'g', 'b');
    await expect(this.title).toHaveText('Storage');
  }

  /** Writes the words down, shows that it did, and answers with them before the file is written. */
  async toTheFile(): Promise<readonly string[]> {
    await this.page
      .getByRole('button', {name: /^Back up now/})
      .first()
      .click();
    await expect(this.dialog.getByRole('listitem')).toHaveCount(12);
    const words = await this.dialog.getByRole('listitem').allTextContents();
    await this.dialog.getByRole('button', {name: 'I have written them down'}).click();
    for (const [at, word] of words.entries()) {
      const field = this.dialog.getByLabel(`Word ${at + 1}`, {exact: true});
      if ((await field.count()) > 0) await field.fill(word);
    }
    return words;
  }

  async writeFile(): Promise<void> {
    await this.dialog.getByRole('button', {name: 'Back up', exact: true}).click();
  }

  async done(): Promise<void> {
    await expect(this.dialog).toContainText('Kept as');
    await this.dialog.getByRole('button', {name: 'Done'}).click();
  }
}

/** Brings a backup, by the button of whatever page one is on, and tells its words. */
export async function restoreBackup(page: Page, {name, bytes}: GivenFile, phrase: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', {name: 'Restore a backup'}).click(),
  ]);
  await chooser.setFiles([{name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes)}]);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Twelve words').fill(phrase);
  await dialog.getByRole('button', {name: 'Restore', exact: true}).click();
}
