import {type FieldsOf, integer} from '../../lib/shape.ts';
import {defineSummary} from '../../lib/summary.ts';
import {orderList} from '../../orders/list-view.ts';
import type {OrderId} from '../../orders/schema.ts';
import type {Db} from '../../sync/define.ts';

/** An order that waits to be packed and is in no round. */
export interface WaitingOrder {
  readonly orderId: OrderId;
  readonly storefrontId: string;
  readonly pieces: number;
  readonly shipBy: number | undefined;
}

const asked = {
  /** So many at most, those to be sent soonest first. */
  max: integer({min: 1, max: 20_000}),
};

/** Orders that wait to be packed and are in no open round, those to be sent soonest first; without a date last, the oldest first. */
export const ordersWaiting = defineSummary({
  name: 'waves.waiting',
  view: orderList,
  args: asked,
  load: async (db: Db, _args: FieldsOf<typeof asked>): Promise<ReadonlySet<string>> => {
    const open = await db.waves.byKey('byState', 'open');
    return new Set(open.flatMap(({orderIds}) => orderIds));
  },
  run: (columns, inWaves: ReadonlySet<string>, {max}): readonly WaitingOrder[] => {
    const [status, storefront] = [columns.code('status'), columns.code('storefrontId')];
    const [shipBy, pieces, orderedAt] = [
      columns.number('shipBy'),
      columns.number('pieces'),
      columns.number('orderedAt'),
    ];
    const released = status.names.indexOf('released');
    const found: number[] = [];
    for (let at = 0; at < columns.size; at += 1) {
      if (columns.live[at] === 1 && status.at[at] === released && !inWaves.has(columns.idAt(at))) found.push(at);
    }
    const dueOf = (at: number): number => {
      const due = shipBy[at];
      return due === undefined || Number.isNaN(due) ? Infinity : due;
    };
    const sooner = (a: number, b: number): number => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0);
    found.sort((a, b) => sooner(a, b) || (orderedAt[a] ?? 0) - (orderedAt[b] ?? 0) || a - b);
    return found.slice(0, max).map((at) => ({
      orderId: columns.idAt(at) as OrderId,
      storefrontId: storefront.names[storefront.at[at] ?? 0] ?? '',
      pieces: pieces[at] ?? 0,
      shipBy: dueOf(at) === Infinity ? undefined : dueOf(at),
    }));
  },
});
