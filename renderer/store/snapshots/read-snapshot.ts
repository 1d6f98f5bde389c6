import {base64url} from '#core/lib/hash.ts';
import {must} from '#core/lib/assert.ts';
import {type PlainChunk, type StoredRecord, recordsOf} from '#core/snapshot/chunk-content.ts';
import {type Header, decodeHeader, headerBytes} from '#core/snapshot/header.ts';
import {type ChunkFacts, type Manifest, decodeManifest} from '#core/snapshot/manifest.ts';
import {Refusal, damaged} from '#core/snapshot/refusal.ts';
import {manifestStart, sealOf, trailerBytes} from '#core/snapshot/trailer.ts';
import {gunzipped} from './gzipped.ts';
import {type Secret, type SnapshotCipher, snapshotCipher} from './snapshot-cipher.ts';
import type {SnapshotSource} from './snapshot-source.ts';
import type {Watch} from './watch.ts';

interface Ends {
  readonly header: Uint8Array;
  readonly manifest: Uint8Array;
  readonly seal: Uint8Array<ArrayBuffer>;
}

/** A snapshot whose ends were read: what it says of itself, and its chunks as they lie there. Needs no key. */
export class SealedSnapshot {
  readonly manifest: Manifest;
  readonly header: Header;
  readonly #source: SnapshotSource;
  readonly #ends: Ends;
  readonly #starts: readonly number[];

  private constructor(source: SnapshotSource, header: Header, ends: Ends) {
    this.#source = source;
    this.#ends = ends;
    this.header = header;
    this.manifest = decodeManifest(ends.manifest);
    const starts = [headerBytes];
    for (const {bytes} of this.manifest.chunks) starts.push((starts.at(-1) ?? 0) + bytes);
    this.#starts = starts;
    if (starts.at(-1) !== source.bytes - trailerBytes - ends.manifest.length) throw damaged();
  }

  /** Reads the header and the manifest; refuses what is no snapshot, damaged at its ends, or of a newer form. */
  static async open(source: SnapshotSource): Promise<SealedSnapshot> {
    const first = await source.read(0, Math.min(headerBytes, source.bytes));
    const header = decodeHeader(first);
    if (source.bytes < headerBytes + trailerBytes) throw damaged();
    const end = source.bytes - trailerBytes;
    const trailer = await source.read(end, source.bytes);
    const start = manifestStart(trailer, source.bytes);
    if (start < headerBytes) throw damaged();
    const manifest = await source.read(start, end);
    return new SealedSnapshot(source, header, {header: first, manifest, seal: sealOf(trailer, first, manifest)});
  }

  /** Reads every byte and compares it with the manifest. */
  async verify(watch: Watch): Promise<void> {
    for (const index of this.manifest.chunks.keys()) {
      watch.signal?.throwIfAborted();
      await this.packedChunk(index);
      watch.tell?.((this.#starts[index + 1] ?? 0) / this.#source.bytes);
    }
  }

  /** With the secret its records can be read. Refuses another secret, and a manifest that others have written. */
  async unlock(secret: Secret): Promise<OpenSnapshot> {
    const wrong = new Refusal(this.header.sealedUnder === 'phrase' ? 'backups.wrong_phrase' : 'backups.other_shop');
    if (secret.sealedUnder !== this.header.sealedUnder) throw wrong;
    const cipher = await snapshotCipher(secret, this.header.id);
    if (!cipher.check.every((byte, at) => byte === this.header.check[at])) throw wrong;
    await cipher.openManifest(this.#ends.header, this.#ends.manifest, this.#ends.seal);
    return new OpenSnapshot(this, cipher, this.#ends.header);
  }

  async packedChunk(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = must(this.#starts[index], 'a chunk of this snapshot');
    const {bytes, sha} = chunkAt(this.manifest, index);
    const sealed = await this.#source.read(from, from + bytes);
    if (base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', sealed))) !== sha) throw damaged();
    return sealed;
  }
}

export class OpenSnapshot {
  readonly manifest: Manifest;
  readonly #sealed: SealedSnapshot;
  readonly #cipher: SnapshotCipher;
  readonly #header: Uint8Array;

  constructor(sealed: SealedSnapshot, cipher: SnapshotCipher, header: Uint8Array) {
    this.manifest = sealed.manifest;
    this.#sealed = sealed;
    this.#cipher = cipher;
    this.#header = header;
  }

  async records(index: number): Promise<readonly StoredRecord[]> {
    return recordsOf(await this.#bytes(index), chunkAt(this.manifest, index));
  }

  /** The chunk as it was before it was packed and sealed. */
  async plain(index: number): Promise<PlainChunk> {
    const {store, kind, records} = chunkAt(this.manifest, index);
    return {store, kind, records, bytes: await this.#bytes(index)};
  }

  async #bytes(index: number): Promise<Uint8Array<ArrayBuffer>> {
    return gunzipped(await this.#cipher.openChunk(this.#header, index, await this.#sealed.packedChunk(index)));
  }
}

function chunkAt({chunks}: Manifest, index: number): ChunkFacts {
  return must(chunks[index], 'a chunk of this snapshot');
}
