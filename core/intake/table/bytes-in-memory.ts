import type {ByteSource} from '../byte-source.ts';

/** A file that is already here as a whole. */
export function memorySource(name: string, bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (from, below) => Promise.resolve(bytes.slice(from, below)),
    stamp: () => Promise.resolve(String(bytes.length)),
  };
}
