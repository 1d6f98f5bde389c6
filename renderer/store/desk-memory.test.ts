import {beforeEach, expect, test} from 'vitest';
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
