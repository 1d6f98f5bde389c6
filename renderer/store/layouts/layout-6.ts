import {layout5} from './layout-5.ts';

/**
 * 6: parcels, and orders that name theirs; number ranges and what was drawn from them; rounds of picking, and sheets of what
 * was handed over. Nothing that rested before changes.
 */
export const layout6 = {
  ...layout5,
  parcels: 'id',
  numberRanges: 'id,[scheme+account]',
  numberDraws: 'id,rangeId,state',
  waves: 'id,state',
  manifests: 'id,day',
} as const;
