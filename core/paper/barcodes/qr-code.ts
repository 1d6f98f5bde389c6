import {encodeQR} from 'qr';
import {type Result, fail, ok} from '../../lib/result.ts';
import type {Matrix} from './barcode.ts';

/** More than a label has room for; the standard ends at 2,331 bytes of this strength. */
const lettersMax = 600;

/** A QR code (ISO/IEC 18004) of medium strength. Faults: `paper.not_encodable` for nothing or too much. */
export function qrCode(text: string): Result<Matrix> {
  if (text === '' || text.length > lettersMax) return fail('paper.not_encodable');
  // The library draws at least one module of the quiet zone; ours comes with the layout.
  const rows = encodeQR(text, 'raw', {ecc: 'medium', border: 1})
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const dark = Uint8Array.from(rows.flat(), Number);
  return ok({kind: 'matrix', columns: rows.length, rows: rows.length, dark, quiet: 4, moduleMm: {min: 0.33, max: 1}});
}
