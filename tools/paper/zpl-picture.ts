import {inflateSync} from 'node:zlib';
import {ready} from 'zpl-renderer-js';
import type {Grey} from './scan.ts';

/** What a ZPL printer would print, label by label, drawn by a reader of ZPL that is not ours. */
export async function zplPictures(
  zpl: string,
  {widthMm, heightMm, dotsPerMm}: {readonly widthMm: number; readonly heightMm: number; readonly dotsPerMm: 8 | 12},
): Promise<readonly Grey[]> {
  const {api} = await ready;
  const pictures = await api.zplToBase64MultipleAsync(zpl, widthMm, heightMm, dotsPerMm);
  return pictures.map((picture) => readGreyPng(Buffer.from(picture, 'base64')));
}

/** A PNG of one byte a dot, as that reader and pdftoppm write it, or of one bit. */
export function readGreyPng(file: Buffer): Grey {
  const [width, height, depth, colour] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  if (colour !== 0 || (depth !== 8 && depth !== 1))
    throw new Error(`a picture in grey was expected, not ${depth} bits of kind ${colour}`);
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const rowBytes = depth === 8 ? width : Math.ceil(width / 8);
  const rows = unfiltered(raw, rowBytes, height);
  if (depth === 8) return {width, height, grey: rows};
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = ((rows[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return {width, height, grey};
}

/** Undoes what each row says was done to it (PNG, 9.2); a dot is one byte at most. */
function unfiltered(raw: Buffer, rowBytes: number, height: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const kind = raw[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const left = x > 0 ? (rows[y * rowBytes + x - 1] ?? 0) : 0;
      const up = y > 0 ? (rows[(y - 1) * rowBytes + x] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (rows[(y - 1) * rowBytes + x - 1] ?? 0) : 0;
      const guess =
        kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      rows[y * rowBytes + x] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
