import type {ShopKind} from '../journal/marker.ts';
import {type Shape, type Shaped, check, integer, list, object, oneOf, pattern, text} from '../lib/shape.ts';
import {type Instant, instant} from '../time/instant.ts';
import {ByteReader} from './byte-reader.ts';
import {ByteWriter} from './byte-writer.ts';
import {damaged} from './refusal.ts';
import {decodeValue, encodeValue} from './value-codec.ts';

const kinds = ['demo', 'own'] as const satisfies readonly ShopKind[];
const chunksMax = 100_000;
const storesMax = 1_000;
/** 32 bytes as base64url. */
const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const storeName = text({min: 1, max: 80});

const position = object({n: integer({min: 0}), hash: text({max: 200})});
/** A chunk as it lies in the file: of which object store, how many records, its packed and sealed bytes and their SHA-256. */
const chunk = object({
  store: storeName,
  kind: oneOf(['records', 'keyedRecords', 'goneKeys']),
  records: integer({min: 0}),
  bytes: integer({min: 0}),
  sha: hash,
});

/** What a snapshot says of itself, in clear and sealed against change. Nothing personal: anybody who has the file reads it. */
const manifest = object({
  shop: oneOf(kinds),
  madeAt: integer(),
  storeVersion: integer({min: 1, max: 100_000}),
  /** Number of the last mutation in it. */
  n: integer({min: 0}),
  position,
  incarnation: text({max: 200}),
  counts: list(object({store: storeName, records: integer({min: 0})}), {max: storesMax}),
  chunks: list(chunk, {max: chunksMax}),
  /** Bytes of records before they were packed: what a restore has to write. */
  plainBytes: integer({min: 0}),
});

export type Manifest = Omit<Shaped<typeof manifest>, 'madeAt'> & {readonly madeAt: Instant};
export type ChunkFacts = Manifest['chunks'][number];
export type ChunkKind = ChunkFacts['kind'];

/** Where the journal stood: the last mutation in the store and the hash of the chain behind it, opaque here. */
export type JournalPosition = Manifest['position'];

export function encodeManifest(of: Manifest): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  encodeValue(writer, of);
  return writer.take();
}

export function decodeManifest(bytes: Uint8Array): Manifest {
  const reader = new ByteReader(bytes);
  const checked = check(manifest as Shape<Shaped<typeof manifest>>, decodeValue(reader));
  const madeAt = checked.ok ? instant(checked.value.madeAt) : checked;
  if (!checked.ok || !madeAt.ok || reader.left > 0) throw damaged();
  return {...checked.value, madeAt: madeAt.value};
}
