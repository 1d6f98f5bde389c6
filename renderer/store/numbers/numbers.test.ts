import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {ShopKind} from '#core/journal/marker.ts';
import {dice} from '#core/lib/dice.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import type {DrawnNumber} from '#core/shipping/ranges/draw.ts';
import type {EnteredRange} from '#core/shipping/ranges/messages.ts';
import {countsOf} from '#core/shipping/ranges/range.ts';
import type {NumberDraw, NumberRange} from '#core/shipping/ranges/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {MemoryLocks} from '../safety/testing/memory-locks.ts';
import {type APage, aPage, ownShop, twelve} from '../storage/testing/a-page.ts';
import {emptyDesk} from '../testing/in-process.ts';

const letters: EnteredRange = {
  scheme: 's10',
  account: '5001',
  fixed: [
    {part: 'service', text: 'RR'},
    {part: 'country', text: 'DE'},
  ],
  from: '10000000',
  to: '10000099',
  wrap: 'end',
  alertBelow: 10,
};
const on = '2026-03-02' as LocalDate;
const pages: APage[] = [];

function opened(disk: MemoryDisk, locks = new MemoryLocks()): APage {
  const page = aPage(disk, {locks});
  pages.push(page);
  return page;
}

beforeEach(() => void emptyDesk());
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

async function shopWithRange(disk: MemoryDisk): Promise<APage> {
  const page = opened(disk);
  await ownShop(page);
  await page.get('numbers.register', {range: letters});
  return page;
}

/** The shop at the next start of the desk. */
async function nextStart(disk: MemoryDisk, kind: ShopKind = 'own'): Promise<APage> {
  const page = opened(disk);
  await page.get('shops.open', {kind});
  return page;
}

function draw(page: APage, count: number) {
  const parts = Array.from({length: count}, () => ({}));
  return page.call('numbers.draw', {scheme: 's10', account: '5001', parts, on});
}

async function drawn(page: APage, count: number): Promise<readonly DrawnNumber[]> {
  const result = await draw(page, count);
  return result.ok ? result.value.numbers : [];
}

function serials(numbers: readonly DrawnNumber[]): readonly string[] {
  return numbers.map(({number}) => number.slice(2, 10));
}

/** What the ranges say of themselves, and what their draws say. */
async function counted(page: APage) {
  const {ranges} = await page.get('numbers.ranges', null);
  const {store} = page.worker.shops.current ?? {};
  const draws = (await store?.read((tx) => tx.range('numberDraws', {limit: 10_000}))) ?? [];
  return {told: ranges.map(countsOf), anew: ranges.map((range) => countedAnew(range, draws))};
}

function countedAnew({id, skipped}: NumberRange, draws: readonly NumberDraw[]) {
  const marks = draws.flatMap((one) => (one.rangeId === id ? [...one.marks] : []));
  const of = (mark: string): number => marks.filter((one) => one === mark).length;
  const leased = 100;
  return {leased, used: of('u'), void: of('v') + skipped, inHand: of('b'), free: leased - marks.length - skipped};
}

test('numbers are burnt in store and journal, and are given on from there after a loss of the store', async () => {
  const disk = new MemoryDisk();
  const page = await shopWithRange(disk);
  const first = await drawn(page, 3);
  await page.call('numbers.settle', {numbers: first.slice(0, 2), outcome: 'used'});
  await page.close();
  emptyDesk();

  const again = await nextStart(disk);

  expect([serials(first), serials(await drawn(again, 1)), await counted(again)]).toEqual([
    ['10000000', '10000001', '10000002'],
    ['10000003'],
    {
      told: [{leased: 100, used: 2, void: 1, inHand: 1, free: 96}],
      anew: [{leased: 100, used: 2, void: 1, inHand: 1, free: 96}],
    },
  ]);
});

