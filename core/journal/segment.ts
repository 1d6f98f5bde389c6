import {base64url, fromBase64url} from '../lib/hash.ts';
import {crc32c} from './crc32c.ts';
import {type Entry, type Position, entryBytesMax, hashBehind, hashBytes} from './entry.ts';

/**
 * A segment is a header and records, all numbers little-endian:
 * header: `TWJRNL1\n`, the number before the first record (u64), the hash there (32 bytes), CRC32C of all that (u32);
 * record: length of the payload (u32), CRC32C of length, hash and payload (u32), hash behind it (32 bytes), payload.
 */
const magic = [...'TWJRNL1\n'].map((letter) => letter.charCodeAt(0));
const numberAt = 8;
const hashAt = 16;
const headerCrcAt = 48;
export const headerBytes = 52;

const crcAt = 4;
const recordHashAt = 8;
export const recordHeadBytes = 40;

export interface Segment {
  /** Where it begins. */
  readonly base: Position;
  readonly entries: readonly Entry[];
  /** Bytes up to the end of the last whole record. What follows, if anything, is no record. */
  readonly end: number;
}

export function encodeHeader({n, hash}: Position): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setBigUint64(numberAt, BigInt(n), true);
  bytes.set(fromBase64url(hash), hashAt);
  view.setUint32(headerCrcAt, crc32c(bytes.subarray(0, headerCrcAt)), true);
  return bytes;
}

export function recordBytes({bytes}: Entry): number {
  return recordHeadBytes + bytes.length;
}

/** Writes the record of an entry into `to` and says where it ends. */
export function encodeRecord({hash, bytes}: Entry, to: Uint8Array<ArrayBuffer>, at: number): number {
  const view = new DataView(to.buffer, to.byteOffset);
  view.setUint32(at, bytes.length, true);
  to.set(fromBase64url(hash), at + recordHashAt);
  to.set(bytes, at + recordHeadBytes);
  const end = at + recordHeadBytes + bytes.length;
  view.setUint32(at + crcAt, crcOf(to, at, end), true);
  return end;
}

/** Everything of a segment that is sound, up to the first byte that is not; undefined where its header is not. */
export function decodeSegment(bytes: Uint8Array<ArrayBuffer>): Segment | undefined {
  const base = decodeHeader(bytes);
  if (!base) return undefined;

  const entries: Entry[] = [];
  let before = base;
  let end = headerBytes;
  for (;;) {
    const entry = decodeRecord(bytes, end, before);
    if (!entry) return {base, entries, end};
    entries.push(entry);
    before = entry;
    end += recordBytes(entry);
  }
}

function decodeHeader(bytes: Uint8Array<ArrayBuffer>): Position | undefined {
  if (bytes.length < headerBytes || magic.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(headerCrcAt, true) !== crc32c(bytes.subarray(0, headerCrcAt))) return undefined;
  const n = Number(view.getBigUint64(numberAt, true));
  return Number.isSafeInteger(n) ? {n, hash: base64url(bytes.subarray(hashAt, headerCrcAt))} : undefined;
}

function decodeRecord(bytes: Uint8Array<ArrayBuffer>, at: number, before: Position): Entry | undefined {
  if (at + recordHeadBytes > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(at, true);
  const end = at + recordHeadBytes + length;
  if (length > entryBytesMax || end > bytes.length) return undefined;
  if (view.getUint32(at + crcAt, true) !== crcOf(bytes, at, end)) return undefined;

  const payload = bytes.slice(at + recordHeadBytes, end);
  const hash = base64url(bytes.subarray(at + recordHashAt, at + recordHashAt + hashBytes));
  return hash === hashBehind(before, payload) ? {n: before.n + 1, hash, bytes: payload} : undefined;
}

/** Of a whole record without the field that holds it. */
function crcOf(bytes: Uint8Array, at: number, end: number): number {
  return crc32c(bytes.subarray(at + recordHashAt, end), crc32c(bytes.subarray(at, at + crcAt)));
}
