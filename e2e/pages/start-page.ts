import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';

/** The choice of a shop. */
export class StartPage {
  readonly page: Page;
  readonly demo: Locator;
  readonly own: Locator;
  readonly making: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.demo = page.getByRole('button', {name: 'Open the demo shop'});
    this.own = page.getByRole('button', {name: /^(Start my own|Open my) shop$/});
    this.making = page.getByRole('progressbar', {name: 'Making the demo shop'});
    this.cancel = page.getByRole('button', {name: 'Cancel'});
  }

  /** Waits until some of the demo shop has been made. */
  async someIsMade(): Promise<void> {
    await expect.poll(async () => Number(await this.making.getAttribute('value'))).toBeGreaterThan(0);
  }

  /** Begins a shop of one's own and gives its business a name. */
  async beginOwn(name: string): Promise<void> {
    await this.own.click();
    await this.page.getByLabel('Name').fill(name);
    const start = this.page.getByRole('button', {name: 'Start', exact: true});
    await start.click();
    // As long as it is asked for, most keys of a shop do nothing.
    await expect(start).toHaveCount(0);
  }
}
