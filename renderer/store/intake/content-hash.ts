import {base64url} from '#core/lib/hash.ts';

/** Bytes of a file that are hashed, packed and kept as one. For ever: ids of files depend on it. */
export const partBytes = 2 ** 20;

/**
 * The identity of a file's bytes: SHA-256 over the SHA-256 of each of its parts, in base64url. Parts, because the browser's
 * hash takes whole buffers only, and a file may be larger than memory.
 */
export class ContentHash {
  readonly #parts: Uint8Array[] = [];

  async add(part: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#parts.push(await sha256(part));
  }

  async end(): Promise<string> {
    const hashes = new Uint8Array(this.#parts.length * 32);
    for (const [at, hash] of this.#parts.entries()) hashes.set(hash, at * 32);
    return base64url(await sha256(hashes));
  }
}

/** The parts of a file, read one after the other. */
export async function* partsOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < blob.size; from += partBytes) {
    yield new Uint8Array(await blob.slice(from, from + partBytes).arrayBuffer());
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
