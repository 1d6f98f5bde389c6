import type {CurrencyCode} from '../../money/currency.ts';
import {writtenAmount} from '../amount-text.ts';
import {defineFormat} from '../format.ts';
import type {LineText} from '../format.ts';
import {woocommerceOrderNumber, woocommerceStatus} from './woocommerce-status.ts';

const betweenProducts = /,\s*(?=\d+\s*[×x]\s)/u;
const product = /^\s*(\d+)\s*[×x]\s+(.+?)\s*$/su;

/**
 * The download of WooCommerce's own Analytics, Orders: one row for each order, `2× Tee, 1× Mug` in one cell, and as the only
 * amount `N. Revenue`: net revenue, without tax, shipping and discounts. Nothing is added to it.
 */
export const woocommerceAnalytics = defineFormat({
  id: 'woocommerce-analytics',
  channel: 'woocommerce',
  columns: {
    orderNumber: ['Order #'],
    orderedAt: ['Date'],
    status: ['Status'],
    buyerName: ['Customer'],
    packedLines: ['Product(s)', 'Products'],
    subtotal: ['N. Revenue', 'Net Revenue', 'Net Sales'],
    // Read for its sign only: `€1,045.50`, `1.045,50 kr`.
    market: ['N. Revenue (formatted)'],
  },
  alsoKnown: [
    'N. Revenue (formatted)',
    'Customer type',
    'Items sold',
    'Coupon(s)',
    'Attribution',
    'Origin',
    'Invoice Number',
  ],
  unique: ['N. Revenue', 'N. Revenue (formatted)', 'Product(s)', 'Items sold', 'Coupon(s)', 'Customer type'],
  required: [['orderNumber'], ['packedLines', 'subtotal']],
  zone: 'business',
  decimalSign: '.',
  currencyOf: (file) => onlyCurrency(file.values('market')),
  tax: 'included',
  subtotalIs: 'after_discount',
  orderNumber: woocommerceOrderNumber,
  isLine: (cells) => cells('packedLines') !== '',
  readLines: (cells) => productsOf(cells('packedLines')),
  status: woocommerceStatus,
});

/** The currency that all of the amounts name; undefined where none does, or a sign of many currencies. */
function onlyCurrency(amounts: readonly string[]): CurrencyCode | undefined {
  const [currency, ...others] = new Set(amounts.map((text) => writtenAmount(text)?.currency));
  return others.length === 0 ? currency : undefined;
}

function productsOf(text: string): readonly LineText[] | undefined {
  const lines: LineText[] = [];
  for (const part of text.split(betweenProducts)) {
    const [, quantity, title] = product.exec(part) ?? [];
    if (quantity === undefined || title === undefined) return undefined;
    lines.push({sku: '', title, quantity});
  }
  return lines;
}
