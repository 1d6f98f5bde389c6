import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {fitOf, sureFrom} from '../detect.ts';
import {formats} from './all.ts';

const knownHeaders = new URL('../../../../shared/data/orders/headers/known-headers.json', import.meta.url);
const formatOfHeader = {
  shopify_orders: 'shopify',
  amazon_unshipped: 'amazon-unshipped',
  amazon_all_orders: 'amazon-all',
  ebay_orders_en: 'ebay',
  ebay_orders_uk_part: 'ebay',
  ebay_orders_de_part: 'ebay-de',
  etsy_orders: 'etsy-orders',
  etsy_items: 'etsy-items',
  woo_webtoffee: 'woocommerce-orders',
  woo_csv_suite: 'woocommerce-orders',
  tiktok_orders: 'tiktok',
} as const;

test('no two formats have one name', () => {
  const ids = formats.map(({id}) => id);

  expect(ids).toEqual([...new Set(ids)]);
});

// Everyday tables of orders, which a person maps: none may pass for a marketplace's.
test.each([
  'order_id,order_date,customer_email,sku,quantity,price,total,currency,status',
  'Order Number,Order Date,Customer Name,Email,Product Name,SKU,Quantity,Unit Price,Total,Currency,Status,City,Country',
  'Order ID,Customer Name,Order Date,Order Status,Tax Total,Order Total (inc tax),Product Name,Product SKU,Product Qty',
  'Payment ID,Buyer Username,Buyer Name,Order ID,Gross Amount,Fees,Net Amount,Currency,Status,Order Date,Buyer',
  'Date,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Item Title,Quantity,Country',
])('a table with the columns %s is not taken for an export of a marketplace', (header) => {
  const fits = formats.map((format) => fitOf(header.split(','), format).confidence);

  expect(fits.filter((confidence) => confidence >= 0.5)).toEqual([]);
});

test('headers as programs write them are known for certain, and no other format comes near', (ctx) => {
  if (!existsSync(knownHeaders)) return ctx.skip('no shared data');

  const headers = JSON.parse(readFileSync(knownHeaders, 'utf8')) as Record<string, {readonly columns: string[]}>;
  const known = Object.entries(headers).map(([name, {columns}]) => {
    const fits = formats.map((format) => fitOf(columns, format));
    const sure = fits.filter(({confidence}) => confidence >= sureFrom).map(({format}) => format.id);
    const near = fits.filter(({confidence}) => confidence >= 0.5 && confidence < sureFrom);
    return [name, sure, near.length];
  });

  expect(known).toEqual(
    Object.keys(headers).map((name) => {
      const id = (formatOfHeader as Readonly<Record<string, string>>)[name];
      return [name, id === undefined ? [] : [id], 0];
    }),
  );
});
