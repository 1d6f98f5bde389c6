import {assert} from '../lib/assert.ts';

/** Stands in the built page wherever the nonce of one response belongs. */
export const noncePlace = '__NONCE__';

/** At least 128 bits in base64: nothing in it can end an attribute or a header. */
const noncePattern = /^[A-Za-z0-9+/_-]{22,}={0,2}$/;

/** The built page for one response. `nonce` is fresh for each response: 16 random bytes or more, in base64. */
export function withNonce(html: string, nonce: string): string {
  assert(noncePattern.test(nonce), 'a nonce is at least 16 bytes in base64');
  return html.replaceAll(noncePlace, nonce);
}
