import {expect as patient} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import type {Route} from '../renderer/app/routes.tsx';
import {shopifyFile, wholesalerFile} from './files/made-files.ts';
import {editOrder, newOrder, newOrderRefused, rateRefused} from './form-states.ts';
import {benchStates} from './bench-states.ts';
import {boughtStates} from './bought-states.ts';
import {uploadStates} from './carrier-states.ts';
import {toldStates} from './told-states.ts';
import {begin, beginRefused} from './desk-states.ts';
import {type PageState, closeDialog, escape, keysSheet, openDialog, palette, pressing} from './page-state.ts';
import {press} from './pages/hands.ts';
import {backUp, backUpAsks, backUpMade, restoreAsks, restoreRefused, restoreWrongWord} from './storage-states.ts';
import {papersStates} from './papers-states.ts';
import {shipStates} from './ship-states.ts';
import {labelDrawn} from './pages/label-preview.ts';

// The demo shop is made while we wait; and pictures are taken outside a test, where nothing else says how long.
const expect = patient.configure({timeout: 30_000});

type Pages = Readonly<Record<Route['id'], readonly PageState[]>>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const sizes = {wide: {width: 1440, height: 900}, narrow: {width: 1024, height: 700}} as const;

interface Walk {
  /** Where the product is served. */
  readonly origin: string;
  /** How many orders the demo shop gets. */
  readonly orders: number;
  /** Looks at one state; `name` is fit for a file: `full-orders-hold`. */
  readonly visit: (name: string) => Promise<void>;
}

/** Long enough in the making to be looked at. */
const endlessDemo = 200_000;

/**
 * Takes a window whose profile is empty through everything the product can show: the choice of a shop, the setting up, an
 * empty shop and a full one, every page of each, every panel and dialog. The window stands at 1440 or 1024 points.
 */
