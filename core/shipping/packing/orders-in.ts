import type {OrderId} from '../../orders/schema.ts';
import type {Parcel} from './schema.ts';

/** The orders that lie in a parcel, each once; where there are several, its label says the first. */
export function ordersIn({lines}: Pick<Parcel, 'lines'>): readonly OrderId[] {
  return [...new Set(lines.map(({orderId}) => orderId))];
}

/** How several orders are called where there is room for one: `1001 +2`. */
export function firstAndMore(number: string, orders: number): string {
  return orders > 1 ? `${number} +${orders - 1}` : number;
}