test('a backup in the place of the shop turns no number back, and a range it knows nothing of is not begun anew', async () => {
  const disk = new MemoryDisk();
  const page = opened(disk);
  await ownShop(page);
  const phrase = twelve(await page.get('storage.phrase', {language: 'en'}));
  const {file: before} = await page.get('storage.backUp', {phrase});
  await page.get('numbers.register', {range: letters});
  await drawn(page, 2);
  const {file: between} = await page.get('storage.backUp', {phrase});
  await drawn(page, 5);

  await page.get('storage.restore', {file: between, phrase});
  const next = serials(await drawn(page, 1));
  const {told} = await counted(page);
  await page.get('storage.restore', {file: before, phrase});
  const anew = await page.call('numbers.register', {range: letters});
  const behind = await page.call('numbers.register', {range: {...letters, from: '10000008'}});

  expect([next, told, anew.ok ? 'taken' : anew.fault, behind.ok]).toEqual([
    ['10000007'],
    [{leased: 100, used: 0, void: 7, inHand: 1, free: 92}],
    {code: 'shipping.range_overlaps', values: {from: '10000000', to: '10000007'}},
    true,
  ]);
});

test('while the disk takes nothing no number is given, and those that perhaps are burnt are void', async () => {
  const disk = new MemoryDisk();
  const page = await shopWithRange(disk);
  disk.room = 0;
  const refused = await draw(page, 2);
  disk.room = Number.MAX_SAFE_INTEGER;

  const next = await drawn(page, 1);

  expect([refused.ok ? 'drawn' : refused.fault.code, serials(next), (await counted(page)).told]).toEqual([
    'store.full',
    ['10000002'],
    [{leased: 100, used: 0, void: 2, inHand: 1, free: 97}],
  ]);
});

test('two windows of a desk draw in turn, and each says what became of its own', async () => {
  const disk = new MemoryDisk();
  const locks = new MemoryLocks();
  const here = opened(disk, locks);
  await ownShop(here);
  await here.get('numbers.register', {range: letters});
  const there = opened(disk, locks);
  await there.get('shops.open', {kind: 'own'});

  const both = await Promise.all([drawn(here, 2), drawn(there, 2), drawn(here, 2), drawn(there, 2)]);
  await there.call('numbers.settle', {numbers: both[1], outcome: 'used'});

  expect([new Set(both.flatMap(serials)).size, (await counted(here)).told]).toEqual([
    8,
    [{leased: 100, used: 2, void: 0, inHand: 6, free: 92}],
  ]);
});

test('whatever a kill interrupts, no number is given twice, and leased is used, void and free together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30), {minLength: 1, maxLength: 3}), fc.nat(9_999), async (kills, seed) => {
      emptyDesk();
      const throws = dice(`kills ${seed}`);
      let disk = new MemoryDisk();
      const left: string[] = [];
      let page = await shopWithRange(disk);
      for (const at of kills) {
        // Whatever is next to be written from there on stays without an answer; reading goes on.
        const from = disk.calls + 1 + at;
        const held = Promise.race(Array.from({length: 20}, (_, more) => disk.holdAt(from + more)));
        let isKilled = false;
        void held.then(() => (isKilled = true));
        while (!isKilled) {
          // The bytes leave as soon as the numbers are answered, be it in the last moment.
          const moment = held.then(() => new Promise<[]>((resolve) => void setTimeout(resolve, 5, [])));
          const numbers = await Promise.race([drawn(page, throws.integer(1, 3)), moment]);
          left.push(...serials(numbers));
          if (isKilled) break;
          await Promise.race([page.call('numbers.settle', {numbers: numbers.slice(1), outcome: 'used'}), held]);
        }
        disk = disk.crash(throws.pick([0, 100, 400]));
        // A kill may take the whole store along.
        if (throws.chance(0.7)) emptyDesk();
        page.worker.close();
        page = await nextStart(disk);
        const next = await drawn(page, 1);
        left.push(...serials(next));
        await page.call('numbers.settle', {numbers: next, outcome: 'used'});
      }
      const {told, anew} = await counted(page);
      expect(new Set(left).size).toBe(left.length);
      expect(told).toEqual(anew);
      expect(told.map((one) => [one.used + one.void + one.free, one.inHand])).toEqual([[100, 0]]);
    }),
    {numRuns: 4},
  );
});
