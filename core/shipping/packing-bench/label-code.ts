import {hasCheckDigit} from '../../paper/barcodes/gs1.ts';
import type {LabelCode} from '../documents/parcel-label.ts';

const sscc = /^00\d{18}$/;
const usps = /^9[1-5]\d{20,24}$/;

/**
 * The barcode that a carrier's scanners look for, by the form of the number: an SSCC and a number of USPS are elements of GS1, the latter
 * behind the postal code (USPS Publication 199); every other is plain Code 128.
 */
export function labelCodeOf(number: string, to: {readonly country: string; readonly postalCode?: string}): LabelCode {
  const plain = number.replaceAll(' ', '');
  if (sscc.test(plain) && hasCheckDigit(plain)) return {kind: 'gs1-128', data: `(00)${plain.slice(2)}`};
  if (usps.test(plain)) {
    const zip = to.country === 'US' ? /^\d{5}/.exec(to.postalCode ?? '')?.[0] : undefined;
    const own = `(${plain.slice(0, 2)})${plain.slice(2)}`;
    return {kind: 'gs1-128', data: zip === undefined ? own : `(420)${zip}${own}`};
  }
  return {kind: 'code128', data: plain};
}
