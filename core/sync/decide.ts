import type {Fault} from '../faults.ts';
import {idFromName} from '../lib/id.ts';
import type {Row} from '../schema.ts';
import type {Instant} from '../time/instant.ts';
import type {AskedIn} from './asked.ts';
import type {Batch} from './batch.ts';
import type {NotApplied, Origin} from './group.ts';
import type {Run} from './run-over.ts';

type TrayItem = Row<'trayItems'>;

interface Ended {
  readonly kind: TrayItem['kind'] | undefined;
  readonly fault?: Fault;
}

/** Decides one mutation of a batch alone, as it has run: what it wrote is in the batch then, or nothing is and the tray says why. */
export async function decideOne(
  batch: Batch,
  one: AskedIn,
  context: {readonly run: Run; readonly by: Origin; readonly decidedAt: Instant},
): Promise<NotApplied | undefined> {
  const {kind, fault} = await ended(batch, context.run);
  if (kind !== undefined && fault) await batch.put('trayItems', trayItem(one, {...context, kind, fault}));
  return kind === 'collided' ? undefined : kind;
}

async function ended(batch: Batch, run: Run): Promise<Ended> {
  if ('parked' in run) return {kind: 'parked', fault: run.parked};
  const {overlay, result} = run;
  if (!result.ok) return {kind: 'refused', fault: result.fault};
  await overlay.flush(batch);
  const {collided} = result.value;
  return collided ? {kind: 'collided', fault: collided} : {kind: undefined};
}

function trayItem(
  {n, name, version, args, at, batch}: AskedIn,
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
    at: at ?? decidedAt,
    decidedAt,
    fault: JSON.stringify(fault),
  };
  return batch === undefined ? item : {...item, batch};
}
