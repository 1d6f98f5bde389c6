import {base64url} from '#core/lib/hash.ts';

/** A name that no store has had. */
export function newIncarnation(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(9)));
}
