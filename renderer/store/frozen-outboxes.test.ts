import {readFileSync, readdirSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {afterEach, describe, expect, test} from 'vitest';
import {packerOf} from '#core/data/new-page.ts';
import {beginning} from '#core/journal/entry.ts';
import {canonical} from '#core/lib/canonical.ts';
import {must} from '#core/lib/assert.ts';
import {registry} from '#core/registry.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {Applier} from '#core/sync/applier.ts';
import {Master} from '#core/sync/master.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {FrameReader, type Frame, decodePush, encodeFrame, encodePush, protocolVersion} from '#core/sync/protocol.ts';
import {Replica, journalledOf} from '#core/sync/replica.ts';
import type {Mutation} from '#core/sync/store.ts';
import {monday} from '#core/testing/given.ts';
import {MemoryMaster} from '#core/testing/memory-master.ts';
import {databaseOf} from './database-name.ts';
import {DexieStore} from './dexie-store.ts';
import {confirmedRows} from './sync/confirmed-rows.ts';
import {type FrozenStore, thaw} from './testing/frozen-store.ts';
import {emptyDesk} from './testing/in-process.ts';

// What waited at desks of earlier days, everything that could be done then once at least. The files never change.
interface FrozenOutbox {
  /** What the shop was without all that. */
  readonly genesis: readonly (readonly [TableName, Row])[];
  /** The push as it would have been told, and what the master would have told of it. */
  readonly wire: {readonly push: string; readonly log: string};
  readonly store: FrozenStore;
}

const samples = new URL('samples/', import.meta.url);
const outboxNames = readdirSync(samples).filter((name) => name.startsWith('outbox-'));

function frozenOutbox(name: string): FrozenOutbox {
  return JSON.parse(gunzipSync(readFileSync(new URL(name, samples))).toString()) as FrozenOutbox;
}

const savedN = 1_000;
const bytesMax = 10_000_000;
const place = {epoch: 1, seq: 0, hash: beginning.hash};
const pack = packerOf(registry.views);
const tableNames = Object.keys(tables) as TableName[];
let opened: DexieStore | undefined;
afterEach(() => opened?.close());

async function thawed({store}: FrozenOutbox): Promise<DexieStore> {
  await thaw(store, emptyDesk());
  return (opened = new DexieStore(databaseOf('own')));
}

/** The same desk with nothing done yet. */
async function anew({genesis}: FrozenOutbox): Promise<DexieStore> {
  emptyDesk();
  const store = (opened = new DexieStore(databaseOf('own')));
  await store.write(async (tx) => {
    for (const [table, row] of genesis) await tx.put(table, row as never);
    await tx.setMeta('lines', [{replica: 'sample-desk-', inc: 'sample-store', from: 0}]);
    await tx.setMeta('place', place);
    await tx.setMeta('decided', beginning);
  });
  return store;
}

async function waitingAt(store: DexieStore): Promise<readonly Mutation[]> {
  return store.read(async (tx) => {
    const {n} = must(await tx.meta('decided'), 'a desk with a master');
    return (await tx.outbox(n, savedN)).map(journalledOf);
  });
}

/** Takes what a log tells; answers what of it was not applied. */
async function take(store: DexieStore, log: string): Promise<readonly unknown[]> {
  const [reader, applier] = [new FrameReader(), new Applier(store, registry.mutators, {pack, everything: true})];
  const told = log.split('\n').slice(0, -1);
  const frames = told.map((line) => reader.take(line)).flatMap((one) => (one.ok && one.value ? [one.value] : []));
  const groups = frames.flatMap((frame: Frame) => (frame.t === 'g' ? [frame.group] : []));
  const wrong: unknown[] = groups.flatMap(({not}) => not);
  for (const group of groups) {
    const applied = await applier.apply(group);
    if (!applied.ok) wrong.push(applied.fault);
  }
  return wrong;
}

/** Tells a master of today all that waits, takes what it decided, and compares. */
async function tellMaster(store: DexieStore, {genesis}: FrozenOutbox) {
  const shop = new MemoryMaster();
  await shop.begin('shop', genesis);
  const master = new Master(shop, registry.mutators);
  const told = decodePush(encodePush(must(await nextPush(store, {after: 0, savedN}), 'changes that wait')));
  const answer = await master.push(
    'shop',
    must(told !== 'upgrade' && told.ok ? told.value : undefined, 'a push'),
    monday,
  );
  const frames = must(await master.pull('shop', place, bytesMax), 'a log');
  const wrong = await take(store, frames.map(encodeFrame).join(''));
  const here: string[] = [];
  for (const table of tableNames)
    for (const {id, text} of await confirmedRows(store, table)) here.push(`${table}/${id} ${text}`);
  const rows = must(shop.rowsOf('shop'), 'a shop').everyRow();
  const there = [...rows].map(([name, row]) => `${name} ${canonical(row)}`);
  const waiting = await waitingAt(store);
  return {answer, wrong, waiting, differs: here.toSorted().join('\n') !== there.toSorted().join('\n')};
}

describe.each(outboxNames)('what waited in %s', (name) => {
  const frozen = frozenOutbox(name);
  const [, ...mutations] = frozen.wire.push.split('\n');
  const allTaken = {
    answer: {v: protocolVersion, epoch: 1, seq: mutations.length, n: mutations.length},
    wrong: [],
    waiting: [],
    differs: false,
  };

  test('is told to the master, which takes all of it, and the desk agrees with what it decided', async () => {
    expect(await tellMaster(await thawed(frozen), frozen)).toEqual(allTaken);
  });

  test('is done again in a store that is built anew, and told from there', async () => {
    const waiting = await waitingAt(await thawed(frozen));
    const store = await anew(frozen);
    const outcomes = await new Replica(store, registry.mutators, {pack}).replay(waiting, () => undefined);
    const refused = outcomes.filter(({ok}) => !ok);
    expect([refused, await tellMaster(store, frozen)]).toEqual([[], allTaken]);
  });

  test('is read as it was told then, and what the master told then is taken', async () => {
    const {push, log} = frozen.wire;
    const store = await thawed(frozen);
    const told = decodePush(push);
    // Pushes of the first wire tell no sum.
    const sum = told !== 'upgrade' && told.ok ? told.value.sum : undefined;
    const today = {ok: true, value: {...(await nextPush(store, {after: 0, savedN})), sum}};
    const wrong = await take(store, log);
    expect([told, wrong, await waitingAt(store)]).toEqual([today, [], []]);
  });
});

test('everything that can be done today waits in a frozen outbox, in its present version', () => {
  const frozen = outboxNames.flatMap((name) => frozenOutbox(name).wire.push.split('\n').slice(1));
  const told = frozen.map((text) => JSON.parse(text) as Mutation);
  const waited = new Set(told.map(({name, version}) => `${name}@${version}`));
  const missing = registry.mutators.map(({name, version}) => `${name}@${version}`).filter((one) => !waited.has(one));
  // Freeze another with `npx tsx tools/sample/outbox.ts`; those that are there never change.
  expect(missing).toEqual([]);
});
