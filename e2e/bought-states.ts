import {expect as patient} from '@playwright/test';
import type {Page} from 'playwright';
import {labelFile} from './bought/label-files.ts';
import {numbersOf} from './bought/carrier-numbers.ts';
import {type PageState, closeDialog, openDialog, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';

const expect = patient.configure({timeout: 30_000});

/** Four labels on a sheet, one of them twice, of which the first is for an order that waits, and a file that is none. */
async function bring(page: Page): Promise<void> {
  await press(page, 'g', 'o', '4');
  await expect(page.locator('nav button').nth(3)).toHaveAttribute('aria-current', 'true');
  const cells = (await page.locator('[data-index="0"] [role="gridcell"]').allInnerTexts()).map((cell) => cell.trim());
  const [number = '', buyer = ''] = [cells[1], cells[5]];
  await press(page, 'g', 'l');
  await expect(page.locator('main h1')).toBeVisible();
  const [ups = '', other = '', third = ''] = numbersOf('ups', 3);
  const label = {carrier: 'UPS', name: buyer, reference: `Order ${number}`};
  const file = await labelFile(
    'ups-labels.pdf',
    [
      {...label, number: ups},
      {...label, number: other, reference: 'Ref 77', name: 'Nobody Known', postalCode: '99999'},
      {...label, number: ups},
      {...label, number: third, reference: 'Ref 78', name: 'Somebody Else', postalCode: '99998'},
    ],
    4,
  );
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'i')]);
  await chooser.setFiles([
    file,
    {name: 'labels-page.html', mimeType: 'text/html', buffer: Buffer.from('<h1>Labels</h1>')},
  ]);
  await expect(page.locator('main [role="option"]')).toHaveCount(4);
  await expect(page.locator('main progress')).toHaveCount(0);
}

/** From a sheet of labels that is dropped to labels that are taken in. */
export const boughtStates: readonly PageState[] = [
  {name: 'read', enter: bring, leave: async () => undefined},
  {
    name: 'stranger',
    enter: async (page) => {
      await press(page, 'j', 'j');
      await expect(page.locator('aside img')).toBeVisible();
    },
    leave: async () => undefined,
  },
  {name: 'pick', enter: (page) => openDialog(page, pressing('Enter')), leave: closeDialog},
  {
    name: 'without',
    enter: async (page) => {
      await press(page, 'Escape');
      await page.locator('main section [role="group"] button').last().click();
      await expect(page.locator('main [role="option"]')).toHaveCount(0);
    },
    leave: pressing('1'),
  },
  {
    name: 'taken',
    enter: async (page) => {
      await press(page, 'a');
      await expect(page.locator('main [role="option"]')).toHaveCount(3);
      await page.getByRole('status').locator('button').last().click();
      // What is left is put aside.
      await page.locator('main section button').nth(-2).click();
      await expect(page.locator('main section li')).toHaveCount(1);
    },
    leave: async (page) => {
      await page.locator('main section li button').click();
      await expect(page.locator('main section li')).toHaveCount(0);
    },
  },
];
