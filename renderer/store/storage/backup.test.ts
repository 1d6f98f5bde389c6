import {afterEach, beforeEach, expect, test} from 'vitest';
import {Journal} from '#core/journal/journal.ts';
import {headerBytes} from '#core/snapshot/header.ts';
import {removeStorefront} from '#core/storefronts/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {contentOf} from '../safety/testing/a-desk.ts';
import {roomLeftBytes} from '../snapshots/shelf.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {type APage, aPage, ownShop, twelve} from './testing/a-page.ts';

const formPlace = 6;
const sumBytes = 8;
const pages: APage[] = [];
const remove = callOf(removeStorefront, {storefrontId: storefront.id});

function open(disk?: MemoryDisk): APage {
  const page = aPage(disk);
  pages.push(page);
  return page;
}

async function shut(page: APage): Promise<void> {
  await page.close();
  pages.splice(pages.indexOf(page), 1);
}

beforeEach(() => void emptyDesk());
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

/** A backup of a shop, its words, and what was in it. */
async function backedUp(disk?: MemoryDisk) {
  const page = open(disk);
  await ownShop(page);
  const words = await page.get('storage.phrase', {language: 'en'});
  const {file, name} = await page.get('storage.backUp', {phrase: twelve(words)});
  const content = await contentOf('own');
  return {page, words, phrase: twelve(words), file, name, content};
}

/** The same file as a later version would write it: another form, and the right sum over it. */
async function ofNewerForm(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const newer = bytes.slice();
  newer[formPlace] = 2;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', newer.subarray(0, headerBytes - sumBytes)));
  newer.set(sum.subarray(0, sumBytes), headerBytes - sumBytes);
  return newer;
}

test('a shop that is lost with its disk comes back from its backup, and is saved from the first moment on', async () => {
  const {page, phrase, file, content, name} = await backedUp(new MemoryDisk());
  await shut(page);
  emptyDesk();
  const disk = new MemoryDisk();
  const later = open(disk);
  const inside = await later.get('storage.inspect', {file});
  const restored = await later.get('storage.restore', {file, phrase});
  const {outside} = await later.get('storage.look', null);
  const found = await Journal.find(disk, 'own/journal');
  expect({
    named: /^tradewind-own-\d{8}t\d{6}z\.tradewind$/.test(name),
    inside: {...inside, madeAt: 0, bytes: 0},
    before: restored.before,
    kind: restored.opened.facts.kind,
    same: (await contentOf('own')) === content,
    verified: outside?.snapshots.map(({verified, isOfBefore}) => [verified, isOfBefore]),
    journalFrom: found?.journal.position.n,
    light: later.worker.shops.current?.safety?.state,
    bugs: later.worker.bugs,
  }).toEqual({
    named: true,
    inside: {shop: 'own', madeAt: 0, bytes: 0, changes: 2},
    before: undefined,
    kind: 'own',
    same: true,
    verified: [[true, false]],
    journalFrom: 2,
    light: {savedN: 2, secured: true},
    bugs: [],
  });
});

test('where there is no place beside the store, an empty desk takes a backup and a standing shop is left alone', async () => {
  const {page, phrase, file, content} = await backedUp();
  const refused = await page.call('storage.restore', {file, phrase});
  await shut(page);
  emptyDesk();
  const later = open();
  const restored = await later.get('storage.restore', {file, phrase});
  expect([refused, restored.opened.facts.kind, (await contentOf('own')) === content]).toEqual([
    {ok: false, fault: {code: 'store.no_outside', values: {}}},
    'own',
    true,
  ]);
});

