import {expect} from '@playwright/test';
import {execFileSync, spawnSync} from 'node:child_process';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {press} from './pages/hands.ts';
import {labelDrawn} from './pages/label-preview.ts';
import {OrdersPage} from './pages/orders-page.ts';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

for (const {buyer, storefront} of [
  {buyer: 'a German buyer', storefront: 'Amazon.de'},
  {buyer: 'a Japanese buyer', storefront: 'Amazon.co.jp'},
]) {
  test(`the label for ${buyer} is seen first, and its file says who and where`, async ({edition}) => {
    test.skip(!hasPdftotext, 'no Debian package');
    const page = await edition.start({demo: 300});
    const orders = await new OrdersPage(page).shown();
    await orders.choose(storefront);
    const number = await orders.pointAt(0);
    await press(page, 'Enter');
    const [name = '', ...place] = (await orders.panel.locator('address').innerText()).split('\n');
    await press(page, 'l');
    await expect(orders.panel.getByRole('img', {name: `Label for order ${number}`})).toBeVisible();
    await labelDrawn(page);

    const {bytes} = await edition.fileFrom(page, () => orders.panel.getByRole('button', {name: 'Save PDF'}).click());

    await expect(orders.notice).toContainText('Label stored as');
    if (edition.name === 'browser') expect(await printed(page)).toEqual([['384px', '576px', true]]);
    const text = withoutSpace(execFileSync('pdftotext', ['-', '-'], {input: bytes, encoding: 'utf8'}));
    expect(text).toContain(withoutSpace(name));
    expect(text).toContain(withoutSpace(place[0] ?? ''));
    expect(text).toContain(number);
  });
}

/** What the print dialog would get of each page: its size, and whether there is ink on it; nothing else of the window. */
async function printed(page: Page): Promise<unknown> {
  const asked = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.print = () => {
          const pages = [...document.querySelectorAll<HTMLCanvasElement>('body[data-prints] > :last-child > canvas')];
          const sized = pages.map((canvas) => {
            const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
            const {width, height} = canvas.style;
            const inPx = (length: string): string => `${Math.round((parseFloat(length) * 96) / 72)}px`;
            return [inPx(width), inPx(height), pixels.some((value, at) => at % 4 === 0 && value < 64)];
          });
          resolve(sized);
        };
      }),
  );
  await press(page, 'p');
  return asked;
}

/** Lines are broken where they fit, and names may stand in capitals; the letters are what has to be there. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}
