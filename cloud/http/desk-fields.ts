import {pattern, text} from '#core/lib/shape.ts';
import {nameForm} from './signed-in.ts';

/** What a desk says of itself when it comes. */
export const newDeskFields = {
  replica: pattern(nameForm),
  inc: pattern(nameForm),
  /** Raw Ed25519 key. */
  publicKey: pattern(/^[A-Za-z0-9_-]{43}$/),
  name: text({min: 1, max: 120}),
};
