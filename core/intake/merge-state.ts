import type {OrderStatus} from '../orders/schema.ts';

type Told = 'new' | 'paid' | 'held' | 'shipped' | 'returned' | 'cancelled';

const ask = 'ask';
const stay = 'stay';

/**
 * Where an order goes that stands at the first status when a file says the second: never back by what a file says, and a
 * person is asked where work that was begun here would be thrown away. On hold is on hold, until somebody has looked.
 */
const moves: Readonly<
  Record<Exclude<OrderStatus, 'withdrawn'>, Readonly<Record<Told, Told | typeof ask | typeof stay>>>
> = {
  new: {new: stay, paid: 'paid', held: 'held', shipped: 'shipped', returned: 'returned', cancelled: 'cancelled'},
  paid: {new: stay, paid: stay, held: 'held', shipped: 'shipped', returned: 'returned', cancelled: 'cancelled'},
  released: {new: stay, paid: stay, held: 'held', shipped: 'shipped', returned: 'returned', cancelled: ask},
  held: {new: stay, paid: stay, held: stay, shipped: ask, returned: ask, cancelled: ask},
  shipped: {new: stay, paid: stay, held: stay, shipped: stay, returned: 'returned', cancelled: ask},
  returned: {new: stay, paid: stay, held: stay, shipped: stay, returned: stay, cancelled: stay},
  cancelled: {new: stay, paid: stay, held: stay, shipped: ask, returned: ask, cancelled: stay},
};

/** What the channel itself held goes on when the channel says so. */
const heldByChannel: typeof moves.held = {
  ...moves.held,
  shipped: 'shipped',
  returned: 'returned',
  cancelled: 'cancelled',
};

/** What a file may say: releasing to the bench and withdrawing are done here alone. */
export function toldStatus(status: OrderStatus): Told {
  return status === 'released' || status === 'withdrawn' ? 'paid' : status;
}

export function moveOf({
  from,
  told,
  byChannel,
}: {
  readonly from: OrderStatus;
  readonly told: Told;
  readonly byChannel: boolean;
}): Told | 'ask' | 'stay' {
  if (from === 'withdrawn') return told;
  return from === 'held' && byChannel ? heldByChannel[told] : moves[from][told];
}
