import {assert} from '../lib/assert.ts';

const encoder = new TextEncoder();
/** More than this many letters are worth a call of the host. */
const fewLetters = 512;
const loneSurrogate = /\p{Cs}/u;

/** Bytes that grow. Everything is synchronous: this writes inside of IndexedDB transactions. */
export class ByteWriter {
  #bytes = new Uint8Array(64 * 1024);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#at++] = value;
  }

  /** A whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first. */
  whole(value: number): void {
    assert(Number.isSafeInteger(value) && value >= 0, 'a whole number');
    this.#room(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  float(value: number): void {
    this.#room(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** A tag, and the length and UTF-8 of a text; false, and nothing is written, for one with half of a surrogate pair in it. */
  taggedText(tag: number, text: string): boolean {
    if (text.length <= fewLetters && this.#plain(tag, text)) return true;
    if (loneSurrogate.test(text)) return false;
    const bytes = encoder.encode(text);
    this.byte(tag);
    this.whole(bytes.length);
    this.raw(bytes);
    return true;
  }

  /** What was written so far, of which nothing is kept. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#at);
    this.#at = 0;
    return taken;
  }

  #plain(tag: number, text: string): boolean {
    const {length} = text;
    this.#room(length + 12);
    const start = this.#at;
    this.#bytes[this.#at++] = tag;
    this.whole(length);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        this.#at = start;
        return false;
      }
      bytes[at++] = code;
    }
    this.#at = at;
    return true;
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
