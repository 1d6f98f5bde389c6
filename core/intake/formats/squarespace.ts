import {defineFormat} from '../format.ts';
import {shopify} from './shopify.ts';

/** Orders of Squarespace's shops: Shopify's table with a few names of its own. */
export const squarespace = defineFormat({
  ...shopify,
  id: 'squarespace',
  channel: 'other',
  columns: {
    ...shopify.columns,
    orderNumber: ['Order ID'],
    fallbackNumber: [],
    variation: ['Lineitem variant'],
    refunded: ['Amount Refunded'],
  },
  alsoKnown: [...shopify.alsoKnown, 'Private Notes', 'Channel*'],
  unique: ['Lineitem variant', 'Amount Refunded', 'Private Notes', ...shopify.unique],
  never: ['Name'],
});
