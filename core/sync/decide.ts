import type {Fault} from '../faults.ts';
import {idFromName} from '../lib/id.ts';
import {parsedJson} from '../lib/parsed-json.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {type Shaped, branded, check, integer, object, optional, text} from '../lib/shape.ts';
import type {Row} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {Batch} from './batch.ts';
import type {Mutator} from './define.ts';
import type {NotApplied, Origin} from './group.ts';
import {runOver} from './run-over.ts';

type TrayItem = Row<'trayItems'>;

const asked = object({
  n: integer({min: 1}),
  name: text({min: 1, max: 80}),
  version: integer({min: 0}),
  at: branded<Instant>(integer({min: 0})),
  batch: optional(text({max: 80})),
});

/** A mutation as its text tells it; `args` is anything that JSON can say. */
export interface Asked extends Shaped<typeof asked> {
  readonly args: unknown;
}

/** What a line of a push asks for, or a fault where it is no mutation at all. */
export function askedIn(line: string): Result<Asked> {
  const value = parsedJson(line);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'args')) {
    return fail('core.bad_shape', {path: 'args'});
  }
  const {args, ...rest} = value as Readonly<Record<string, unknown>>;
  const checked = check(asked, rest);
  return checked.ok ? ok({...checked.value, args}) : checked;
}

interface Ended {
  readonly kind: TrayItem['kind'] | undefined;
  readonly fault?: Fault;
}

/** One mutation of a batch, decided alone: what it wrote is in the batch, or nothing is and the tray says why. */
export async function decideOne(
  batch: Batch,
  one: Asked,
  context: {readonly mutator: Mutator | undefined; readonly by: Origin; readonly decidedAt: Instant},
): Promise<NotApplied | undefined> {
  const {kind, fault} = await ended(batch, one, context.mutator);
  if (kind !== undefined && fault) await batch.put('trayItems', trayItem(one, {...context, kind, fault}));
  return kind === 'collided' ? undefined : kind;
}

async function ended(batch: Batch, one: Asked, mutator: Mutator | undefined): Promise<Ended> {
  const run = await runOver(batch, one, mutator);
  if ('parked' in run) return {kind: 'parked', fault: run.parked};
  const {overlay, result} = run;
  if (!result.ok) return {kind: 'refused', fault: result.fault};
  await overlay.flush(batch);
  const {collided} = result.value;
  return collided ? {kind: 'collided', fault: collided} : {kind: undefined};
}

function trayItem(
  {n, name, version, args, at, batch}: Asked,
  told: {readonly by: Origin; readonly decidedAt: Instant; readonly kind: TrayItem['kind']; readonly fault: Fault},
): TrayItem {
  const {by, decidedAt, kind, fault} = told;
  const item = {
    id: idFromName('trayItem', by.replica, by.inc, String(n)),
    kind,
    by: {...by, n},
    name,
    version,
    args: JSON.stringify(args),
    at,
    decidedAt,
    fault: JSON.stringify(fault),
  };
  return batch === undefined ? item : {...item, batch};
}
