import {idFromName} from '../lib/id.ts';
import type {Call} from '../sync/define.ts';
import type {Instant} from '../time/instant.ts';
import type {TrayItem} from '../tray/schema.ts';
import {monday} from './given.ts';

/** The desk that asked for what lies in the given tray. */
export const otherDesk = idFromName('replica', 'other desk');

/** A refused change as the master writes it, decided `n` minutes after Monday's ten o'clock; `changes` make it another. */
export function givenTrayItem(n: number, {name, args}: Call, changes: Partial<TrayItem> = {}): TrayItem {
  return {
    id: idFromName('trayItem', otherDesk, 'inc', String(n)),
    kind: 'refused',
    by: {replica: otherDesk, inc: idFromName('incarnation', 'first'), n},
    name,
    version: 1,
    args: JSON.stringify(args),
    at: monday,
    decidedAt: (monday + n * 60_000) as Instant,
    fault: JSON.stringify({code: 'orders.step_not_allowed', values: {status: 'shipped', step: 'hold'}}),
    ...changes,
  };
}
