import {damaged} from './refusal.ts';

// Bytes that are no UTF-8 become another text: that they are what was written is known from their seal.
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
const fewLetters = 24;
const wholeBytesMax = 8;

/** Reads what `ByteWriter` wrote; never beyond the end, and bytes of any other origin are refused as damaged. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw damaged();
    this.#at += 1;
    return value;
  }

  whole(): number {
    let value = 0;
    let weight = 1;
    for (let count = 0; count < wholeBytesMax; count += 1) {
      const byte = this.byte();
      value += (byte & 127) * weight;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) throw damaged();
        return value;
      }
      weight *= 128;
    }
    throw damaged();
  }

  /** A count of things of which each takes a byte at least. */
  count(): number {
    const value = this.whole();
    if (value > this.left) throw damaged();
    return value;
  }

  float(): number {
    this.#need(8);
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  /** The next bytes, not copied. */
  raw(length: number): Uint8Array {
    this.#need(length);
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  text(): string {
    const bytes = this.raw(this.count());
    if (bytes.length <= fewLetters) {
      const plain = plainText(bytes);
      if (plain !== undefined) return plain;
    }
    return decoder.decode(bytes);
  }

  #need(length: number): void {
    if (length > this.left) throw damaged();
  }
}

/** The host's decoder costs more than a few letters. */
function plainText(bytes: Uint8Array): string | undefined {
  let text = '';
  for (const byte of bytes) {
    if (byte > 127) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
