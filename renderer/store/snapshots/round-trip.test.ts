import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {Dexie} from 'dexie';
import {beforeEach, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {openStatuses} from '#core/orders/order.ts';
import {storeVersion} from '#core/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {journalledOf} from '#core/sync/replica.ts';
import type {OutboxRow} from '#core/sync/store.ts';
import {databaseOf} from '../database-name.ts';
import {DexieStore} from '../dexie-store.ts';
import {openShop} from '../shop.ts';
import {type FrozenStore, thaw} from '../testing/frozen-store.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {restoreSnapshot} from './restore-snapshot.ts';
import {
  allOf,
  demoSubject,
  digestOf,
  engineOver,
  inRaw,
  madeAt,
  opened,
  rawSubject,
  snapshotOf,
  writeDemoShop,
} from './testing/demo-subject.ts';

const copy = 'restored';
const demo = databaseOf('demo');

let factory: IDBFactory;
beforeEach(() => {
  factory = emptyDesk();
});

test('a shop of 3,000 orders comes back to the byte', async () => {
  await writeDemoShop(3_000);
  const subject = await demoSubject();
  const snapshot = await opened(await snapshotOf(subject), subject.secret);
  subject.store.close();
  const told: number[] = [];
  const outcome = await restoreSnapshot(snapshot, copy, {watch: {tell: (done) => told.push(done)}});
  expect({
    outcome,
    same: (await digestOf(copy)) === (await digestOf(demo)),
    told: [told.length > 5, told.at(-1), told.every((done, at) => done >= (told[at - 1] ?? 0))],
  }).toEqual({outcome: {ok: true, value: snapshot.manifest}, same: true, told: [true, 1, true]});
});

test.each([1, 2, 3, 4, 5] as const)(
  'a store that version %d left is taken and restored equal, and opens',
  async (version) => {
    const sample = new URL(`../samples/store-${version}.json.gz`, import.meta.url);
    await thaw(JSON.parse(gunzipSync(readFileSync(sample)).toString()) as FrozenStore, factory);
    const before = await digestOf(demo);
    const {blob, secret} = await inRaw(demo, async (db) => {
      const subject = await rawSubject(db);
      return {blob: await snapshotOf(subject), secret: subject.secret};
    });
    await Dexie.delete(demo);
    const snapshot = await opened(blob, secret);
    await restoreSnapshot(snapshot, demo, {watch: {}});
    const after = await digestOf(demo);
    const layout = await inRaw(demo, async (db) => db.version);
    const bugs: unknown[] = [];
    const shop = must(
      await openShop('demo', new DexieStore(demo), {safety: undefined, report: (bug) => bugs.push(bug)}),
      'a whole shop',
    );
    await shop.engine.start();
    const upgraded = await inRaw(demo, async (db) => db.version);
    await shop.close();
    expect({same: after === before, layout, told: snapshot.manifest.storeVersion, upgraded, bugs}).toEqual({
      same: true,
      layout: version * 10,
      told: version,
      upgraded: storeVersion * 10,
      bugs: [],
    });
  },
);

test('a snapshot of a newer layout is refused, and nothing is left', async () => {
  await writeDemoShop(10);
  const subject = await demoSubject();
  const snapshot = await opened(await snapshotOf(subject), subject.secret);
  subject.store.close();
  Object.assign(snapshot.manifest, {storeVersion: storeVersion + 1});
  const outcome = await restoreSnapshot(snapshot, copy, {watch: {}});
  expect([outcome, await Dexie.getDatabaseNames()]).toEqual([
    {ok: false, fault: {code: 'store.newer', values: {}}},
    [demo],
  ]);
});

test('a restore that is stopped in the middle leaves nothing', async () => {
  await writeDemoShop(1_000);
  const subject = await demoSubject();
  const snapshot = await opened(await snapshotOf(subject), subject.secret);
  subject.store.close();
  const stop = new AbortController();
  const watch = {signal: stop.signal, tell: (done: number) => (done > 0.3 ? stop.abort() : undefined)};
  const outcome = await restoreSnapshot(snapshot, copy, {watch});
  expect([outcome, await Dexie.getDatabaseNames()]).toEqual(['cancelled', [demo]]);
});

test('until its last step a restored store is no shop', async () => {
  await writeDemoShop(1_000);
  const subject = await demoSubject();
  const snapshot = await opened(await snapshotOf(subject), subject.secret);
  subject.store.close();
  const looks: Promise<readonly unknown[]>[] = [];
  const tell = (done: number) => {
    if (done < 1) looks.push(inRaw(copy, (db) => allOf(db, 'meta')));
  };
  await restoreSnapshot(snapshot, copy, {watch: {tell}});
  const seen = await Promise.all(looks);
  const kept = await inRaw(copy, (db) => allOf(db, 'meta'));
  expect([seen.length > 3, new Set(seen.slice(0, -1).map(({length}) => length)), kept.length]).toEqual([
    true,
    new Set([0]),
    2,
  ]);
});

test('a change made while a snapshot is taken is wholly in it or wholly out of it', async () => {
  await writeDemoShop(600);
  const subject = await demoSubject();
  const engine = await engineOver(subject.store, subject.secret);
  const open = await subject.store.looseRows('orders');
  const free = open.added.filter(({status}) => openStatuses.includes(status) && status !== 'held').map(({id}) => id);
  let isTaken = false;
  const writing = (async () => {
    for (let turn = 0; !isTaken; turn += 1) {
      const orderId = free[turn % free.length] as OrderId;
      await engine.mutate([callOf(holdOrder, {orderId, reason: 'fraud'})], {at: madeAt});
    }
  })();
  const taken = [];
  for (let turn = 0; turn < 5; turn += 1) taken.push(await opened(await snapshotOf(subject), subject.secret));
  isTaken = true;
  await writing;
  subject.store.close();

  const torn: unknown[] = [];
  for (const snapshot of taken) {
    await Dexie.delete(copy);
    await restoreSnapshot(snapshot, copy, {watch: {}});
    torn.push(await inRaw(copy, (db) => whatIsTorn(db, snapshot.manifest.n, new Set(free))));
  }
  const numbers = taken.map(({manifest}) => manifest.n);
  expect([torn, new Set(numbers).size > 1]).toEqual([taken.map(() => []), true]);
});

/** Mutations hold one order each, of those that were free: a row without its mutation, one without its row, and gaps are torn. */
async function whatIsTorn(db: IDBDatabase, n: number, free: ReadonlySet<string>): Promise<readonly unknown[]> {
  const outbox = (await allOf(db, 'outbox')) as readonly OutboxRow[];
  const rows = (await allOf(db, 'orders')) as readonly {readonly id: string; readonly status: string}[];
  const held = new Set(outbox.map((row) => (journalledOf(row).args as {readonly orderId: string}).orderId));
  const gaps = outbox.filter((mutation, at) => mutation.n !== at + 1);
  const late = outbox.length === n ? [] : [outbox.length];
  return [...gaps, ...late, ...rows.filter(({id, status}) => free.has(id) && held.has(id) !== (status === 'held'))];
}

test('a file that is let go while a snapshot is taken is not in it, nor any of its parts', async () => {
  await writeDemoShop(10);
  const subject = await demoSubject();
  const part = (fileId: string, at: number) => ({fileId, part: at, sealed: new Uint8Array(700_000).fill(at)});
  await subject.inDatabase('readwrite', async (transaction) => {
    for (const fileId of ['going', 'staying']) {
      transaction.objectStore('files').add({fileId});
      for (let at = 0; at < 60; at += 1) transaction.objectStore('fileParts').add(part(fileId, at));
    }
  });
  let isFirst = true;
  const inDatabase: typeof subject.inDatabase = async (mode, body) => {
    const answer = await subject.inDatabase(mode, body);
    if (!isFirst) {
      await subject.inDatabase('readwrite', async (transaction) => {
        transaction.objectStore('files').delete('going');
        transaction.objectStore('fileParts').delete(IDBKeyRange.bound(['going', 40], ['going', []]));
      });
    }
    isFirst = false;
    return answer;
  };
  const snapshot = await opened(await snapshotOf({...subject, inDatabase}), subject.secret);
  subject.store.close();
  const outcome = await restoreSnapshot(snapshot, copy, {watch: {}});
  const left = await inRaw(copy, async (db) => {
    const parts = await allOf(db, 'fileParts');
    return [await allOf(db, 'files'), parts.map((one) => (one as {fileId: string}).fileId)];
  });
  expect([outcome !== 'cancelled' && outcome.ok, left]).toEqual([
    true,
    [[{fileId: 'staying'}], Array.from({length: 60}, () => 'staying')],
  ]);
});
