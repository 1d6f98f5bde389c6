import {hashBytes} from '../lib/hash.ts';
import {Refusal, damaged} from './refusal.ts';

/** Number of the form of the whole file. Every form to come begins with a header of this length and sum. */
export const formatVersion = 1;
export const idBytes = 16;
export const checkBytes = 16;

/** Under what a snapshot is sealed: the shop's own key, or a person's recovery phrase. */
export type SealedUnder = 'shop' | 'phrase';

/** The first bytes of every snapshot, in clear. */
export interface Header {
  readonly sealedUnder: SealedUnder;
  /** Random, never used twice: the keys of a snapshot are derived with it. */
  readonly id: Uint8Array<ArrayBuffer>;
  /** Derived from the same secret as the key, and tells a wrong secret from a damaged file. */
  readonly check: Uint8Array<ArrayBuffer>;
}

const magic = new TextEncoder().encode('TWSNAP');
const formatAt = magic.length;
const underAt = formatAt + 1;
const idAt = underAt + 1;
const checkAt = idAt + idBytes;
const sumAt = checkAt + checkBytes;
const sumBytes = 8;
export const headerBytes = sumAt + sumBytes;

const under: readonly SealedUnder[] = ['shop', 'phrase'];

export function encodeHeader({sealedUnder, id, check}: Header): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes);
  bytes.set(magic);
  bytes[formatAt] = formatVersion;
  bytes[underAt] = under.indexOf(sealedUnder);
  bytes.set(id, idAt);
  bytes.set(check, checkAt);
  bytes.set(sumOf(bytes), sumAt);
  return bytes;
}

/** Refuses what is no snapshot, a damaged header, and a newer form, each by its own fault. */
export function decodeHeader(bytes: Uint8Array): Header {
  if (!magic.every((byte, at) => byte === bytes[at])) throw new Refusal('backups.not_a_backup');
  if (bytes.length < headerBytes || !sumOf(bytes).every((byte, at) => byte === bytes[sumAt + at])) throw damaged();
  if (bytes[formatAt] !== formatVersion) throw new Refusal('backups.newer');

  const sealedUnder = under[bytes[underAt] ?? -1];
  if (!sealedUnder) throw damaged();
  return {sealedUnder, id: bytes.slice(idAt, checkAt), check: bytes.slice(checkAt, sumAt)};
}

function sumOf(bytes: Uint8Array): Uint8Array {
  return hashBytes(bytes.subarray(0, sumAt)).subarray(0, sumBytes);
}
