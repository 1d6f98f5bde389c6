import {ByteReader} from './byte-reader.ts';
import {ByteWriter} from './byte-writer.ts';
import type {ChunkFacts, ChunkKind} from './manifest.ts';
import {damaged} from './refusal.ts';
import {type FieldOrder, decodeValue, encodeValue} from './value-codec.ts';

/** A chunk is closed when it has so many bytes; the last record may make it longer. */
export const chunkBytes = 1024 * 1024;

/** Longer than any record with those before it: what would unpack to more is refused. */
export const chunkBytesMax = 256 * 1024 * 1024;

/** Some records of one object store before they are packed and sealed. */
export interface PlainChunk {
  readonly store: string;
  readonly kind: ChunkKind;
  readonly records: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A record on its way into a store; without a key where the store finds it in the value. */
export interface StoredRecord {
  readonly key?: unknown;
  readonly value: unknown;
}

/** Takes records of one object store and gives them back as chunks. Synchronous: it works inside of transactions. */
export class ChunkFiller {
  readonly #store: string;
  readonly #kind: ChunkKind;
  readonly #order: FieldOrder;
  readonly #writer = new ByteWriter();
  #records = 0;

  constructor(store: string, kind: ChunkKind, order: FieldOrder = 'asItIs') {
    this.#store = store;
    this.#kind = kind;
    this.#order = order;
  }

  /** Bytes that wait for the chunk to be full. */
  get length(): number {
    return this.#writer.length;
  }

  /** Answers a chunk as often as one is full. */
  add(key: unknown, value: unknown): PlainChunk | undefined {
    if (this.#kind !== 'records') encodeValue(this.#writer, key, this.#order);
    if (this.#kind !== 'goneKeys') encodeValue(this.#writer, value, this.#order);
    this.#records += 1;
    return this.#writer.length >= chunkBytes ? this.#close() : undefined;
  }

  /** What is left, if anything is. */
  end(): PlainChunk | undefined {
    return this.#records > 0 ? this.#close() : undefined;
  }

  #close(): PlainChunk {
    const chunk = {store: this.#store, kind: this.#kind, records: this.#records, bytes: this.#writer.take()};
    this.#records = 0;
    return chunk;
  }
}

/** The records of a chunk, exactly as many as its facts say and not a byte more. */
export function recordsOf(bytes: Uint8Array, {kind, records}: ChunkFacts): readonly StoredRecord[] {
  const reader = new ByteReader(bytes);
  const found: StoredRecord[] = [];
  for (let left = records; left > 0; left -= 1) {
    const key = kind === 'records' ? undefined : decodeValue(reader);
    const value = kind === 'goneKeys' ? undefined : decodeValue(reader);
    found.push(kind === 'records' ? {value} : {key, value});
  }
  if (reader.left > 0) throw damaged();
  return found;
}
