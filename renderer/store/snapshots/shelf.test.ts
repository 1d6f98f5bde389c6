import {Dexie} from 'dexie';
import {beforeAll, beforeEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {MapDisk} from '#core/testing/map-disk.ts';
import type {Instant} from '#core/time/instant.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {databaseOf} from '../database-name.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {restoreSnapshot} from './restore-snapshot.ts';
import {Shelf} from './shelf.ts';
import type {Subject} from './take-snapshot.ts';
import {demoSubject, digestOf, madeAt, writeDemoShop} from './testing/demo-subject.ts';

const hour = 3_600_000;
const berlin = {zone: 'Europe/Berlin' as ZoneId, startsAtHour: 0};

let subject: Subject;
let disk: MapDisk;
let shelf: Shelf;

beforeAll(async () => {
  emptyDesk();
  await writeDemoShop(40);
  subject = await demoSubject();
});
beforeEach(() => {
  disk = new MapDisk();
  shelf = new Shelf(disk, 'demo');
});

/** Keeps a snapshot of each moment, so many hours after the first. */
async function keepAt(...hours: readonly number[]): Promise<void> {
  for (const after of hours) await shelf.keep({...subject, madeAt: later(after)}, {});
}

function later(hours: number): Instant {
  return (madeAt + hours * hour) as Instant;
}

async function names(): Promise<readonly string[]> {
  return (await shelf.list()).map(({name}) => name);
}

async function found() {
  const outcome = await shelf.newestWhole(subject.secret, {});
  if (outcome === 'cancelled' || !outcome.ok) return outcome;
  const {newest, damaged} = outcome.value;
  return {newest: newest?.name, damaged};
}

test('snapshots lie on the disk by the moment they were made, newest first, each with what it is', async () => {
  await keepAt(0, 1, 1);
  const listed = await shelf.list();
  expect([
    disk.paths(),
    listed.map(({name, n, verified}) => [name, n, verified]),
    listed.every(({bytes}) => bytes > 1_000),
  ]).toEqual([
    ['20261128t181500z', '20261128t191500z-2', '20261128t191500z'].flatMap((name) =>
      ['ok', 'tws'].map((ending) => `demo/snapshots/${name}.${ending}`),
    ),
    [
      ['20261128t191500z-2', 0, true],
      ['20261128t191500z', 0, true],
      ['20261128t181500z', 0, true],
    ],
    true,
  ]);
});

test('the newest is restored from the disk as the shop was', async () => {
  await keepAt(0);
  const outcome = await shelf.newestWhole(subject.secret, {});
  const {newest} = outcome !== 'cancelled' && outcome.ok ? outcome.value : {newest: undefined};
  await restoreSnapshot(must(newest, 'a snapshot').snapshot, 'again', {watch: {}});
  const same = (await digestOf('again')) === (await digestOf(databaseOf('demo')));
  await Dexie.delete('again');
  expect(same).toBe(true);
});

test('a damaged newest is passed over for the one before, and told', async () => {
  await keepAt(0, 1, 2);
  disk.flip('demo/snapshots/20261128t201500z.tws', 900);
  const once = await found();
  disk.flip('demo/snapshots/20261128t191500z.tws', 2);
  const twice = await found();
  disk.flip('demo/snapshots/20261128t181500z.tws', 70);
  expect([once, twice, await found()]).toEqual([
    {newest: '20261128t191500z', damaged: ['20261128t201500z']},
    {newest: '20261128t181500z', damaged: ['20261128t201500z', '20261128t191500z']},
    {newest: undefined, damaged: ['20261128t201500z', '20261128t191500z', '20261128t181500z']},
  ]);
});

test('with the key of another shop nothing is called damaged', async () => {
  await keepAt(0);
  const outcome = await shelf.newestWhole({sealedUnder: 'shop', bytes: new Uint8Array(32)}, {});
  expect(outcome).toEqual({ok: false, fault: {code: 'backups.other_shop', values: {}}});
});

test.each([0, 100, 20_000])(
  'a disk with room for %d more bytes keeps the older ones and nothing torn',
  async (more) => {
    await keepAt(0);
    const before = disk.paths();
    const [first] = await shelf.list();
    disk.room = must(first, 'a snapshot').bytes + 80 + more;
    const outcome = await shelf.keep({...subject, madeAt: later(1)}, {});
    disk.room = Infinity;
    expect([outcome, disk.paths(), await found()]).toEqual([
      {ok: false, fault: {code: 'backups.disk_full', values: {}}},
      before,
      {newest: '20261128t181500z', damaged: []},
    ]);
  },
);

test('a disk that would be filled to the brim is left alone: the browser needs room for its own store', async () => {
  disk.tellsRoom = true;
  disk.room = 2 ** 28;
  const first = await shelf.keep(subject, {});
  const [one] = await shelf.list();
  disk.room += 2 * must(one, 'a snapshot').bytes;
  const second = await shelf.keep({...subject, madeAt: later(1)}, {});
  const full = {ok: false, fault: {code: 'backups.disk_full', values: {}}};
  expect([first !== 'cancelled' && first.ok, second, (await shelf.list()).length]).toEqual([true, full, 1]);
});

test('a shop that is closed meanwhile leaves nothing torn', async () => {
  const closing = await demoSubject();
  const outcome = await shelf.keep(closing, {tell: () => closing.store.close()});
  expect([outcome, disk.paths()]).toEqual([{ok: false, fault: {code: 'store.closed', values: {}}}, []]);
});

test('one that is stopped, at whatever step, leaves the shelf as it was', async () => {
  await keepAt(0);
  const before = disk.paths();
  const outcomes = new Set();
  for (const limit of [0, 0.3, 0.79, 0.9]) {
    const stop = new AbortController();
    const tell = (done: number) => (done > limit ? stop.abort() : undefined);
    outcomes.add(await shelf.keep({...subject, madeAt: later(1)}, {tell, signal: stop.signal}));
  }
  expect([[...outcomes], disk.paths()]).toEqual([['cancelled'], before]);
});

test('bytes that the disk changed while they were written are found, and such a snapshot is not kept', async () => {
  const write = disk.write.bind(disk);
  disk.write = async (path, at, bytes) => {
    await write(path, at, bytes);
    disk.flip(path, 1_234);
  };
  expect([await shelf.keep(subject, {}), disk.paths()]).toEqual([
    {ok: false, fault: {code: 'backups.damaged', values: {}}},
    [],
  ]);
});

test('at a start what was left unfinished goes, and a whole one that lacks its label stays', async () => {
  await keepAt(0, 1, 2);
  const torn = must(await disk.read('demo/snapshots/20261128t191500z.tws'), 'a snapshot');
  await disk.replace('demo/snapshots/20261128t191500z.tws', torn.subarray(0, 5_000));
  await disk.remove('demo/snapshots/20261128t201500z.ok');
  await disk.remove('demo/snapshots/20261128t181500z.tws');
  const unfinished = (await shelf.list()).filter(({verified}) => !verified).map(({name}) => name);
  const swept = await shelf.sweep();
  expect([unfinished, swept, disk.paths()]).toEqual([
    ['20261128t191500z', '20261128t201500z'],
    {removed: ['20261128t191500z']},
    ['demo/snapshots/20261128t201500z.ok', 'demo/snapshots/20261128t201500z.tws'],
  ]);
});

test('of one day the last stays, and within a small budget the newest alone', async () => {
  await keepAt(-30, 0, 1, 2);
  const gone = await shelf.thin(berlin);
  const left = await names();
  const rest = await shelf.thin(berlin, 1);
  expect([gone, left, rest, await names()]).toEqual([
    ['20261128t191500z', '20261128t181500z'],
    ['20261128t201500z', '20261127t121500z'],
    ['20261127t121500z'],
    ['20261128t201500z'],
  ]);
});
