import {beforeAll, expect, test} from 'vitest';
import {storeVersion} from '#core/schema.ts';
import {must} from '#core/lib/assert.ts';
import {phraseOf} from '#core/snapshot/recovery-phrase.ts';
import {DexieStore} from '../dexie-store.ts';
import {databaseOf} from '../database-name.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {backUp, inspectBackup, newPhrase, restoreBackup} from './backup-file.ts';
import {
  allOf,
  demoSubject,
  digestOf,
  inRaw,
  keeping,
  madeAt,
  snapshotOf,
  writeDemoShop,
} from './testing/demo-subject.ts';
import type {Subject} from './take-snapshot.ts';

const phrase = newPhrase('zh-CN');
const other = phraseOf(new Uint8Array(16).fill(8), 'en');

let subject: Subject;
let file: Blob;

beforeAll(async () => {
  emptyDesk();
  await writeDemoShop(200);
  subject = await demoSubject();
  const sink = keeping();
  await backUp(subject, phrase, sink, {});
  file = sink.blob();
});

function into(name: string) {
  return {name, incarnation: 'second', watch: {}};
}

test('a backup tells what it holds to whoever has it, and nothing personal', async () => {
  const outcome = await inspectBackup(file, {});
  const {counts, ...facts} = outcome !== 'cancelled' && outcome.ok ? outcome.value : {counts: []};
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  expect([facts, counts.find(({store}) => store === 'pageHeads'), /Kranich|example\.com/.test(text)]).toEqual([
    {shop: 'demo', madeAt, storeVersion, n: 0, bytes: file.size},
    {store: 'pageHeads', records: 1},
    false,
  ]);
});

test('with its phrase it is the shop again, under the same key and as a new incarnation', async () => {
  const outcome = await restoreBackup(file, phrase.replaceAll(' ', ''), into('second'));
  const rows = ['orders', 'businesses', 'pageRows'] as const;
  const lookAt = (name: string) => inRaw(name, (db) => Promise.all(rows.map((row) => allOf(db, row))));
  const store = new DexieStore('second');
  const key = await store.read((tx) => tx.meta('shopKey'));
  const incarnation = await store.inDatabase('readonly', async (transaction) => {
    const request = transaction.objectStore('meta').get('incarnation');
    return new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  });
  store.close();
  const same = JSON.stringify(await lookAt('second')) === JSON.stringify(await lookAt(databaseOf('demo')));
  expect([outcome !== 'cancelled' && outcome.ok, key, incarnation, same]).toEqual([
    true,
    subject.secret.bytes,
    'second',
    true,
  ]);
  expect(await digestOf('second')).not.toBe(await digestOf(databaseOf('demo')));
});

test('a wrong phrase, a mistyped one and a damaged file are told apart', async () => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[500] = must(bytes[500], 'a byte') ^ 1;
  const codes = [
    await restoreBackup(file, other, into('a')),
    await restoreBackup(file, other.replace('\u0020', ' z'), into('a')),
    await restoreBackup(new Blob([bytes]), phrase, into('a')),
    await restoreBackup(new Blob([bytes]), other, into('a')),
    await restoreBackup(await snapshotOf(subject), phrase, into('a')),
    await inspectBackup(new Blob(['a,b\n1,2\n']), {}),
  ].map((outcome) => (outcome !== 'cancelled' && !outcome.ok ? outcome.fault : outcome));
  expect(codes).toEqual([
    {code: 'backups.wrong_phrase', values: {}},
    {code: 'backups.word_unknown', values: {position: 2}},
    {code: 'backups.damaged', values: {}},
    {code: 'backups.wrong_phrase', values: {}},
    {code: 'backups.not_a_backup', values: {}},
    {code: 'backups.not_a_backup', values: {}},
  ]);
});

test('one that is stopped says so', async () => {
  const stop = new AbortController();
  stop.abort();
  const outcomes = [
    await backUp(subject, phrase, keeping(), {signal: stop.signal}),
    await inspectBackup(file, {signal: stop.signal}),
    await restoreBackup(file, phrase, {...into('b'), watch: {signal: stop.signal}}),
  ];
  expect(outcomes).toEqual(['cancelled', 'cancelled', 'cancelled']);
});
