import {assert} from '../lib/assert.ts';
import {base64url, fromBase64url, hashChain} from '../lib/hash.ts';
import {utf8} from '../lib/utf8.ts';

/** A place in a log: number `n`, and the hash of everything up to it. Equal places have equal hashes, whoever computed them. */
export interface Position {
  readonly n: number;
  /** 43 base64url letters. */
  readonly hash: string;
}

/** One mutation as it is journalled: its bytes, and the place behind it. */
export interface Entry extends Position {
  /** The mutation as UTF-8 JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const hashBytes = 32;

/** One entry is written at once. The arguments of a mutation stay far below. */
export const entryBytesMax = 32 * 1024 * 1024;

/** Where the log of a new shop begins. */
export const beginning: Position = {n: 0, hash: base64url(new Uint8Array(hashBytes))};

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** The host's SHA-256. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** Asking the host costs more than hashing so many bytes here. */
const longBytes = 65_536;

/** The entry of a value behind a place: `hash = SHA-256(hash before || bytes)`. The same value gives the same entry again. */
export function entryOf(before: Position, value: unknown): Entry {
  const bytes = bytesOf(value);
  return {n: before.n + 1, hash: hashBehind(before, bytes), bytes};
}

/** The same; a long one is hashed by the host, ten times as fast. Not within a transaction, which would end meanwhile. */
export async function entryAhead(before: Position, value: unknown, sha256: Sha256): Promise<Entry> {
  const bytes = bytesOf(value);
  if (bytes.length < longBytes) return {n: before.n + 1, hash: hashBehind(before, bytes), bytes};

  const chained = new Uint8Array(hashBytes + bytes.length);
  chained.set(fromBase64url(before.hash));
  chained.set(bytes, hashBytes);
  return {n: before.n + 1, hash: base64url(await sha256(chained)), bytes};
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = utf8(JSON.stringify(value));
  assert(bytes.length <= entryBytesMax, 'a mutation that fits into the journal');
  return bytes;
}

export function hashBehind({hash}: Position, bytes: Uint8Array): string {
  return base64url(hashChain(fromBase64url(hash), bytes));
}

/** The value an entry was made of; throws on bytes that were none. */
export function valueOf({bytes}: Entry): unknown {
  return JSON.parse(decoder.decode(bytes));
}
