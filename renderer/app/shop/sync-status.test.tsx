import {cleanup, screen} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {holdOrder} from '#core/orders/mutators.ts';
import type {SyncState} from '#core/sync/messages.ts';
import {callOf} from '#core/sync/define.ts';
import {givenOrder} from '#core/testing/given.ts';
import {givenTrayItem} from '#core/testing/given-tray.ts';
import type {Instant} from '#core/time/instant.ts';
import {returnTrayItem} from '#core/tray/mutators.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {forgetStoring, useStoring} from '../data/storing-store.ts';
import {useSync} from '../sync/sync-store.ts';
import {type GivenPage, givenPage} from '../testing/given-page.tsx';
import {ShopStatus} from './shop-status.tsx';

let worker: DataWorkerInProcess;
let page: GivenPage;

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  forgetStoring();
  useStoring.setState({safety: {savedN: 9, secured: true}});
  useSync.setState({sync: undefined, work: null});
});
afterEach(async () => {
  cleanup();
  await worker.shops.current?.close();
  worker.close();
});

const hoursAgo = (hours: number): Instant => (Date.now() - hours * 3_600_000) as Instant;
const calm = (): Extract<SyncState, {state: 'joined'}> => ({
  state: 'joined',
  master: 'https://shop.example',
  pending: 0,
  appliedN: 9,
  behindBy: 0,
  lastContactAt: hoursAgo(0),
  place: {epoch: 1, seq: 40, hash: 'h'},
});

async function said(sync: SyncState): Promise<readonly (string | null)[]> {
  cleanup();
  useSync.setState({sync});
  page.show(<ShopStatus />);
  const bar = await screen.findByRole('contentinfo', {name: 'Status'});
  await vi.waitUntil(() => bar.childElementCount > 0);
  return [...bar.children].map(({textContent}) => textContent);
}

test('a shop of one desk says that work is saved, and nothing of other desks', async () => {
  expect(await said({state: 'absent'})).toEqual(['Saved']);
});

test('a shared shop says applied, or what is still less than that, and since when', async () => {
  const behind = {...calm(), pending: 3, oldestPendingAt: hoursAgo(2), behindBy: 12, lastContactAt: hoursAgo(1)};
  const alone = {...calm(), problem: {code: 'sync.offline', values: {}}, lastContactAt: hoursAgo(5)} as const;
  expect([await said(calm()), await said(behind), await said(alone)]).toEqual([
    ['Applied', 'Last contact: now'],
    ['Saved', '3 pending, oldest: 2 h', '12 behind', 'Last contact: 1 h'],
    ['Saved', 'No connection, works without', 'Last contact: 5 h'],
  ]);
});

test('older orders that still come are told like other long work', async () => {
  const bar = await said({...calm(), joining: {done: 30, total: 90}});
  expect(bar).toEqual(['Saved', 'Last contact: now', 'Bringing older orders30 of 90']);
});

test('what waits in the tray is counted, and leads there', async () => {
  const item = givenTrayItem(1, callOf(holdOrder, {orderId: givenOrder('1001').id, reason: 'stock'}));
  await page.data.mutate(returnTrayItem, {item});
  await said({state: 'absent'});
  const link = await screen.findByRole('link', {name: '1 in the tray'});
  expect(link.getAttribute('href')).toBe('/desks');
});
