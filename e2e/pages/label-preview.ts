import {expect} from '@playwright/test';
import type {Page} from 'playwright';

/** Waits until the label in the panel has been drawn: until there is ink on its paper. */
export async function labelDrawn(page: Page): Promise<void> {
  const hasInk = (): Promise<boolean> =>
    page.locator('aside canvas').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      // A canvas nobody has drawn on is black too, and wholly transparent.
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) < 64 && pixels[at + 3] === 255) return true;
      return false;
    });
  await expect.poll(hasInk, {timeout: 30_000}).toBe(true);
}