test('a wrong phrase, a mistyped word, a damaged file and a file that is none are each said, and nothing is changed', async () => {
  const disk = new MemoryDisk();
  const {page, words, phrase, file, content} = await backedUp(disk);
  const mistyped = twelve(['abandn', ...words.slice(1)]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const damaged = new Blob([bytes.map((byte, at) => (at === 500 ? byte ^ 1 : byte))]);
  const newer = new Blob([await ofNewerForm(bytes)]);
  const other = twelve(await page.get('storage.phrase', {language: 'zh-CN'}));
  const codes = [
    await page.call('storage.restore', {file, phrase: other}),
    await page.call('storage.restore', {file, phrase: mistyped}),
    await page.call('storage.restore', {file: damaged, phrase}),
    await page.call('storage.inspect', {file: damaged}),
    await page.call('storage.inspect', {file: newer}),
    await page.call('storage.inspect', {file: new Blob(['a,b\n1,2\n'])}),
    await page.call('storage.goBack', {name: '20200101t000000z'}),
  ].map((answer) => (answer.ok ? answer.value : answer.fault.code));
  const reading = await page.get('storage.readPhrase', {typed: mistyped});
  expect({
    codes,
    reading,
    same: (await contentOf('own')) === content,
    isOpen: page.worker.shops.current?.facts.kind,
    left: (await disk.list('own/restoring')).length,
  }).toEqual({
    codes: [
      'backups.wrong_phrase',
      'backups.word_unknown',
      'backups.damaged',
      'backups.damaged',
      'backups.newer',
      'backups.not_a_backup',
      'backups.gone',
    ],
    reading: {fault: {code: 'backups.word_unknown', values: {position: 1}}, near: expect.arrayContaining(['abandon'])},
    same: true,
    isOpen: 'own',
    left: 0,
  });
});

test('a backup over a standing shop takes its place, and what stood there is put back by one more step', async () => {
  const disk = new MemoryDisk();
  const {page, phrase, file, content} = await backedUp(disk);
  await page.get('data.mutate', {calls: [remove]});
  const changed = await contentOf('own');
  const restored = await page.get('storage.restore', {file, phrase});
  const [after, state] = [await contentOf('own'), page.worker.shops.current?.safety?.state];
  const undone = await page.get('storage.goBack', {name: restored.before ?? ''});
  const {outside} = await page.get('storage.look', null);
  expect({
    after: after === content,
    state,
    undone: (await contentOf('own')) === changed,
    both: undone.before !== undefined,
    shelf: outside?.snapshots.map(({isOfBefore}) => isOfBefore),
    bugs: page.worker.bugs,
  }).toEqual({
    after: true,
    state: {savedN: 2, secured: true},
    undone: true,
    both: true,
    shelf: [false, true, true, true],
    bugs: [],
  });
});

test('a backup of another shop takes the place of mine, and mine comes back under its own key', async () => {
  const {page, phrase, file, content} = await backedUp(new MemoryDisk());
  await shut(page);
  emptyDesk();
  const mine = open(new MemoryDisk());
  await mine.get('shops.begin', null);
  const empty = await contentOf('own');
  const restored = await mine.get('storage.restore', {file, phrase});
  const theirs = await contentOf('own');
  await mine.get('storage.goBack', {name: restored.before ?? ''});
  expect([theirs === content, (await contentOf('own')) === empty]).toEqual([true, true]);
});

test('a restore and a backup that are stopped in the middle leave everything as it is', async () => {
  const disk = new MemoryDisk();
  const {page, phrase, file, content} = await backedUp(disk);
  const asked = [
    page.call('storage.restore', {file, phrase}),
    page.call('storage.backUp', {phrase}),
    page.call('storage.cancel', null),
  ];
  const [restore, second] = await Promise.all(asked);
  const backUp = page.call('storage.backUp', {phrase});
  await page.call('storage.cancel', null);
  expect({
    restore,
    second,
    backUp: await backUp,
    works: page.works.at(-1),
    same: (await contentOf('own')) === content,
    left: (await disk.list('own/restoring')).length,
  }).toEqual({
    restore: {ok: true, value: 'cancelled'},
    second: {ok: false, fault: {code: 'backups.busy', values: {}}},
    backUp: {ok: true, value: 'cancelled'},
    works: null,
    same: true,
    left: 0,
  });
});

test('a disk that is full, however late, refuses a restore in words and leaves the shop that stands', async () => {
  const first = await backedUp(new MemoryDisk());
  await shut(first.page);
  const ended = new Set<string>();
  for (let capacityBytes = 3_000; capacityBytes < 24_000; capacityBytes += 1_500) {
    emptyDesk();
    const page = open(new MemoryDisk({capacityBytes: roomLeftBytes + capacityBytes}));
    await ownShop(page);
    const content = await contentOf('own');
    const answer = await page.call('storage.restore', {file: first.file, phrase: first.phrase});
    const refused = answer.ok ? answer.value !== 'cancelled' && answer.value.refused : answer.fault;
    const code = typeof refused === 'object' ? refused.code : 'restored';
    const stands = (await contentOf('own')) === (refused ? content : first.content);
    ended.add(`${code} ${stands} ${page.worker.shops.current?.facts.kind}`);
    await shut(page);
  }
  expect([...ended]).toEqual(['backups.disk_full true own', 'restored true own']);
});

test('a full disk takes no snapshot, and says so', async () => {
  const page = open(new MemoryDisk({capacityBytes: 2_000}));
  await ownShop(page);
  expect(await page.call('storage.snapshot', null)).toEqual({
    ok: false,
    fault: {code: 'backups.disk_full', values: {}},
  });
});

test('a shop that could not be built anew any more makes way for its backup', async () => {
  const disk = new MemoryDisk();
  const {page, phrase, file, content} = await backedUp(disk);
  await page.get('storage.restore', {file, phrase});
  await shut(page);
  emptyDesk();
  for (const {path} of await disk.list('own/snapshots')) await disk.remove(path);
  const later = open(disk);
  const opened = await later.call('shops.open', {kind: 'own'});
  await later.get('storage.restore', {file, phrase});
  expect([opened, (await contentOf('own')) === content]).toEqual([
    {ok: false, fault: {code: 'store.not_recoverable', values: {}}},
    true,
  ]);
});
