import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {StartPage} from './pages/start-page.ts';

// The first thing a person sees is in the browser that a person has.
test.use({program: 'whole'});

test('one click after the first start there is a demo shop to look around in', async ({edition}) => {
  const page = await edition.start();
  const start = new StartPage(page);
  await expect(start.own).toBeVisible();
  await start.demo.click();

  const orders = await new OrdersPage(page).shown();
  await expect(orders.demoStrip).toBeVisible();
  expect(await orders.count('All orders')).toBe(5_000);

  await orders.demoStrip.getByRole('button', {name: 'Leave'}).click();
  await start.demo.click();
  await orders.shown();
  expect(await orders.count('All orders')).toBe(5_000);
});

test('the making of a demo shop can be stopped, and then there is none @once', async ({edition}) => {
  const page = await edition.start({demo: 20_000});
  const start = new StartPage(page);
  await start.someIsMade();
  await start.cancel.click();

  await expect(start.own).toBeVisible();
  await expect(page.getByText('5,000 orders')).toBeVisible();
});

test('a demo shop of any size can be asked for at the start', async ({edition}) => {
  const page = await edition.start({demo: 300});
  const orders = await new OrdersPage(page).shown();

  expect(await orders.count('All orders')).toBe(300);
});

test('a demo shop that was killed half way is no shop after the restart', async ({edition}) => {
  const start = new StartPage(await edition.start({demo: 20_000}));
  await start.someIsMade();
  await edition.kill();

  const page = await edition.start();
  const again = new StartPage(page);
  await expect(page.getByText('5,000 orders')).toBeVisible();
  await again.demo.click();
  const orders = await new OrdersPage(page).shown();
  expect(await orders.count('All orders')).toBe(5_000);
});
