import {assert} from './assert.ts';
import {base64url, hashText} from './hash.ts';
import {type Shape, pattern} from './shape.ts';

declare const kindOf: unique symbol;

/** The identity of one row: 12 base64url characters. An `Id<'order'>` is not an `Id<'parcel'>`. */
export type Id<Kind extends string> = string & {readonly [kindOf]: Kind};

const bytesPerId = 9;

export function id<Kind extends string>(_kind: Kind): Shape<Id<Kind>> {
  return pattern<Id<Kind>>(/^[A-Za-z0-9_-]{12}$/);
}

/** An id from 9 random bytes; core throws no dice, so its host brings them. */
export function idFromBytes<Kind extends string>(_kind: Kind, bytes: Uint8Array): Id<Kind> {
  assert(bytes.length === bytesPerId, 'an id is made of 9 bytes');
  return base64url(bytes) as Id<Kind>;
}

/**
 * The id of a thing that the world outside already names: two desks that meet it apart give it the same id, so it can
 * never be doubled. 72 bits of SHA-256: among a billion names the chance of any two meeting is below one in 9,000.
 */
export function idFromName<Kind extends string>(kind: Kind, ...name: readonly string[]): Id<Kind> {
  return base64url(hashText(JSON.stringify([kind, ...name])).subarray(0, bytesPerId)) as Id<Kind>;
}
