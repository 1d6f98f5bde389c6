import {expect, test, vi} from 'vitest';
import {beginning} from '#core/journal/entry.ts';
import {must} from '#core/lib/assert.ts';
import {fail, ok} from '#core/lib/result.ts';
import {registry} from '#core/registry.ts';
import {Applier} from '#core/sync/applier.ts';
import type {MasterLine} from '#core/sync/master-line.ts';
import {SyncSession} from '#core/sync/session.ts';
import {monday} from '#core/testing/given.ts';
import {MemoryStore} from '#core/testing/memory-store.ts';
import {type LoopNews, SyncLoop} from './sync-loop.ts';

/** A loop over a line that can be down, whose waits end when they are told to. */
async function aLoop() {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    await tx.setMeta('lines', [{replica: 'this-desk---', inc: 'first-------', from: 0}]);
    await tx.setMeta('place', {epoch: 1, seq: 0, hash: beginning.hash});
    await tx.setMeta('decided', beginning);
  });
  const line = {isUp: false, pulls: 0, listens: 0};
  const waits: {readonly ms: number; readonly end: () => void}[] = [];
  let news: LoopNews = {headSeq: 0};
  const master: MasterLine = {
    push: async () => fail('sync.offline'),
    pull: async () => {
      line.pulls += 1;
      return line.isUp ? ok(null) : fail('sync.offline');
    },
    listen: (heard, closed) => {
      line.listens += 1;
      if (line.isUp) heard(0);
      else closed();
      return () => undefined;
    },
    close: () => undefined,
  };
  const bugs: unknown[] = [];
  const loop = new SyncLoop({
    line: master,
    session: new SyncSession({
      store,
      applier: new Applier(store, registry.mutators),
      keep: async () => undefined,
      newName: () => 'another-----',
    }),
    store,
    savedN: () => 0,
    now: () => monday,
    tell: (told) => (news = told),
    parted: () => undefined,
    later: (ms, work) => {
      waits.push({ms, end: work});
      return () => undefined;
    },
    dice: () => 0.5,
    report: (bug) => bugs.push(bug),
  });
  return {loop, line, waits, bugs, problem: () => news.problem?.code};
}

test('once a line to the master is open again, nothing waits out what was begun while there was none', async () => {
  const {loop, line, waits, bugs, problem} = await aLoop();
  await vi.waitUntil(() => waits.length === 2);
  const before = [problem(), line.pulls];
  line.isUp = true;
  const [listening] = waits;
  must(listening, 'a wait').end();
  await vi.waitUntil(() => problem() === undefined);
  expect({before, after: [line.listens, line.pulls], bugs}).toEqual({
    before: ['sync.offline', 1],
    after: [2, 2],
    bugs: [],
  });
  await loop.close();
});

test('once decisions come again, a line is opened at once too', async () => {
  const {loop, line, waits, problem} = await aLoop();
  await vi.waitUntil(() => waits.length === 2);
  line.isUp = true;
  must(waits[1], 'a wait').end();
  await vi.waitUntil(() => problem() === undefined && line.listens === 2);
  expect([line.pulls, line.listens]).toEqual([2, 2]);
  await loop.close();
});
