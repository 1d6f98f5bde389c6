import type {Format} from '../format.ts';
import {amazonAll, amazonNew, amazonUnshipped} from './amazon.ts';
import {ebay} from './ebay.ts';
import {ebayDe} from './ebay-de.ts';
import {etsyItems} from './etsy-items.ts';
import {etsyOrders} from './etsy-orders.ts';
import {onlineRetail} from './online-retail.ts';
import {lazada} from './lazada.ts';
import {shopee} from './shopee.ts';
import {shopify} from './shopify.ts';
import {squarespace} from './squarespace.ts';
import {taobaoLines} from './taobao-lines.ts';
import {taobaoOrders} from './taobao-orders.ts';
import {tiktok} from './tiktok.ts';
import {woocommerceAnalytics} from './woocommerce-analytics.ts';
import {woocommerceLines} from './woocommerce-lines.ts';
import {woocommerceOrders} from './woocommerce-orders.ts';

/** Every kind of orders file that is recognised by itself. */
export const formats: readonly Format[] = [
  shopify,
  squarespace,
  amazonAll,
  amazonNew,
  amazonUnshipped,
  onlineRetail,
  ebay,
  ebayDe,
  etsyItems,
  etsyOrders,
  taobaoLines,
  taobaoOrders,
  tiktok,
  woocommerceAnalytics,
  woocommerceLines,
  woocommerceOrders,
  shopee,
  lazada,
];
