import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';
import {press} from './hands.ts';

/** The day of shipping: heaps, waves, and the end of the day. */
export class ShipPage extends FramePage {
  async open(): Promise<this> {
    await this.goTo('Ship');
    await expect(this.page.getByRole('heading', {name: 'Waiting to be picked'})).toBeVisible();
    return this;
  }

  /** Makes a wave of every order that waits. */
  async waveOfAll(): Promise<void> {
    await press(this.page, '1', '2', '3', '4', '5');
    await press(this.page, 'w');
    await expect(this.panel.getByRole('list', {name: 'Pick list'})).toBeVisible();
  }

  /** Tells where an item lies and what one piece of it weighs. */
  async describe(sku: string, {bin, grams}: {readonly bin: string; readonly grams: number}): Promise<void> {
    await this.panel.getByRole('button', {name: `Bin? Tell it for ${sku}`}).click();
    await this.dialog.getByLabel('Bin').fill(bin);
    await this.dialog.getByLabel('Weight of one piece, in grams').fill(String(grams));
    await this.dialog.getByRole('button', {name: 'Save'}).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(this.panel.getByRole('button', {name: `Bin ${bin}: change it for ${sku}`})).toBeVisible();
  }

  /** The pick list as it is walked: bin, pieces, item and totes. */
  async walk(): Promise<readonly string[]> {
    const stops = await this.panel.getByRole('list', {name: 'Pick list'}).getByRole('listitem').allInnerTexts();
    return stops.map((text) => text.replaceAll(/\s+/g, ' '));
  }

  carrier(name: string): Locator {
    return this.page.getByRole('row', {name: new RegExp(`^${name} `)});
  }
}

/** What the print dialog gets from now on: how many pages with ink on them, each time. */
export async function printDialogs(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, {seenPages: seen});
    window.print = () => {
      const pages = [...document.querySelectorAll<HTMLCanvasElement>('body[data-prints] > :last-child > canvas')];
      const inked = pages.filter((canvas) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.some((value, at) => at % 4 === 0 && value < 64);
      });
      seen.push(inked.length);
    };
  });
  return () => page.evaluate(() => (window as unknown as {readonly seenPages: readonly number[]}).seenPages);
}
