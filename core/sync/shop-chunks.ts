import {type Shaped, integer, list, object, oneOf, pattern, text} from '../lib/shape.ts';
import {chunkRowsMax} from './snapshot.ts';

const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const chunksMax = 100_000;

/** A chunk of a shop as the master tells of it: a desk can be worked with once it has the hot ones. */
export const tieredChunk = object({
  sha: hash,
  table: text({min: 1, max: 60}),
  tier: oneOf(['hot', 'cold']),
  rows: integer({min: 1, max: chunkRowsMax}),
  bytes: integer({min: 1}),
});
export type TieredChunk = Shaped<typeof tieredChunk>;

/** A whole shop at a place of its log. */
export const shopManifest = object({
  epoch: integer({min: 1}),
  seq: integer({min: 0}),
  hash,
  chunks: list(tieredChunk, {max: chunksMax}),
});
export type ShopManifest = Shaped<typeof shopManifest>;
