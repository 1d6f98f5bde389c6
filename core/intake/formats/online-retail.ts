import type {CurrencyCode} from '../../money/currency.ts';
import type {ZoneId} from '../../time/zone.ts';
import {defineFormat} from '../format.ts';

/**
 * The ledger of a British wholesaler, as the UCI Machine Learning Repository publishes it (Online Retail, and its second
 * edition with other names): one row a line, in pounds, on London's clock, quantity x price and nothing on top. Invoices
 * that begin with `C` are cancellations, with quantities below zero; `A` adjusts bad debt.
 */
export const onlineRetail = defineFormat({
  id: 'online-retail',
  channel: 'other',
  columns: {
    orderNumber: ['InvoiceNo', 'Invoice'],
    orderedAt: ['InvoiceDate'],
    sku: ['StockCode'],
    title: ['Description'],
    quantity: ['Quantity'],
    unitPrice: ['UnitPrice', 'Price'],
    buyerHandle: ['CustomerID', 'Customer ID'],
    shipCountry: ['Country'],
  },
  alsoKnown: [],
  unique: ['InvoiceNo', 'StockCode', 'InvoiceDate', 'CustomerID'],
  required: [['orderNumber'], ['sku'], ['quantity'], ['unitPrice']],
  zone: 'Europe/London' as ZoneId,
  dateOrder: 'mdy',
  decimalSign: '.',
  currency: 'GBP' as CurrencyCode,
  tax: 'included',
  // An invoice is written when the goods leave: nobody has to pack them again.
  status: (order) => (/^C/i.test(order('orderNumber')) ? 'returned' : 'shipped'),
});
