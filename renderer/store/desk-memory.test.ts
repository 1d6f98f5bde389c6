import {beforeEach, expect, test, vi} from 'vitest';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {DeskMemory} from './desk-memory.ts';
import {emptyDesk} from './testing/in-process.ts';

beforeEach(emptyDesk);

test('a new desk remembers nothing', async () => {
  expect(await new DeskMemory().recall()).toEqual({});
});

test('what was remembered last is recalled after a restart, each under its name', async () => {
  const before = new DeskMemory();
  await before.remember('shop', 'demo');
  await before.remember('orders.view', {search: 'tea', widths: {number: 120}});
  await before.remember('shop', 'own');
  expect(await new DeskMemory().recall()).toEqual({shop: 'own', 'orders.view': {search: 'tea', widths: {number: 120}}});
});

test('what is forgotten is recalled as nothing', async () => {
  const memory = new DeskMemory();
  await memory.remember('shop', 'demo');
  await memory.remember('shop', undefined);
  expect((await memory.recall())['shop']).toBeUndefined();
});

test('a desk that has lost its databases remembers from its copy outside of them', async () => {
  emptyDesk();
  const disk = new MemoryDisk();
  const before = new DeskMemory(Promise.resolve(disk));
  await before.remember('shop', 'own');
  await vi.waitUntil(async () => (await disk.read('desk/memory')) !== undefined, 10_000);
  emptyDesk();
  const after = new DeskMemory(Promise.resolve(disk));
  const recalled = await after.recall();
  await disk.replace('desk/memory', new TextEncoder().encode('{"sh'));
  emptyDesk();
  expect([recalled, await new DeskMemory(Promise.resolve(disk)).recall()]).toEqual([{shop: 'own'}, {}]);
});

test('a desk whose database has lost a part of what it remembered takes that from the copy, and the rest as it is', async () => {
  const disk = new MemoryDisk();
  const copy = JSON.stringify({shop: 'own', theme: 'light'});
  await disk.replace('desk/memory', new TextEncoder().encode(copy));
  await new DeskMemory().remember('theme', 'dark');
  const recalled = await new DeskMemory(Promise.resolve(disk)).recall();
  expect([recalled, await new DeskMemory().recall()]).toEqual([
    {shop: 'own', theme: 'dark'},
    {shop: 'own', theme: 'dark'},
  ]);
});
