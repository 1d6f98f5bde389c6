import {defineFormat} from '../format.ts';
import {etsyOrderNumber, etsyStatus} from './etsy-status.ts';

/**
 * Etsy's "Sold Order Items": one row for each item. What belongs to the order (`Order Shipping`, `Order Sales Tax`, discounts)
 * stands on the first item or on all of them, and counts once. No column has the order's total; `EtsySoldOrders` has it. `Order Sales
 * Tax` is added to the prices; `VAT Paid by Buyer` is not: it is in the prices of shops that have it.
 */
export const etsyItems = defineFormat({
  id: 'etsy-items',
  channel: 'etsy',
  columns: {
    orderNumber: ['Order ID'],
    orderedAt: ['Sale Date'],
    paidAt: ['Date Paid'],
    shippedAt: ['Date Shipped'],
    sku: ['SKU'],
    title: ['Item Name'],
    variation: ['Variations'],
    quantity: ['Quantity'],
    unitPrice: ['Price'],
    lineTotal: ['Item Total'],
    currency: ['Currency'],
    shipping: ['Order Shipping', 'Order Delivery', 'Order Postage'],
    shippingDiscount: ['Shipping Discount', 'Delivery Discount'],
    discount: ['Discount Amount'],
    tax: ['Order Sales Tax'],
    buyerHandle: ['Buyer'],
    buyerName: ['Ship Name', 'Delivery Name'],
    shipName: ['Ship Name', 'Delivery Name'],
    shipStreet: ['Ship Address1', 'Ship Address 1', 'Delivery Address1'],
    shipStreet2: ['Ship Address2', 'Ship Address 2', 'Delivery Address2'],
    shipCity: ['Ship City', 'Delivery City'],
    shipRegion: ['Ship State', 'Delivery State'],
    shipPostalCode: ['Ship Zipcode', 'Delivery Zipcode'],
    shipCountry: ['Ship Country', 'Delivery Country'],
  },
  alsoKnown: [
    'Coupon Code',
    'Coupon Details',
    'Transaction ID',
    'Listing ID',
    'Order Type',
    'Listings Type',
    'Payment Type',
    'InPerson Discount',
    'InPerson Location',
    'VAT Paid by Buyer',
  ],
  unique: [
    'Sale Date',
    'Order Shipping',
    'Order Sales Tax',
    'Item Total',
    'Listing ID',
    'Listings Type',
    'Ship Address1',
    'Ship Zipcode',
    'InPerson Discount',
    'InPerson Location',
    'VAT Paid by Buyer',
    'Variations',
  ],
  required: [
    ['orderNumber'],
    ['title', 'sku'],
    ['unitPrice', 'lineTotal', 'quantity'],
    // What the columns of this group are called, few other tables call so.
    ['orderedAt', 'shipping', 'tax', 'lineTotal', 'variation'],
  ],
  never: ['Order Value', 'Order Net', 'Number of Items', 'Buyer User ID', 'Payment ID'],
  zone: 'business',
  dateOrder: 'mdy',
  decimalSign: '.',
  tax: 'added',
  subtotalIs: 'before_discount',
  orderNumber: etsyOrderNumber,
  status: etsyStatus,
});
