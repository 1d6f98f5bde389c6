import {expect, test} from 'vitest';
import {bestFit} from './detect.ts';
import {formats} from './formats/all.ts';

const headers = {
  shopify:
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku',
  'amazon-all':
    'amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,sales-channel,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax',
  'amazon-new':
    'order-id,order-item-id,purchase-date,payments-date,buyer-email,sku,product-name,quantity-purchased,currency,item-price,item-tax,recipient-name,ship-city',
  'amazon-unshipped':
    'order-id,order-item-id,purchase-date,reporting-date,promise-date,days-past-promise,sku,product-name,quantity-purchased,quantity-to-ship,recipient-name,ship-city',
  'online-retail': 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
};

function fit(header: readonly string[]) {
  const found = bestFit(header, formats);
  return found ? {format: found.format.id, sure: found.confidence >= 0.9} : undefined;
}

test('a header is known in any order of its columns and any way of writing their names', () => {
  const found = Object.values(headers).map((header) => {
    const written = header.split(',').map((name) => `\uFEFF ${name.toUpperCase().replaceAll('-', ' ')}`);
    return fit(written.toReversed());
  });

  expect(found).toEqual(Object.keys(headers).map((format) => ({format, sure: true})));
});

test('columns that somebody added leave a format known, and too many make it unsure', () => {
  const own = headers.shopify.split(',');
  const added = (count: number) => [...own, ...Array.from({length: count}, (_, at) => `Our column ${String(at)}`)];

  expect([fit(added(5)), fit(added(40))]).toEqual([
    {format: 'shopify', sure: true},
    {format: 'shopify', sure: false},
  ]);
});

test('names that many tables have never make a format sure', () => {
  expect(fit(['Name', 'Email', 'Total', 'Currency', 'Created at'])).toEqual({format: 'shopify', sure: false});
});

test('customers, payments and other tables are no orders', () => {
  const tables = [
    'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,City,Zip,Phone,Total Spent,Total Orders',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID',
    'Handle,Title,Body (HTML),Vendor,Tags,Variant SKU,Variant Price',
  ];

  expect(tables.map((header) => fit(header.split(',')))).toEqual([undefined, undefined, undefined]);
});
