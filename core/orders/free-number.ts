import {id} from '../lib/id.ts';
import {defineQuery} from '../sync/define.ts';
import {orderIdOf} from './order-id.ts';

/** A number for an order by hand that no order of the storefront has: `M-0001` at first, and so on. */
export const freeOrderNumber = defineQuery(
  'orders.freeNumber',
  {storefrontId: id('storefront')},
  async (db, {storefrontId}) => {
    const isTaken = async (count: number): Promise<boolean> => {
      const order = await db.orders.get(orderIdOf({storefrontId, channelOrderId: numberOf(count)}));
      return order !== undefined && order.status !== 'withdrawn';
    };
    // Doubling, then halving: 40 looks for a million orders. One that was left out in between stays free.
    let above = 1;
    while (above < countMax && (await isTaken(above))) above *= 2;
    let below = Math.floor(above / 2);
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2);
      if (await isTaken(middle)) below = middle;
      else above = middle;
    }
    return numberOf(above);
  },
);

const countMax = 2 ** 30;
const digits = 4;

function numberOf(count: number): string {
  return `M-${String(count).padStart(digits, '0')}`;
}
