import {hmac} from '@noble/hashes/hmac.js';
import {sha256} from '@noble/hashes/sha2.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOfCode = new Uint8Array(128);
for (let value = 0; value < letters.length; value += 1) valueOfCode[letters.charCodeAt(value)] = value;

const encoder = new TextEncoder();
/** Texts are hashed by the ten thousand: a new buffer for each would cost as much as hashing a short one. */
const scratch = new Uint8Array(65_536);
const bytesPerUnitMost = 3;

/** SHA-256 of a text's UTF-8 bytes; synchronous, because WebCrypto would end the transaction it is awaited in. */
export function hashText(text: string): Uint8Array {
  if (text.length * bytesPerUnitMost > scratch.length) return sha256(encoder.encode(text));
  return sha256(scratch.subarray(0, encoder.encodeInto(text, scratch).written));
}

/**
 * 64 bits in which two different texts hardly ever agree, many times faster than SHA-256. For telling apart what nobody
 * gains by mixing up: who wants to can make two texts with one digest. For ever: it is stored.
 */
export function quickDigest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  [a, b] = [mixed(a) ^ mixedWith(b), mixed(b) ^ mixedWith(a)];
  return hexOf(a >>> 16) + hexOf(a & 0xffff) + hexOf(b >>> 16) + hexOf(b & 0xffff);
}

const hexOfByte = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two bytes: a browser takes much longer to write a number of four in hexadecimal digits than to hash a short text. */
function hexOf(pair: number): string {
  return (hexOfByte[pair >> 8] ?? '') + (hexOfByte[pair & 0xff] ?? '');
}

function mixed(half: number): number {
  return Math.imul(half ^ (half >>> 16), 2_246_822_507);
}

function mixedWith(half: number): number {
  return Math.imul(half ^ (half >>> 13), 3_266_489_909);
}

/** HMAC-SHA-256 of short texts under one key: the host's comes from another thread, and that way costs more than the sum. */
export function macUnder(key: Uint8Array): (text: string) => Uint8Array {
  const begun = hmac.create(sha256, key);
  return (text) => begun.clone().update(encoder.encode(text)).digest();
}

/** SHA-256 of what came before and what follows: a link of a chain. */
export function hashChain(before: Uint8Array, bytes: Uint8Array): Uint8Array {
  return sha256.create().update(before).update(bytes).digest();
}

/** SHA-256 of a few bytes; many are the host's to hash. */
export function hashBytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

const codes = encoder.encode(letters);
const decoder = new TextDecoder();
/** Below this many bytes a text put together letter by letter is there sooner. */
const fewBytes = 48;

/** Base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return bytes.length < fewBytes ? shortBase64url(bytes) : longBase64url(bytes);
}

/** What newer hosts can do themselves: no loop of ours is compiled for it. */
interface Writing {
  toBase64?(how: {readonly alphabet: 'base64url'; readonly omitPadding: true}): string;
}

/** Letters are laid out as bytes and become text at once: megabytes of letters one by one would be as many short texts. */
function longBase64url(bytes: Uint8Array & Writing): string {
  if (bytes.toBase64) return bytes.toBase64({alphabet: 'base64url', omitPadding: true});
  const out = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    // What lies behind the end of `out` is not written.
    out[to] = codes[group >> 18] ?? 0;
    out[to + 1] = codes[(group >> 12) & 63] ?? 0;
    out[to + 2] = codes[(group >> 6) & 63] ?? 0;
    out[to + 3] = codes[group & 63] ?? 0;
    to += 4;
  }
  return decoder.decode(out);
}

function shortBase64url(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const a = bytes[at] ?? 0;
    const b = bytes[at + 1] ?? 0;
    const c = bytes[at + 2] ?? 0;
    out += letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | (b >> 4));
    if (at + 1 < bytes.length) out += letters.charAt(((b & 15) << 2) | (c >> 6));
    if (at + 2 < bytes.length) out += letters.charAt(c & 63);
  }
  return out;
}

/** The bytes of base64url text; letters outside the alphabet read as zero bits, so check the form first. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    held = (held << 6) | (valueOfCode[text.charCodeAt(index)] ?? 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
