import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import type {Edition} from '../editions/edition.ts';
import {press} from './hands.ts';
import {OrdersPage} from './orders-page.ts';

/** What the desk remembers of its windows is copied outside a moment later. */
export const rememberedMs = 2_500;

/** Of so many that some wait to be released at any hour of any day. */
export async function demoShop(edition: Edition): Promise<OrdersPage> {
  return new OrdersPage(await edition.start({demo: 2_000})).shown();
}

/** Holds the first order that waits to be released, and waits for the light. */
export async function holdOne(orders: OrdersPage, light: string | RegExp = 'Saved'): Promise<void> {
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(orders.page, 'h', '2');
  await expect(orders.notice).toContainText('1 order held');
  await expect(orders.status).toContainText(light);
}

/** How many orders are on hold, by the tree of states, in any language. */
export async function onHold(page: Page): Promise<number> {
  return Number((await page.locator('nav button').nth(5).innerText()).replace(/\D/g, ''));
}
