import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {type Space, noneBytes, reserveBytes} from '#core/storage/free-space.ts';
import {deskLocks} from '../safety/desk-locks.ts';
import {contentOf} from '../safety/testing/a-desk.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {type Estimate, SpaceWatch} from './space-watch.ts';
import {type APage, aPage, ownShop} from './testing/a-page.ts';

let page: APage | undefined;

beforeEach(() => void emptyDesk());
afterEach(async () => {
  vi.useRealTimers();
  await page?.close();
  page = undefined;
});

test('without room nothing new is begun, and reading and backing up go on', async () => {
  page = aPage(new MemoryDisk({capacityBytes: noneBytes - 1}));
  await ownShop(page);
  const before = await contentOf('own');
  const {space} = await page.get('storage.look', null);
  const answers = [
    await page.call('data.mutate', {calls: [callOf(createStorefront, storefront)]}),
    await page.call('intake.accept', null),
    await page.call('shops.begin', null),
  ].map((answer) => (answer.ok ? 'taken' : answer.fault.code));
  const phrase = (await page.get('storage.phrase', {language: 'en'})).join(' ');
  expect({
    state: space.state,
    answers,
    same: (await contentOf('own')) === before,
    read: (await page.call('storage.look', null)).ok,
    backedUp: (await page.call('storage.backUp', {phrase})).ok,
  }).toEqual({
    state: 'none',
    answers: ['store.no_room', 'store.no_room', 'store.no_room'],
    same: true,
    read: true,
    backedUp: true,
  });
});

test('a reserve is made a minute after the first look while there is plenty of room, kept when it gets less, and let go when there is none', async () => {
  vi.useFakeTimers();
  const disk = new MemoryDisk();
  const told: Space['state'][] = [];
  let quota = 4e9;
  const watch = new SpaceWatch({
    outside: Promise.resolve({disk, locks: deskLocks()}),
    estimate: async (): Promise<Estimate> => ({quota, usage: 0}),
    tell: ({state}) => told.push(state),
    report: (error) => {
      throw error;
    },
  });
  watch.begin();
  const reserves: number[] = [];
  for (const next of [4e9, 4e9, 500e6, 100e6, 100e6]) {
    quota = next;
    await vi.advanceTimersByTimeAsync(60_000);
    reserves.push((await disk.list('room'))[0]?.bytes ?? 0);
  }
  expect([told, reserves, watch.hasRoom]).toEqual([
    ['plenty', 'low', 'none'],
    [0, reserveBytes, reserveBytes, 0, 0],
    false,
  ]);
});