export async function walkStates(page: Page, {origin, orders, visit}: Walk): Promise<void> {
  await page.goto(origin);
  await expect(page.locator('main button')).toHaveCount(4);
  await visit('start');
  await openDialog(page, (on) => on.locator('main button').last().click());
  await visit('start-join');
  await page.locator('[role="dialog"] button').last().click();
  await expect(page.locator('[role="dialog"] [aria-invalid="true"]')).toHaveCount(2);
  await visit('start-join-refused');
  await closeDialog(page);

  await page.goto(`${origin}/?demo=${endlessDemo}`);
  await expect.poll(async () => Number(await page.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(0);
  await visit('start-making');
  await page.locator('main button').click();
  await page.goto(origin);

  await page.locator('main button').nth(1).click();
  await expect(page.locator('main form')).toBeVisible();
  await visit('set-up');
  await page.locator('main form button').click();
  await visit('set-up-nameless');
  await page.locator('main form input').first().fill('Nordlicht');
  await page.locator('main form button').click();
  await walkPages(page, 'empty', emptyShop, visit);

  await page.goto(`${origin}/?demo=${orders}#/orders`);
  await expect(page.locator('[data-index="0"] [role="gridcell"]').nth(1)).toHaveText(/\d/);
  await walkPages(page, 'full', fullShop, visit);
}

/** The pages that the rail of an open shop leads to, by their ids. */
export function railIds(page: Page): Promise<readonly string[]> {
  return page
    .locator('nav li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(2) ?? ''));
}

/** The pages that this walk knows. */
export const walkedIds: readonly string[] = [
  'orders',
  'bench',
  'ship',
  'intake',
  'sales',
  'desks',
  'settings',
] satisfies Route['id'][];

const keysOfPart: ReadonlyMap<string, readonly string[]> = new Map([
  ['storage', ['g', 'b']],
  ['printers', ['g', 'q']],
  ['bought', ['g', 'l']],
  ['upload', ['g', 'u']],
  ['told', ['g', 'n']],
]);

async function walkPages(page: Page, shop: string, pages: Pages, visit: Walk['visit']): Promise<void> {
  const isNarrow = page.viewportSize()?.width === sizes.narrow.width;
  for (const [id, states] of Object.entries(pages)) {
    // Some stand in no place of the rail: keys lead to them.
    const keys = keysOfPart.get(id);
    await page.locator(`nav a[href="#/${keys ? 'settings' : id}"]`).click();
    if (keys) await press(page, ...keys);
    await page.mouse.move(0, 0);
    await rest(page);
    await visit(`${shop}-${id}`);
    for (const {name, only, enter, leave} of states) {
      if (only === 'narrow' && !isNarrow) continue;
      await enter(page);
      await rest(page);
      await visit(`${shop}-${id}-${name}`);
      await leave(page);
    }
  }
}

/** Waits until nothing on the page is still coming. */
async function rest(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

async function firstRow(page: Page): Promise<void> {
  await page.locator('[data-index="0"] [role="gridcell"]').nth(5).click();
  await expect(page.locator('[data-index="0"][data-cursor]')).toHaveCount(1);
}

/** Shows the orders that wait to be released, and waits for them. */
async function toRelease(page: Page): Promise<void> {
  const item = page.locator('nav button').nth(3);
  await press(page, '4');
  await expect(item).toHaveAttribute('aria-current', 'true');
  const count = Number((await item.locator('span').last().textContent())?.replaceAll(/\D/g, ''));
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
}

const addStorefront: PageState = {
  name: 'add-storefront',
  enter: (page) =>
    openDialog(page, async () => {
      await page.locator('main section:has(ul) > button').first().click();
      await page.locator('[role="dialog"] button').last().click();
    }),
  leave: closeDialog,
};

const languages: PageState = {
  name: 'languages',
  enter: async (page) => {
    await page.locator('main section [role="combobox"]').first().click();
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  leave: escape,
};

const sale = {number: '#1001', buyer: 'Mia Krug', sku: 'TEA-1', price: '12.50', total: '12.50'};
const broughtFiles = [
  shopifyFile('orders_export.csv', [sale, {...sale, number: '#1002', price: 'free', total: 'free'}]),
  wholesalerFile('october.csv', [sale, {...sale, number: '#1003'}]),
];
const fileLine = (page: Page, index: number): Locator => page.locator('main [role="group"] > ul > li').nth(index);

/** From two files that ask to the import that is kept, and its history. */
const filesWalk: readonly PageState[] = [
  {
    name: 'asks',
    enter: async (page) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'i')]);
      await chooser.setFiles([...broughtFiles]);
      await expect(fileLine(page, 1).locator('[role="combobox"]').first()).toBeVisible();
      await expect(page.locator('main progress')).toHaveCount(0);
    },
    leave: async () => undefined,
  },
  {
    name: 'new-storefront',
    enter: (page) =>
      openDialog(page, async () => {
        await fileLine(page, 0).locator('[role="combobox"]').click();
        await page.locator('[role="option"]:visible').last().click();
      }),
    leave: closeDialog,
  },
  {
    name: 'correct',
    enter: (page) => openDialog(page, (on) => fileLine(on, 0).locator('button').first().click()),
    leave: closeDialog,
  },
  {
    name: 'mapping',
    enter: async (page) => {
      await fileLine(page, 1).locator('button:not([aria-label])').click();
      await expect(page.locator('main table')).toBeVisible();
    },
    leave: async (page) => {
      await press(page, 'Escape');
      await fileLine(page, 1).locator('button[aria-label]').last().click();
      await expect(page.locator('main [role="group"] > ul > li')).toHaveCount(1);
    },
  },
  {
    name: 'preview',
    enter: async (page) => {
      await fileLine(page, 0).locator('[role="combobox"]').click();
      await page.locator('[role="option"]:visible').first().click();
      await expect(page.locator('[data-index="0"] [role="gridcell"]').nth(1)).toHaveText(/1001/);
    },
    leave: async () => undefined,
  },
  {
    name: 'rejected',
    enter: async (page) => {
      await page.locator('main section [role="group"] button').last().click();
      await page.locator('[data-index="0"] [role="gridcell"]').first().dblclick();
      await expect(page.locator('aside section').first()).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'kept',
    enter: async (page) => {
      await page.locator('main button[data-variant="primary"]').click();
      await expect(page.locator('main section [role="grid"]')).toHaveCount(0);
      await expect(page.locator('main progress')).toHaveCount(0);
    },
    leave: async () => undefined,
  },
  {
    name: 'history',
    enter: async (page) => {
      await press(page, '2');
      await expect(page.locator('main meter')).toBeVisible();
    },
    leave: pressing('1'),
  },
];

const emptyShop: Pages = {
  orders: [],
  bench: [],
  bought: [],
  upload: [],
  told: [],
  ship: [],
  intake: [],
  sales: [],
  desks: [begin, beginRefused],
  storage: [],
  printers: [],
  settings: [addStorefront],
};

const fullShop: Pages = {
  orders: [
    {
      name: 'hint',
      enter: async (page) => {
        await page.locator('nav a').first().hover();
        await expect(page.locator('[role="tooltip"]')).toBeVisible();
      },
      leave: (page) => page.mouse.move(0, 0),
    },
    {
      name: 'hovered',
      enter: (page) => page.locator('[data-index="3"] [role="gridcell"]').nth(5).hover(),
      leave: (page) => page.mouse.move(0, 0),
    },
    {
      name: 'tree',
      only: 'narrow',
      enter: (page) => page.locator('main header button[aria-expanded]').click(),
      leave: escape,
    },
    {
      name: 'ticked',
      enter: async (page) => {
        await firstRow(page);
        await press(page, 'x', 'Shift+J', 'Shift+J');
      },
      leave: async (page) => page.locator('main section button').last().click(),
    },
    {
      name: 'hold',
      enter: async (page) => {
        await toRelease(page);
        await firstRow(page);
        await openDialog(page, pressing('h'));
      },
      leave: closeDialog,
    },
    {
      name: 'held',
      enter: async (page) => {
        await openDialog(page, pressing('h'));
        await press(page, '1');
        await expect(page.getByRole('status').locator('button')).toHaveCount(2);
      },
      leave: async (page) => {
        await press(page, 'Control+z');
        await page.getByRole('status').locator('button').last().click();
      },
    },
    {
      name: 'panel',
      enter: async (page) => {
        await toRelease(page);
        await firstRow(page);
        await press(page, 'Enter');
        await expect(page.locator('aside address')).toBeVisible();
      },
      leave: async () => undefined,
    },
    newOrder,
    newOrderRefused,
    editOrder,
    ...papersStates,
    {
      name: 'label',
      enter: async (page) => {
        await press(page, 'l');
        await labelDrawn(page);
      },
      leave: escape,
    },
    {
      name: 'nothing-found',
      enter: async (page) => {
        await press(page, '/');
        // One after the other, as a person does: what comes faster is a scan, and Escape belongs to it.
        await press(page, 'q', 'q', 'q', 'q');
        await expect(page.locator('[data-index]')).toHaveCount(0);
      },
      leave: async (page) => {
        await press(page, 'Escape');
        await expect(page.locator('[data-index="0"]')).toBeVisible();
      },
    },
    palette,
    keysSheet,
  ],
  bench: benchStates,
  bought: boughtStates,
  upload: uploadStates,
  told: toldStates,
  ship: shipStates,
  intake: filesWalk,
  sales: [
    {
      name: 'day',
      enter: async (page) => {
        await page.locator('[data-index="2"] [role="gridcell"]').first().dblclick();
        await expect(page.locator('aside tfoot')).toBeVisible();
      },
      leave: escape,
    },
    {
      name: 'long',
      enter: async (page) => {
        await press(page, '4');
        await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '549');
      },
      leave: pressing('2'),
    },
    keysSheet,
    {
      name: 'storefronts',
      enter: async (page) => {
        await page.locator('main header [role="combobox"]').click();
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      leave: escape,
    },
  ],
  // Nothing waits here, and the demo shop is shared with nobody; more is seen of desks where there is a master.
  desks: [keysSheet],
  storage: [backUp, backUpAsks, backUpMade, restoreAsks, restoreWrongWord, restoreRefused, palette],
  printers: [],
  settings: [languages, addStorefront, palette, rateRefused],
};
