import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';
import {press, scan} from './hands.ts';

const scannerGapMs = 5;
/** So long a machine with much else to do may take to hand on a scan. */
const aheadMs = 400;

/** The packing bench, worked by scanner. */
export class BenchPage extends FramePage {
  readonly band: Locator;
  readonly strip: Locator;

  constructor(page: Page) {
    super(page);
    this.band = page.locator('main [data-mood]');
    this.strip = page.getByRole('region', {name: 'State of the bench'});
  }

  async open(): Promise<this> {
    await expect(this.rail).toBeVisible();
    await press(this.page, 'g', 'p');
    await expect(this.strip).toContainText('cut-off');
    return this;
  }

  /** Scans a code, and waits until the bench stands there. */
  async scan(code: string, at: 'idle' | 'packing' | 'closing'): Promise<void> {
    await scan(this.page, code, scannerGapMs, aheadMs);
    await expect(this.page.locator(`main [data-at="${at}"]`)).toBeVisible();
  }

  async badgeIn(badge: string): Promise<void> {
    await scan(this.page, `TW:B:${badge}`, scannerGapMs, aheadMs);
    await expect(this.band).toContainText(badge);
  }

  /** The figure in the middle of a bench with nothing on it. */
  async packedToday(): Promise<number> {
    return Number(await this.page.locator('main dl dd').nth(1).innerText());
  }
}
