import {type CellText, type Format, defineFormat} from '../format.ts';
import {statusByWords} from '../status-words.ts';
import {amazonMarket} from './amazon-markets.ts';

const states = statusByWords({
  new: ['pending', 'pending availability', 'payment pending', 'invoice unconfirmed'],
  paid: ['unshipped', 'partially shipped', 'shipping', 'invoiceunconfirmed', 'shipped pending'],
  shipped: ['shipped', 'complete', 'shipped delivered to buyer', 'shipped picked up', 'shipped out for delivery'],
  returned: [
    'returned',
    'shipped returned to seller',
    'shipped rejected by buyer',
    'shipped returning to seller',
    'refunded',
  ],
  cancelled: ['cancelled', 'canceled', 'unfulfillable'],
});

// An item that was cancelled is not paid for, unless the whole order is cancelled: then the file's figures stand as they are.
const isLine = (cells: CellText) =>
  (cells('sku') !== '' || cells('title') !== '') &&
  (states(cells('lineStatus')) !== 'cancelled' || states(cells('status')) === 'cancelled');

/**
 * What all of Amazon's order reports (tab separated, one row an order item) share. `item-price` is for the whole row,
 * not for one piece, and so is every amount; times carry their offset. The buyer pays prices, shipping and gift wrap less promotions, and
 * taxes where the marketplace's prices are without them: see `amazonMarket`.
 */
const shared = {
  channel: 'amazon',
  decimalSign: '.',
  dateOrder: 'dmy',
  zone: 'business',
  perRow: ['shipping', 'shippingTax', 'shippingDiscount', 'fee', 'feeTax', 'discount', 'tax'],
  tax: {marketOf: (cells: CellText) => amazonMarket({channel: cells('market'), currency: cells('currency')})},
  isLine,
} as const satisfies Partial<Format>;

const amounts = {
  market: ['sales-channel', 'sales channel'],
  currency: ['currency'],
  lineTotal: ['item-price'],
  tax: ['item-tax'],
  shipping: ['shipping-price'],
  shippingTax: ['shipping-tax'],
  fee: ['gift-wrap-price'],
  feeTax: ['gift-wrap-tax'],
  discount: ['item-promotion-discount'],
  shippingDiscount: ['ship-promotion-discount'],
} as const;

const address = {
  shipName: ['recipient-name'],
  shipStreet: ['ship-address-1'],
  shipStreet2: ['ship-address-2'],
  shipStreet3: ['ship-address-3'],
  shipCity: ['ship-city'],
  shipRegion: ['ship-state'],
  shipPostalCode: ['ship-postal-code'],
  shipCountry: ['ship-country'],
  shipPhone: ['ship-phone-number'],
} as const;

const buyer = {
  buyerName: ['buyer-name'],
  buyerEmail: ['buyer-email'],
  buyerPhone: ['buyer-phone-number'],
} as const;

const alsoKnown = [
  'order-item-id',
  'payments-date',
  'ship-service-level',
  'ship-service-name',
  'bill-*',
  'item-promotion-id',
  'ship-promotion-id',
  'promotion-ids',
  'delivery-*',
  'is-business-order',
  'purchase-order-number',
  'price-designation',
  'is-prime',
  'is-premium-order',
  'is-iba',
  'is-global-express',
  'is-exchange-order',
  'is-replacement-order',
  'original-order-id',
  'is-transparency',
  'is-amazon-invoiced',
  'is-buyer-requested-cancellation',
  'buyer-requested-cancel-reason',
  'is-sold-by-ab',
  'is-heavy-or-bulky',
  'is-pickup-order',
  'is-ispu-order',
  'store-chain-store-id',
  'address-type',
  'license-*',
  'buyer-*',
  'vat-*',
  'tax-*',
  'ioss-number',
  'gift-*',
  'customized-*',
  'signature-confirmation-recommended',
  'default-ship-from-*',
  'actual-ship-from-*',
  'fulfilled-by',
  'cpf',
  'url',
  'payment-method*',
  'cod-*',
  'points-granted',
  'earliest-ship-date',
  'verge-of-*',
];

// Temu writes much of its file in Amazon's words.
const sibling = ['order item status', 'contribution sku', 'activity goods base price', 'latest shipping time'];

/** Unshipped orders: where to send what, and no amounts. */
export const amazonUnshipped = defineFormat({
  ...shared,
  id: 'amazon-unshipped',
  columns: {
    ...amounts,
    ...address,
    ...buyer,
    orderNumber: ['order-id'],
    orderedAt: ['purchase-date'],
    paidAt: ['payments-date'],
    shipBy: ['promise-date', 'latest-ship-date'],
    sku: ['sku'],
    title: ['product-name'],
    quantity: ['quantity-purchased'],
  },
  alsoKnown: [...alsoKnown, 'reporting-date', 'days-past-promise', 'quantity-shipped', 'quantity-to-ship'],
  unique: [
    'reporting-date',
    'days-past-promise',
    'quantity-to-ship',
    'verge-of-cancellation',
    'verge-of-lateShipment',
    'promise-date',
    'quantity-purchased',
    'order-item-id',
  ],
  required: [['orderNumber'], ['sku', 'title'], ['quantity', 'shipBy']],
  never: ['item-price', 'amazon-order-id', ...sibling],
  status: () => 'paid',
});

/** New orders: address and amounts. */
export const amazonNew = defineFormat({
  ...shared,
  id: 'amazon-new',
  columns: {
    ...amounts,
    ...address,
    ...buyer,
    orderNumber: ['order-id'],
    orderedAt: ['purchase-date'],
    paidAt: ['payments-date'],
    shipBy: ['promise-date', 'latest-ship-date'],
    sku: ['sku'],
    title: ['product-name'],
    quantity: ['quantity-purchased'],
  },
  alsoKnown: [...alsoKnown, 'quantity-shipped', 'quantity-to-ship'],
  unique: [
    'order-item-id',
    'item-price',
    'item-tax',
    'shipping-price',
    'shipping-tax',
    'ship-service-level',
    'quantity-purchased',
    'payments-date',
  ],
  required: [['orderNumber'], ['sku', 'title'], ['lineTotal']],
  never: ['amazon-order-id', ...sibling],
  status: () => 'paid',
});

/** All orders, by order date or by last update: states and amounts, of the address only city, region, code and country. */
export const amazonAll = defineFormat({
  ...shared,
  id: 'amazon-all',
  columns: {
    ...amounts,
    orderNumber: ['amazon-order-id'],
    orderedAt: ['purchase-date'],
    status: ['order-status'],
    lineStatus: ['item-status'],
    sku: ['sku'],
    title: ['product-name'],
    quantity: ['quantity', 'quantity-purchased'],
    shipCity: ['ship-city'],
    shipRegion: ['ship-state'],
    shipPostalCode: ['ship-postal-code'],
    shipCountry: ['ship-country'],
  },
  alsoKnown: [...alsoKnown, 'merchant-order-id', 'last-updated-date', 'fulfillment-channel', 'order-channel', 'asin'],
  unique: [
    'amazon-order-id',
    'merchant-order-id',
    'last-updated-date',
    'fulfillment-channel',
    'order-channel',
    'asin',
    'item-status',
    'order-status',
  ],
  required: [['orderNumber'], ['sku', 'title']],
  status: (order) => states(order('status').replaceAll(' - ', ' ')),
});
