import {defineSummary} from '../lib/summary.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {orderList} from '../orders/list-view.ts';
import type {Db} from '../sync/define.ts';
import {type Beside, type Sale, loadBeside, salesSpan, visitSales} from './sales.ts';

/** One order behind a figure of the sales page. */
export interface SaleExplained {
  readonly orderId: string;
  readonly number: string;
  readonly storefrontId: string;
  readonly currency: CurrencyCode;
  readonly soldMinor: number;
  readonly refundedMinor: number;
  readonly converted: Sale['converted'];
}

const shownMax = 2_000;

/** The orders that the figures of a span are the sum of, largest first; `more` of them are not listed. */
export const salesOrders = defineSummary({
  name: 'sales.orders',
  view: orderList,
  args: salesSpan,
  texts: true,
  load: (db: Db, span) => loadBeside(db, span),
  run: (columns, beside: Beside, span): {readonly orders: readonly SaleExplained[]; readonly more: number} => {
    const sales: Sale[] = [];
    visitSales(columns, beside, span, (sale) => sales.push(sale));
    const storefronts = columns.code('storefrontId');
    const worth = (sale: Sale): number => sale.converted?.soldMinor ?? -1;
    sales.sort((a, b) => worth(b) - worth(a) || a.position - b.position);
    const orders = sales.slice(0, shownMax).map(({position, currency, soldMinor, refundedMinor, converted}) => {
      return {
        orderId: columns.idAt(position),
        number: columns.text('number', position),
        storefrontId: storefronts.names[storefronts.at[position] ?? 0] ?? '',
        currency,
        soldMinor,
        refundedMinor,
        converted,
      };
    });
    return {orders, more: sales.length - orders.length};
  },
});
