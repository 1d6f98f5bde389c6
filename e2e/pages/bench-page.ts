import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';
import {press, scan} from './hands.ts';

const scannerGapMs = 5;
/** So long a machine with much else to do may take to hand on a scan. */
const aheadMs = 400;

type Standing = 'idle' | 'packing' | 'weighing' | 'closing' | 'unmade';

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

  /** Scans a code, and waits until the bench stands at one of these. */
  async scan(code: string, ...at: readonly Standing[]): Promise<void> {
    await scan(this.page, code, scannerGapMs, aheadMs);
    // Not `expect`, which describes the whole page for a failure to come while it waits.
    await this.page.locator(at.map((one) => `main [data-at="${one}"]`).join(', ')).waitFor();
  }

  async isAt(at: Standing): Promise<boolean> {
    return (await this.page.locator(`main [data-at="${at}"]`).count()) > 0;
  }

  /** From now on labels get numbers of this account, as the list of the bench counts them. */
  async takeNumbers(place: number): Promise<void> {
    await press(this.page, 'm', String(place));
    await expect(this.dialog).toHaveCount(0);
    await expect(this.strip).toContainText('numbers left');
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
