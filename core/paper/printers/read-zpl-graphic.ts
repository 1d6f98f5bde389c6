import {fromBase64url} from '../../lib/hash.ts';
import {type Bitmap, blankBitmap} from '../raster/bitmap.ts';
import {unzlib} from '../unzlib.ts';

/** A label of eight inches by twelve at 600 dots an inch stays below. */
const bytesMax = 8 * 1024 * 1024;

/**
 * The picture of a `^GFA` command, given what follows its name: digits, their counted runs, or `:Z64:` and `:B64:`
 * (ZPL II Programming Guide, "^GF" and "Alternative Data Compression Scheme"). Undefined where it is none or too large.
 */
export function readZplGraphic(rest: string): Bitmap | undefined {
  const [, total, across, data] = /^\s*A\s*,[^,]*,\s*(\d+)\s*,\s*(\d+)\s*,([^]*)$/i.exec(rest) ?? [];
  const [bytes, rowBytes] = [Number(total), Number(across)];
  if (data === undefined || !(rowBytes > 0) || !(bytes > 0) || bytes > bytesMax) return undefined;
  const bitmap = blankBitmap(rowBytes * 8, Math.ceil(bytes / rowBytes));
  const [, way, packed] = /^\s*:([ZB])64:([^:]*)/i.exec(data) ?? [];
  if (packed === undefined) fromDigits(data, bitmap);
  else if (!fromBase64(packed, way?.toUpperCase() === 'Z', bitmap)) return undefined;
  return bitmap;
}

function fromBase64(text: string, isPacked: boolean, {bits}: Bitmap): boolean {
  const bytes = fromBase64url(
    text
      .replaceAll(/[^A-Za-z0-9+/]/g, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  );
  const unpacked = isPacked ? unzlib(bytes, bits.length) : bytes;
  if (!unpacked) return false;
  bits.set(unpacked.subarray(0, bits.length));
  return true;
}

function fromDigits(data: string, {bits, rowBytes}: Bitmap): void {
  const rowDigits = rowBytes * 2;
  const digitsMax = bits.length * 2;
  let [at, times] = [0, 0];
  const put = (digit: number, many: number): void => {
    for (const end = Math.min(at + many, digitsMax); at < end; at++)
      bits[at >> 1] = (bits[at >> 1] ?? 0) | (at % 2 === 0 ? digit << 4 : digit);
  };
  for (const sign of data) {
    const left = rowDigits - (at % rowDigits);
    if (/[0-9A-Fa-f]/.test(sign)) {
      put(Number.parseInt(sign, 16), times || 1);
      times = 0;
    } else if (sign >= 'G' && sign <= 'Y') times += sign.charCodeAt(0) - 70;
    else if (sign >= 'g' && sign <= 'z') times += (sign.charCodeAt(0) - 102) * 20;
    else if (sign === ',') put(0, left);
    else if (sign === '!') put(15, left);
    else if (sign === ':' && at >= rowDigits) {
      // A row like the one above begins where that one ended.
      bits.copyWithin(at >> 1, (at >> 1) - rowBytes, at >> 1);
      at += rowDigits;
    }
    if (at >= digitsMax) return;
  }
}
