import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import type {MadeFile} from '../files/made-files.ts';

/** Drops files onto whatever page is shown; `words` say what becomes of them while they hover. */
export async function dropFiles(page: Page, files: readonly MadeFile[], words: string): Promise<void> {
  const dropped = files.map(({name, mimeType, buffer}) => ({name, mimeType, bytes: buffer.toString('base64')}));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const {name, mimeType, bytes} of given) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], name, {type: mimeType}));
    }
    return data;
  }, dropped);
  await page.dispatchEvent('body', 'dragenter', {dataTransfer: transfer});
  await expect(page.getByText(words)).toBeVisible();
  await page.dispatchEvent('body', 'drop', {dataTransfer: transfer});
}
