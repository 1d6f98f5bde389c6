import {hashBytes} from '../lib/hash.ts';
import {damaged} from './refusal.ts';

/** Bytes of an AES-GCM tag. */
export const sealBytes = 16;
const magic = new TextEncoder().encode('TWSEND\r\n');
const sumBytes = 32;
/** What stands behind the manifest: its seal, a sum over header, manifest and seal, the manifest's length, and the end. */
export const trailerBytes = sealBytes + sumBytes + 4 + magic.length;
const lengthAt = sealBytes + sumBytes;
const manifestBytesMax = 32 * 1024 * 1024;

export interface Ending {
  readonly header: Uint8Array;
  readonly manifest: Uint8Array;
  /** Shows to whoever has the key that nobody changed header or manifest. */
  readonly seal: Uint8Array;
}

export function encodeTrailer({header, manifest, seal}: Ending): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(trailerBytes);
  bytes.set(seal);
  bytes.set(sumOf({header, manifest, seal}), sealBytes);
  new DataView(bytes.buffer).setUint32(lengthAt, manifest.length, true);
  bytes.set(magic, lengthAt + 4);
  return bytes;
}

/** Where the manifest begins in a file of so many bytes whose last ones are these. */
export function manifestStart(trailer: Uint8Array, fileBytes: number): number {
  if (trailer.length !== trailerBytes || !magic.every((byte, at) => byte === trailer[lengthAt + 4 + at])) {
    throw damaged();
  }
  const length = new DataView(trailer.buffer, trailer.byteOffset).getUint32(lengthAt, true);
  const start = fileBytes - trailerBytes - length;
  if (length > manifestBytesMax || start < 0) throw damaged();
  return start;
}

/** The seal of a manifest whose bytes, and those of its header, are what was written. */
export function sealOf(trailer: Uint8Array, header: Uint8Array, manifest: Uint8Array): Uint8Array<ArrayBuffer> {
  const seal = trailer.slice(0, sealBytes);
  const isWhole = sumOf({header, manifest, seal}).every((byte, at) => byte === trailer[sealBytes + at]);
  if (!isWhole) throw damaged();
  return seal;
}

function sumOf({header, manifest, seal}: Ending): Uint8Array {
  const all = new Uint8Array(header.length + manifest.length + seal.length);
  all.set(header);
  all.set(manifest, header.length);
  all.set(seal, header.length + manifest.length);
  return hashBytes(all);
}
