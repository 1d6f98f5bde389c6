import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {callOf} from '#core/sync/define.ts';
import {createBusiness, createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {business, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {must} from '#core/lib/assert.ts';
import {goBackTo} from '../storage/restoring.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {ADesk, contentOf, now} from './testing/a-desk.ts';

const desks: ADesk[] = [];

function aDesk(disk: MemoryDisk): ADesk {
  const desk = new ADesk(disk);
  desks.push(desk);
  return desk;
}

beforeEach(() => void emptyDesk());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.quit().catch(() => undefined);
});

/** A shop with a snapshot of an earlier moment on its shelf: what it held then, and what it holds now. */
async function shopWithAPast(disk: MemoryDisk) {
  const desk = aDesk(disk);
  await desk.shops.begin(now);
  await desk.save(callOf(createBusiness, business), callOf(createStorefront, storefront));
  const past = await contentOf('own');
  await desk.shops.current?.safety?.takeSnapshot();
  await desk.save(callOf(removeStorefront, {storefrontId: storefront.id}));
  const present = await contentOf('own');
  const [taken] = await disk.list('own/snapshots');
  const name = must(/([^/]+)\.\w+$/.exec(must(taken, 'a snapshot').path)?.[1], 'its name');
  return {desk, past, present, name};
}

test('killed at any call of the disk, going back leaves the shop as it was or as it is to be, never a half, and safe', async () => {
  const ended = new Map<string, number>();
  let calls = 1;
  for (let call = 1; call <= calls; call += 1) {
    emptyDesk();
    const disk = new MemoryDisk();
    const {desk, past, present, name} = await shopWithAPast(disk);
    const before = disk.calls;
    const held = disk.holdAt(before + call);
    const going = goBackTo(name, {kind: 'own', shops: desk.shops, now}, {});
    // Only what writes is held; where the call was none, it came to its end, and tells how many there are.
    const isHeld = await Promise.race([held.then(() => true), going.then(() => false)]);
    if (!isHeld) calls = Math.max(calls, disk.calls - before);
    const left = disk.crash(0);
    await going.catch(() => undefined);
    await desk.quit().catch(() => undefined);
    // What it told other windows has been heard by then.
    await new Promise((resolve) => setTimeout(resolve, 20));

    const next = aDesk(left);
    const opened = await next.shops.open('own');
    await vi.waitUntil(() => next.state !== undefined, 10_000);
    const content = await contentOf('own');
    const is = content === past ? 'past' : content === present ? 'present' : 'a half';
    const way = `${opened.ok ? is : opened.fault.code} ${next.state?.secured}`;
    ended.set(way, (ended.get(way) ?? 0) + 1);
    expect(next.bugs).toEqual([]);
    await next.quit();

    // And what stands is really safe: lost once more, it comes back.
    emptyDesk();
    const last = aDesk(left);
    await last.shops.open('own');
    expect((await contentOf('own')) === content).toBe(true);
    await last.quit();
  }
  expect([...ended.keys()].toSorted()).toEqual(['past true', 'present true']);
}, 120_000);
