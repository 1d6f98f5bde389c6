import type {OrderStatus} from '#core/orders/schema.ts';
import type {Meaning} from '../../ui/status-mark.tsx';

/** What a state asks of a person: look at it, act on it, leave it alone. */
export const meaningOfStatus: Readonly<Record<OrderStatus, Meaning>> = {
  new: 'note',
  paid: 'watch',
  released: 'note',
  held: 'stop',
  shipped: 'good',
  returned: 'watch',
  cancelled: 'stop',
  withdrawn: 'note',
};
