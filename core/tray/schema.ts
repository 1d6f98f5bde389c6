import {type Id, id} from '../lib/id.ts';
import {type Shaped, branded, integer, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {Instant} from '../time/instant.ts';

/**
 * Why a change lies in the tray: its own rule `refused` it, it could not be run by the master and was `parked`, or it is a fact
 * that stands and `collided` with another.
 */
export const trayKinds = ['refused', 'parked', 'collided'] as const;
export type TrayKind = (typeof trayKinds)[number];

const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const instant = branded<Instant>(integer({min: 0}));
const argsUnitsMax = 33_000_000;

/** Who asked for a change, as which number of theirs. */
export const askedByShape = object({replica: name, inc: name, n: integer({min: 1})});
export type AskedBy = Shaped<typeof askedByShape>;

/** A change that a person has to deal with. The master writes it with the decision; it goes when somebody has. */
export const trayItems = defineTable('trayItems', {
  id: id('trayItem'),
  kind: oneOf(trayKinds),
  by: askedByShape,
  /** What was asked: the mutator, its version and its arguments as JSON. */
  name: text({max: 80}),
  version: integer({min: 0}),
  args: text({max: argsUnitsMax}),
  at: instant,
  decidedAt: instant,
  batch: optional(text({max: 80})),
  /** Why: the code and the values of a fault, as JSON. */
  fault: text({max: 10_000}),
});
export type TrayItem = RowOf<typeof trayItems>;
export type TrayItemId = Id<'trayItem'>;
