import {expect, test} from 'vitest';
import {type Shape, check} from '../lib/shape.ts';
import {shopManifest, tieredChunk} from './shop-chunks.ts';
import {chunkFacts, chunkRowsMax, chunkUnitsAbout, genesisManifest} from './snapshot.ts';

const sha = 'aZ0-_'.repeat(9).slice(0, 43);
const facts = {sha, table: 'orders', rows: 1, bytes: 1};
const tiered = {...facts, tier: 'hot'};
const manifest = {epoch: 1, seq: 0, hash: sha, chunks: [tiered]};

function taken(shape: Shape<unknown>, values: readonly unknown[]): readonly boolean[] {
  return values.map((value) => check(shape, value).ok);
}

/** The same value with one field wrong in each. */
function wrong(value: object, fields: Readonly<Record<string, readonly unknown[]>>): readonly unknown[] {
  return Object.entries(fields).flatMap(([field, values]) => [
    ...values.map((one) => ({...value, [field]: one})),
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== field)),
  ]);
}

const badHashes = [sha.slice(1), `${sha}A`, `${sha.slice(1)}+`, `+${sha.slice(1)}`, `${sha}\n`, 7];
const badFacts = {
  sha: badHashes,
  table: ['', 'x'.repeat(61), 7],
  rows: [0, chunkRowsMax + 1, 1.5],
  bytes: [0, 1.5],
};

test('a chunk is taken for one as long as its facts can be true', () => {
  const good = [facts, {...facts, table: 'x'.repeat(60)}, {...facts, rows: chunkRowsMax}];
  const bad = [...wrong(facts, badFacts), {...facts, tier: 'hot'}];
  expect([chunkRowsMax, chunkUnitsAbout, taken(chunkFacts, good), taken(chunkFacts, bad)]).toEqual([
    256,
    262_144,
    good.map(() => true),
    bad.map(() => false),
  ]);
});

test('the master says of a chunk also whether a desk needs it before it can be worked with', () => {
  const good = [tiered, {...tiered, tier: 'cold'}, {...tiered, table: 'x'.repeat(60)}, {...tiered, rows: 256}];
  const bad = wrong(tiered, {...badFacts, tier: ['', 'warm']});
  expect([taken(tieredChunk, good), taken(tieredChunk, bad)]).toEqual([good.map(() => true), bad.map(() => false)]);
});

test('a shop stands at a place of its log and has as many chunks as anybody could want', () => {
  const many = (count: number): readonly object[] => Array<object>(count).fill(tiered);
  const good = [manifest, {...manifest, chunks: []}, {...manifest, chunks: many(100_000)}];
  const bad = [
    ...wrong(manifest, {epoch: [0, 1.5], seq: [-1], hash: badHashes, chunks: [[{}], many(100_001)]}),
    {...manifest, more: 1},
  ];
  const genesis = [{chunks: []}, {chunks: Array(100_000).fill(facts)}, {chunks: Array(100_001).fill(facts)}, {}];
  expect([taken(shopManifest, good), taken(shopManifest, bad), taken(genesisManifest, genesis)]).toEqual([
    good.map(() => true),
    bad.map(() => false),
    [true, true, false, false],
  ]);
});
