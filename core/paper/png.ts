import {zlibSync} from 'fflate';
import {concatenated} from './bytes.ts';
import type {Bitmap} from './raster/bitmap.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A bitmap as a PNG of one bit a dot that says how large a dot is. */
export function png({widthDots, heightDots, rowBytes, bits}: Bitmap, dpi: number): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, widthDots);
  header.setUint32(4, heightDots);
  header.setUint8(8, 1);

  const dotsPerMetre = Math.round(dpi / 0.0254);
  const scale = new DataView(new ArrayBuffer(9));
  scale.setUint32(0, dotsPerMetre);
  scale.setUint32(4, dotsPerMetre);
  scale.setUint8(8, 1);

  // Each row says first that it is not filtered; in PNG 0 is black.
  const rows = new Uint8Array((rowBytes + 1) * heightDots);
  for (let row = 0; row < heightDots; row++)
    for (let byte = 0; byte < rowBytes; byte++)
      rows[row * (rowBytes + 1) + 1 + byte] = (bits[row * rowBytes + byte] ?? 0) ^ 0xff;

  return concatenated([
    signature,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('pHYs', new Uint8Array(scale.buffer)),
    chunk('IDAT', zlibSync(rows, {level: 6})),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (crcTable[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
