import {defineFormat} from '../format.ts';
import {statusByWords} from '../status-words.ts';

const refunds = statusByWords({returned: ['refunded'], cancelled: ['voided', 'expired']});
const deliveries = statusByWords({shipped: ['fulfilled']});
const payments = statusByWords({
  paid: ['paid', 'partially refunded'],
  new: ['pending', 'authorized', 'partially paid', 'unpaid'],
});

/**
 * Orders as Shopify's admin exports them: one row for each line item, the order's own columns filled on its first row only.
 * Times carry their offset. `Subtotal` is after discounts; `Total` is what the buyer pays, whether prices contain tax or not.
 * Without `Total` it is Subtotal + Shipping, and Taxes too where prices are shown without them: in dollars of the USA and
 * Canada. The file itself does not say whether taxes are inside.
 */
export const shopify = defineFormat({
  id: 'shopify',
  channel: 'shopify',
  columns: {
    orderNumber: ['Name'],
    fallbackNumber: ['Id'],
    orderedAt: ['Created at', 'Paid at'],
    paidAt: ['Paid at'],
    shippedAt: ['Fulfilled at', 'Fulfillment Date'],
    cancelledAt: ['Cancelled at'],
    paymentStatus: ['Financial Status'],
    fulfillmentStatus: ['Fulfillment Status'],
    lineStatus: ['Lineitem fulfillment status'],
    sku: ['Lineitem sku'],
    title: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unitPrice: ['Lineitem price'],
    lineDiscount: ['Lineitem discount'],
    currency: ['Currency'],
    subtotal: ['Subtotal'],
    shipping: ['Shipping'],
    discount: ['Discount Amount'],
    tax: ['Taxes'],
    total: ['Total'],
    refunded: ['Refunded Amount'],
    buyerName: ['Billing Name'],
    buyerEmail: ['Email'],
    buyerPhone: ['Phone', 'Billing Phone'],
    shipName: ['Shipping Name'],
    shipCompany: ['Shipping Company'],
    shipStreet: ['Shipping Address1', 'Shipping Street'],
    shipStreet2: ['Shipping Address2'],
    shipPostalCode: ['Shipping Zip'],
    shipCity: ['Shipping City'],
    shipRegion: ['Shipping Province', 'Shipping Province Name'],
    shipCountry: ['Shipping Country'],
    shipPhone: ['Shipping Phone'],
  },
  alsoKnown: [
    'Accepts Marketing',
    'Discount Code',
    'Shipping Method',
    'Lineitem compare at price',
    'Lineitem requires shipping',
    'Lineitem taxable',
    'Billing*',
    'Shipping Street',
    'Shipping Province Name',
    'Notes',
    'Note Attributes',
    'Payment Method',
    'Payment Reference',
    'Payment References',
    'Payment ID',
    'Payment Terms Name',
    'Next Payment Due At',
    'Vendor',
    'Outstanding Balance',
    'Employee',
    'Location',
    'Device ID',
    'Tags',
    'Risk Level',
    'Source',
    'Tax 1*',
    'Tax 2*',
    'Tax 3*',
    'Tax 4*',
    'Tax 5*',
    'Receipt Number',
    'Duties',
  ],
  unique: [
    'Financial Status',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Lineitem requires shipping',
    'Lineitem taxable',
    'Lineitem fulfillment status',
    'Lineitem discount',
    'Lineitem compare at price',
  ],
  required: [
    ['orderNumber', 'fallbackNumber'],
    ['title', 'sku', 'total', 'subtotal'],
  ],
  never: ['Lineitem variant', 'Amount Refunded'],
  zone: 'business',
  decimalSign: '.',
  tax: {
    marketOf: (cells) => ({
      name: cells('currency'),
      ratesPerMille: [],
      unlessShown: ['USD', 'CAD'].includes(cells('currency')) ? 'added' : 'included',
    }),
  },
  subtotalIs: 'after_discount',
  continues: true,
  status: (order) => {
    if (order('cancelledAt') !== '') return 'cancelled';
    return (
      refunds(order('paymentStatus')) ?? deliveries(order('fulfillmentStatus')) ?? payments(order('paymentStatus'))
    );
  },
});
