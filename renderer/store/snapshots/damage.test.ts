import {beforeAll, expect, test} from 'vitest';
import {dice} from '#core/lib/dice.ts';
import {must} from '#core/lib/assert.ts';
import {encodeHeader, headerBytes, idBytes} from '#core/snapshot/header.ts';
import {type Manifest, decodeManifest, encodeManifest} from '#core/snapshot/manifest.ts';
import {encodeTrailer, sealBytes, trailerBytes} from '#core/snapshot/trailer.ts';
import type {Instant} from '#core/time/instant.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {SealedSnapshot} from './read-snapshot.ts';
import {type Secret, snapshotCipher} from './snapshot-cipher.ts';
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

/** What somebody without the key can do: another manifest, more bytes in front of it, and sums that fit. */
function forged(change: (manifest: Manifest) => Manifest, more = 0): Uint8Array<ArrayBuffer> {
  const end = bytes.length - trailerBytes;
  const start = must(borders.at(-1), 'a border');
  const header = bytes.slice(0, headerBytes);
  const manifest = encodeManifest(change(decodeManifest(bytes.subarray(start, end))));
  const seal = bytes.slice(end, end + sealBytes);
  const parts = [bytes.subarray(0, start), new Uint8Array(more), manifest, encodeTrailer({header, manifest, seal})];
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

test('a manifest that fits its sums and was written by somebody else is refused as soon as the key is there', async () => {
  const reversed = ({chunks, ...rest}: Manifest): Manifest => ({...rest, chunks: chunks.toReversed()});
  const files = [
    bytes,
    forged((manifest) => ({...manifest, n: manifest.n + 1})),
    forged(({chunks, ...rest}) => ({...rest, chunks: chunks.map((chunk) => ({...chunk, records: 0}))})),
    forged(reversed),
  ];
  expect([await reading(must(files[1], 'one')), await Promise.all(files.map((file) => opening(file)))]).toEqual([
    'whole',
    ['whole', 'backups.damaged', 'backups.damaged', 'backups.damaged'],
  ]);
});

test('bytes that no chunk and no manifest names are refused', async () => {
  const unchanged = (manifest: Manifest): Manifest => manifest;
  const one = ({chunks, ...rest}: Manifest): Manifest => ({...rest, chunks: chunks.slice(1)});
  expect([await reading(forged(unchanged, 1)), await reading(forged(one))]).toEqual([
    'backups.damaged',
    'backups.damaged',
  ]);
});

test('what was sealed for one place of one snapshot opens nowhere else, even under the same key', async () => {
  const id = new Uint8Array(idBytes).fill(1);
  const cipher = await snapshotCipher(secret, id);
  const header = encodeHeader({sealedUnder: 'shop', id, check: cipher.check});
  const other = encodeHeader({sealedUnder: 'phrase', id, check: cipher.check});
  const sealed = await cipher.sealChunk(header, 0, new Uint8Array([1, 2, 3]));
  const opens = (of: Uint8Array, index: number) => outcomeOf(() => cipher.openChunk(of, index, sealed));
  const damaged = {ok: false, fault: {code: 'backups.damaged', values: {}}};
  expect([await opens(header, 0), await opens(header, 1), await opens(other, 0)]).toEqual([
    {ok: true, value: new Uint8Array([1, 2, 3])},
    damaged,
    damaged,
  ]);
});
