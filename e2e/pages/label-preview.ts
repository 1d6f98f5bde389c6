import {expect} from '@playwright/test';
import type {Page} from 'playwright';

/** Waits until the paper in the panel, or in another place, has been drawn: until there is ink on it. */
export async function labelDrawn(page: Page, place = 'aside'): Promise<void> {
  const hasInk = (): Promise<boolean> =>
    page.locator(`${place} canvas`).evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      // A canvas nobody has drawn on is black too, and wholly transparent.
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) < 64 && pixels[at + 3] === 255) return true;
      return false;
    });
  await expect.poll(hasInk, {timeout: 30_000}).toBe(true);
}
