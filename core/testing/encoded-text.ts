import {must} from '../lib/assert.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** A text in an encoding of the Encoding standard, without a mark; null when it has a character the encoding lacks. */
export function encodedText(text: string, encoding: string): Uint8Array<ArrayBuffer> | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return wideText(text, encoding === 'utf-16le');
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const bytes: number[] = [];
  for (const character of text) {
    const encoded = table.get(character);
    if (!encoded) return null;
    for (const byte of encoded) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function wideText(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return bytes;
}

/** The host decodes but does not encode: each character of one or two bytes is asked for once. */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length !== 1 || character === '\uFFFD' || table.has(character)) return;
    table.set(character, bytes);
  };
  for (let first = 0; first < 256; first++) add(first);
  if (encoding === 'windows-1252') {
    // Written out, because some hosts take these for control characters.
    [...'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'].forEach((sign, at) => sign !== '.' && table.set(sign, [0x80 + at]));
  }
  if (encoding.startsWith('windows-')) return table;
  for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add(first, second);
  // Of the longer characters of GB18030 only the first ones, where the letters of Europe stand.
  for (let third = 0x81; encoding === 'gb18030' && third < 0xff; third++) {
    for (let fourth = 0x30; fourth < 0x3a; fourth++) add(0x81, 0x30, third, fourth);
  }
  must(table.get('A'), 'every encoding here holds ASCII');
  return table;
}
