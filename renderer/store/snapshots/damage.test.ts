import {beforeAll, expect, test} from 'vitest';
import {dice} from '#core/lib/dice.ts';
import {must} from '#core/lib/assert.ts';
import {headerBytes} from '#core/snapshot/header.ts';
import {trailerBytes} from '#core/snapshot/trailer.ts';
import type {Instant} from '#core/time/instant.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {SealedSnapshot} from './read-snapshot.ts';
import type {Secret} from './snapshot-cipher.ts';
import {sourceOfBlob} from './snapshot-source.ts';
import {demoSubject, madeAt, opened, snapshotOf, writeDemoShop} from './testing/demo-subject.ts';
import {outcomeOf} from './watch.ts';

let bytes: Uint8Array<ArrayBuffer>;
let older: Uint8Array<ArrayBuffer>;
let secret: Secret;
/** Where each chunk begins, and where the last one ends. */
let borders: number[];

beforeAll(async () => {
  emptyDesk();
  await writeDemoShop(20);
  const subject = await demoSubject();
  older = await bytesOf(await snapshotOf({...subject, madeAt: (madeAt - 1) as Instant}));
  const blob = await snapshotOf(subject);
  bytes = await bytesOf(blob);
  secret = subject.secret;
  subject.store.close();
  borders = [headerBytes];
  for (const chunk of (await opened(blob, secret)).manifest.chunks)
    borders.push(must(borders.at(-1), 'one') + chunk.bytes);
});

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** What reading it whole ends with: `whole`, or the code of its fault. */
async function reading(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const outcome = await outcomeOf(async () => {
    const sealed = await SealedSnapshot.open(sourceOfBlob(new Blob([file])));
    await sealed.verify({});
  });
  return outcome === 'cancelled' ? outcome : outcome.ok ? 'whole' : outcome.fault.code;
}

/** What opening every chunk ends with, when nothing was verified before. */
async function opening(file: Uint8Array<ArrayBuffer>, key: Secret = secret): Promise<string> {
  const outcome = await outcomeOf(async () => {
    const snapshot = await opened(new Blob([file]), key);
    for (const index of snapshot.manifest.chunks.keys()) await snapshot.records(index);
  });
  return outcome === 'cancelled' ? outcome : outcome.ok ? 'whole' : outcome.fault.code;
}

test('one byte changed anywhere is noticed: every tenth is tried, and all of both ends', async () => {
  const unnoticed: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const isAtEnd = at < headerBytes || at >= bytes.length - trailerBytes;
    if (at % 10 !== 0 && !isAtEnd) continue;
    const flipped = bytes.slice();
    flipped[at] = must(flipped[at], 'a byte') ^ (1 << (at % 8));
    // Without its first letters it is no snapshot at all.
    if ((await reading(flipped)) !== (at < 6 ? 'backups.not_a_backup' : 'backups.damaged')) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test('a file that was cut, at a chunk or anywhere, is refused', async () => {
  const chance = dice('cuts');
  const places = [...borders, ...Array.from({length: 100}, () => chance.integer(0, bytes.length - 1))];
  const said = new Set(await Promise.all(places.map((at) => reading(bytes.slice(0, at)))));
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  said.add(await reading(longer));
  expect([...said].filter((code) => code !== 'backups.not_a_backup')).toEqual(['backups.damaged']);
});

test('a chunk of an older snapshot, two chunks exchanged, or the end of another one are never taken for its own', async () => {
  const [first, second, third] = [borders[0], borders[1], borders[2]].map((at) => must(at, 'two chunks at least'));
  const swapped = bytes.slice();
  swapped.set(older.subarray(first, second), must(first, 'a border'));
  const exchanged = new Uint8Array(bytes.length);
  exchanged.set(bytes);
  exchanged.set(bytes.subarray(second, third), first);
  exchanged.set(bytes.subarray(first, second), must(first, 'a border') + must(third, 'one') - must(second, 'one'));
  const ending = bytes.slice();
  ending.set(older.subarray(borders.at(-1)), must(borders.at(-1), 'a border'));
  const all = [swapped, exchanged, ending];
  expect([
    await Promise.all(all.map((file) => reading(file))),
    await Promise.all(all.map((file) => opening(file))),
  ]).toEqual([all.map(() => 'backups.damaged'), all.map(() => 'backups.damaged')]);
});

test('with another key it is told that the snapshot is of another shop', async () => {
  const other: Secret = {sealedUnder: 'shop', bytes: new Uint8Array(32)};
  expect([await opening(bytes), await opening(bytes, other)]).toEqual(['whole', 'backups.other_shop']);
});

test('what is no snapshot is told from a damaged one, and a newer form from both', async () => {
  const newer = bytes.slice();
  newer[6] = 2;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', newer.subarray(0, headerBytes - 8)));
  newer.set(sum.subarray(0, 8), headerBytes - 8);
  const texts = ['', 'order,total\n1,2\n', 'x'.repeat(5_000)].map((text) => new TextEncoder().encode(text));
  expect(await Promise.all([newer, ...texts].map((file) => reading(file)))).toEqual([
    'backups.newer',
    'backups.not_a_backup',
    'backups.not_a_backup',
    'backups.not_a_backup',
  ]);
});
