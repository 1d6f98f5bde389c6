import {headerBytes} from './header.ts';

/** Stands where a chunk's index would: no snapshot has so many chunks. */
export const manifestIndex = 0xffff_ffff;

/** The nonce of a chunk. It is used once: each snapshot has a key of its own, derived with its id. */
export function nonceOf(index: number): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, index);
  return nonce;
}

/** What sealed bytes are bound to: this snapshot's header, this place in it, and the manifest where it is sealed. */
export function bindingOf(
  header: Uint8Array,
  index: number,
  manifest: Uint8Array = new Uint8Array(),
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + 4 + manifest.length);
  bytes.set(header);
  new DataView(bytes.buffer).setUint32(headerBytes, index);
  bytes.set(manifest, headerBytes + 4);
  return bytes;
}
