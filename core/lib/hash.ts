import {sha256} from '@noble/hashes/sha2.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** SHA-256 of a text's UTF-8 bytes; synchronous, because WebCrypto would end the transaction it is awaited in. */
export function hashText(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}

/** Base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | (b >> 4));
    const rest = letters.charAt(((b & 15) << 2) | (c >> 6)) + letters.charAt(c & 63);
    out += (group + rest).slice(0, Math.min(4, bytes.length - at + 1));
  }
  return out;
}

const valueOf = new Map([...letters].map((letter, value) => [letter, value]));

/** The bytes of base64url text; letters outside the alphabet read as zero bits, so check the form first. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 6) | (valueOf.get(letter) ?? 0);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}
