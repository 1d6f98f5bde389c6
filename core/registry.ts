import type {Registry} from './data/engine.ts';
import {salesByDay} from './insights/sales-by-day.ts';
import {salesOrders} from './insights/sales-orders.ts';
import {ratesInUse} from './insights/queries.ts';
import {orderList} from './orders/list-view.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from './orders/mutators.ts';
import {orderInFull} from './orders/queries.ts';
import {changeBusiness, createBusiness, createStorefront, removeStorefront} from './storefronts/mutators.ts';
import {businessesInFull} from './storefronts/queries.ts';

/** Every change, read, list and summary the product has. */
export const registry: Registry = {
  mutators: [
    createBusiness,
    changeBusiness,
    createStorefront,
    removeStorefront,
    holdOrder,
    resumeOrder,
    releaseOrder,
    recallOrder,
  ],
  queries: [businessesInFull, orderInFull, ratesInUse],
  views: [orderList],
  summaries: [salesByDay, salesOrders],
};
