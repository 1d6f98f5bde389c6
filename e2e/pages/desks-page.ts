import {expect} from '@playwright/test';
import type {Locator} from 'playwright';
import {FramePage} from './frame-page.ts';

/** The desks of a shop, and the tray. */
export class DesksPage extends FramePage {
  get tray(): Locator {
    return this.page.locator('section').filter({has: this.page.getByRole('heading', {level: 2, name: 'Tray'})});
  }

  /** Puts the shop on a master, as its owner does, and waits until all of it is there. */
  async putOn(
    {address, setupCode}: {readonly address: string; readonly setupCode: string},
    name: string,
  ): Promise<void> {
    await this.page.getByRole('button', {name: 'Put this shop on a master'}).click();
    await this.dialog.getByLabel('Address of the master').fill(address);
    await this.dialog.getByLabel('Setup code').fill(setupCode);
    await this.dialog.getByLabel('Name of this desk').fill(name);
    await this.dialog.getByRole('button', {name: 'Put it there'}).click();
    await expect(this.dialog).toHaveCount(0);
    await this.applied();
  }

  /** A code for one more desk. */
  async code(): Promise<string> {
    await this.page.getByRole('button', {name: 'Add a desk'}).click();
    const field = this.dialog.getByLabel('Join code', {exact: true});
    await expect(field).toHaveValue(/^TW1\./);
    const code = await field.inputValue();
    await this.dialog.getByRole('button', {name: 'Close'}).last().click();
    return code;
  }

  /** Waits until the master has decided everything that was done here, and everything it has decided is here. */
  async applied(): Promise<void> {
    await expect(this.status).toContainText('Applied');
  }
}
