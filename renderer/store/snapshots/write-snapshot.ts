import {base64url} from '#core/lib/hash.ts';
import type {PlainChunk} from '#core/snapshot/chunk-content.ts';
import {encodeHeader, idBytes} from '#core/snapshot/header.ts';
import {type ChunkFacts, type Manifest, encodeManifest} from '#core/snapshot/manifest.ts';
import {encodeTrailer} from '#core/snapshot/trailer.ts';
import {gzipped} from './gzipped.ts';
import {type Secret, type SnapshotCipher, snapshotCipher} from './snapshot-cipher.ts';
import type {SnapshotSink} from './snapshot-source.ts';

/** What a snapshot says of itself beside what its writer counts. */
export type SnapshotFacts = Omit<Manifest, 'chunks' | 'counts' | 'plainBytes'>;

/** Packs, seals and writes chunks in their order. */
export class SnapshotWriter {
  readonly #sink: SnapshotSink;
  readonly #cipher: SnapshotCipher;
  readonly #header: Uint8Array<ArrayBuffer>;
  readonly #chunks: ChunkFacts[] = [];
  readonly #counts = new Map<string, number>();
  #plainBytes = 0;

  private constructor(sink: SnapshotSink, cipher: SnapshotCipher, header: Uint8Array<ArrayBuffer>) {
    this.#sink = sink;
    this.#cipher = cipher;
    this.#header = header;
  }

  static async begin(sink: SnapshotSink, secret: Secret): Promise<SnapshotWriter> {
    const id = crypto.getRandomValues(new Uint8Array(idBytes));
    const cipher = await snapshotCipher(secret, id);
    const header = encodeHeader({sealedUnder: secret.sealedUnder, id, check: cipher.check});
    await sink.write(header);
    return new SnapshotWriter(sink, cipher, header);
  }

  async add({store, kind, records, bytes}: PlainChunk): Promise<void> {
    const sealed = await this.#cipher.sealChunk(this.#header, this.#chunks.length, await gzipped(bytes));
    const sha = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', sealed)));
    this.#chunks.push({store, kind, records, bytes: sealed.length, sha});
    this.#counts.set(store, (this.#counts.get(store) ?? 0) + (kind === 'goneKeys' ? -records : records));
    this.#plainBytes += bytes.length;
    await this.#sink.write(sealed);
  }

  /** Counts a store in which there may be nothing. */
  count(store: string): void {
    this.#counts.set(store, this.#counts.get(store) ?? 0);
  }

  async end(facts: SnapshotFacts): Promise<Manifest> {
    const counts = [...this.#counts].map(([store, records]) => ({store, records}));
    const manifest = {...facts, counts, chunks: this.#chunks, plainBytes: this.#plainBytes};
    const bytes = encodeManifest(manifest);
    const seal = await this.#cipher.sealManifest(this.#header, bytes);
    await this.#sink.write(bytes);
    await this.#sink.write(encodeTrailer({header: this.#header, manifest: bytes, seal}));
    return manifest;
  }
}
