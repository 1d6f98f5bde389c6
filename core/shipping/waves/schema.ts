import {type Id, id} from '../../lib/id.ts';
import {branded, integer, list, object, oneOf, optional, pattern, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';

const instant = branded<Instant>(integer({min: 0}));

/** More orders nobody fetches in one round. */
export const waveOrdersMax = 500;
export const wavesMax = 1_000;

/** What is written on a box that one order is picked into. */
export const toteShape = text({min: 1, max: 40});

const boundShape = object({tote: toteShape, orderId: id('order')});

/** Orders that are picked in one round, and into which totes. While it is open its orders are in no other. */
export const waves = defineTable(
  'waves',
  {
    id: id('wave'),
    /** On its pick list: `W-1129-2`. */
    number: pattern(/^[A-Z0-9-]{1,20}$/),
    state: oneOf(['open', 'ended']),
    madeAt: instant,
    endedAt: optional(instant),
    orderIds: list(id('order'), {max: waveOrdersMax}),
    totes: list(boundShape, {max: waveOrdersMax}),
  },
  {keys: {byState: ['state']}},
);
export type Wave = RowOf<typeof waves>;
export type WaveId = Id<'wave'>;
