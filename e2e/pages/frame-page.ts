import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {press} from './hands.ts';

export type Room = 'Orders' | 'Pack' | 'Ship' | 'Files' | 'Sales' | 'Desks' | 'Settings';

/** What stands around every page of an open shop. */
export class FramePage {
  readonly page: Page;
  readonly rail: Locator;
  readonly title: Locator;
  /** The line of what was just done. */
  readonly notice: Locator;
  readonly status: Locator;
  readonly demoStrip: Locator;
  /** What lies beside the page: an order, a day explained. */
  readonly panel: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByRole('navigation', {name: 'Main'});
    this.title = page.getByRole('main').getByRole('heading', {level: 1});
    this.notice = page.getByRole('status').filter({has: page.getByRole('button', {name: 'Dismiss'})});
    this.status = page.getByRole('contentinfo', {name: 'Status'});
    this.demoStrip = page.getByRole('complementary', {name: 'Demo shop'});
    this.panel = page.getByRole('complementary').filter({has: page.getByRole('heading', {level: 2})});
    this.dialog = page.getByRole('dialog');
  }

  async goTo(room: Room): Promise<void> {
    await this.rail.getByRole('link', {name: room}).click();
  }

  /** Runs an action by its name in the palette. */
  async command(name: string): Promise<void> {
    await press(this.page, 'Control+k');
    const field = this.page.getByRole('combobox', {name: 'Command palette'});
    await field.fill(name);
    await expect(this.page.getByRole('option', {selected: true})).toContainText(name);
    await field.press('Enter');
    await expect(this.dialog).toHaveCount(0);
  }

  /** Waits until what was done is stored. */
  async saved(): Promise<void> {
    await expect(this.status).toContainText('Saved');
  }
}
