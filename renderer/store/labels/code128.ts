import bwip from 'bwip-js/generic';
import {type Result, fail, ok} from '#core/lib/result.ts';

const encodable = /^[\x20-\x7e]+$/;

/**
 * The widths of a Code 128 barcode's bars and spaces in turn, in modules, a bar first and last, without quiet zones.
 * Faults: `shipping.number_not_encodable` for anything but printable ASCII, which is what scanners type as it was written.
 */
export function code128(text: string): Result<readonly number[]> {
  if (!encodable.test(text)) return fail('shipping.number_not_encodable');

  // The package's named export `raw` is another function: it draws a symbology of that name.
  const [symbol] = bwip.raw('code128', text, {});
  if (!symbol || !('sbs' in symbol)) throw new Error('the barcode library gave no bars for a linear symbology');
  return ok(symbol.sbs);
}
