import {Dexie} from 'dexie';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {readMarker} from '#core/journal/marker.ts';
import {must} from '#core/lib/assert.ts';
import {changeBusiness, createBusiness} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {headOf} from '#core/sync/replica.ts';
import {business} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {databaseOf} from '../database-name.ts';
import {goBackTo} from '../storage/restoring.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {ADesk, now} from './testing/a-desk.ts';

const replica = 'this-desk---';
const rename = (name: string) => callOf(changeBusiness, {...business, name});
const desks: ADesk[] = [];
let disk: MemoryDisk;

beforeEach(() => {
  emptyDesk();
  disk = new MemoryDisk();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.quit();
});

function aDesk(): ADesk {
  const desk = new ADesk(disk);
  desks.push(desk);
  return desk;
}

/** A shop of two changes that has lived with a master since, with a snapshot of that moment; a third change waits. */
async function joinedShop(): Promise<ADesk> {
  const first = aDesk();
  await first.shops.begin(now);
  await first.save(callOf(createBusiness, business), rename('Second'));
  await must(first.shops.current, 'an open shop').store.write(async (tx) => {
    const decided = await headOf(tx);
    await tx.setMeta('lines', [{replica, inc: must(await tx.meta('incarnation'), 'its name'), from: decided.n}]);
    await tx.setMeta('place', {epoch: 1, seq: 0, hash: decided.hash});
    await tx.setMeta('decided', decided);
  });
  await first.quit();
  const desk = aDesk();
  await desk.shops.open('own');
  await desk.shops.current?.safety?.takeSnapshot();
  await desk.save(rename('Third'));
  return desk;
}

async function lost(desk: ADesk): Promise<ADesk> {
  await desk.quit();
  await Dexie.delete(databaseOf('own'));
  const next = aDesk();
  await next.shops.open('own');
  return next;
}

/** Where each line begins, what waits with its guess, whether the newest line is this incarnation's, and is known outside. */
async function told({shops}: ADesk): Promise<unknown> {
  const {store} = must(shops.current, 'an open shop');
  const {lines, incarnation, waiting} = await store.read(async (tx) => ({
    lines: (await tx.meta('lines')) ?? [],
    incarnation: await tx.meta('incarnation'),
    waiting: await tx.outbox((await tx.meta('decided'))?.n ?? 0, 10),
  }));
  const marker = await readMarker(disk, 'own');
  return {
    from: lines.map(({from}) => from),
    isOfThisDesk: lines.every((line) => line.replica === replica),
    isNewest: lines.at(-1)?.inc === incarnation && marker?.incarnation === incarnation,
    isKnownOutside: JSON.stringify(marker?.lines) === JSON.stringify(lines),
    waiting: waiting.map((row) => [row.n, 'bytes' in row && row.before?.map(({table}) => table)]),
  };
}

const sound = {isOfThisDesk: true, isNewest: true, isKnownOutside: true};

test('a store that is built anew goes on under another line, and numbers given out before stay those of theirs', async () => {
  const desk = await joinedShop();
  const before = await told(desk);
  const second = await lost(desk);
  const once = await told(second);
  await second.save(rename('Fourth'));
  // The snapshot knows of the first line alone.
  const third = await lost(second);
  const twice = await told(third);
  const {store} = must(third.shops.current, 'an open shop');
  const pushes = await Promise.all([2, 3].map((after) => nextPush(store, {after, savedN: 100})));
  const marker = must(await readMarker(disk, 'own'), 'a marker');
  expect({before, once, twice, pushed: pushes.map((push) => [push?.from.n, push?.origin.inc])}).toEqual({
    before: {...sound, from: [2], waiting: [[3, ['businesses']]]},
    once: {...sound, from: [2, 3], waiting: [[3, ['businesses']]]},
    twice: {
      ...sound,
      from: [2, 3, 4],
      waiting: [
        [3, ['businesses']],
        [4, ['businesses']],
      ],
    },
    pushed: [
      [2, marker.lines?.[0]?.inc],
      [3, marker.lines?.[1]?.inc],
    ],
  });
});

test('who goes back to a snapshot goes on from there under another line', async () => {
  const desk = await joinedShop();
  const [taken] = await disk.list('own/snapshots');
  const name = must(/([^/]+)\.\w+$/.exec(must(taken, 'a snapshot').path)?.[1], 'its name');
  const gone = await goBackTo(name, {kind: 'own', shops: desk.shops, now}, {});
  expect([gone !== 'cancelled' && gone.ok, await told(desk)]).toEqual([true, {...sound, from: [2], waiting: []}]);
});

test('a shop without a master has no lines, whatever becomes of its store', async () => {
  const desk = aDesk();
  await desk.shops.begin(now);
  await desk.save(callOf(createBusiness, business));
  const next = await lost(desk);
  const lines = await next.shops.current?.store.read((tx) => tx.meta('lines'));
  expect([lines, (await readMarker(disk, 'own'))?.lines]).toEqual([undefined, undefined]);
});
