import {cleanup, fireEvent, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {demoShop} from '#core/demo/demo-shop.ts';
import {must} from '#core/lib/assert.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {Instant} from '#core/time/instant.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import {OrderPanel} from './order-panel.tsx';

const wish = {seed: 'panel', orderCount: 300, now: Date.UTC(2026, 10, 23, 2, 38) as Instant};
let worker: DataWorkerInProcess;
let page: GivenPage;
let order: DemoOrder;

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker();
  await worker.shops.makeDemo(wish, {tell: () => undefined, cancelled: () => false});
  page = givenPage(worker.port);
  const paid = [...demoShop(wish).batches()].flat().filter(({status}) => status === 'paid');
  order = must(paid[0], 'a demo shop has a paid order');
});
afterEach(() => {
  cleanup();
  worker.close();
});

function showPanel(orderId: string): {readonly closed: () => number} {
  let closed = 0;
  page.show(
    <OrderPanel
      orderId={orderId}
      zone="Europe/Berlin"
      sections={[({buyer, business}) => <p>{`Label for ${buyer.shipTo.name} from ${business?.name}`}</p>]}
      footer={({status}) => <p>{`Footer of ${status}`}</p>}
      onClose={() => (closed += 1)}
    />,
  );
  return {closed: () => closed};
}

test('an order is shown whole: its lines, its amounts, who gets it, and what other features add', async () => {
  showPanel(order.id);
  const panel = await screen.findByRole('complementary', {name: order.channelOrderId});
  await screen.findByText(`Label for ${order.buyer.shipTo.name} from Kranich & Kiesel`);
  const text = panel.textContent ?? '';
  const expected = [
    ...order.lines.flatMap(({title, sku, quantity}) => [`${quantity} × ${title}`, sku]),
    formatAmount('en', {minor: order.totalMinor, currency: order.currency}),
    formatAmount('en', {minor: order.taxMinor, currency: order.currency}),
    order.buyer.shipTo.street,
    order.buyer.shipTo.city,
    'To release',
    'Footer of paid',
  ];
  expect(expected.filter((words) => !text.includes(words))).toEqual([]);
});

test('the panel follows a hold, from whichever window it comes, and its end', async () => {
  showPanel(order.id);
  await screen.findByText('To release');
  await page.data.mutate(holdOrder, {orderId: order.id, reason: 'stock'});
  await screen.findByText('Held: Out of stock');
  const footer = screen.queryByText('Footer of held')?.textContent;
  await page.data.mutate(resumeOrder, {orderId: order.id});
  await screen.findByText('To release');
  expect([footer, screen.queryByText('Held: Out of stock')]).toEqual(['Footer of held', null]);
});

test('an order that is not here shows no other order, and the panel can be closed', async () => {
  const {closed} = showPanel('AAAAAAAAAAAA');
  await page.data.call('desk.recall', null);
  fireEvent.click(screen.getByRole('button', {name: 'Close'}));
  await waitFor(() => expect(closed()).toBe(1));
  expect([screen.queryByText('To release'), worker.bugs]).toEqual([null, []]);
});
