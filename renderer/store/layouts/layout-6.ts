import {layout5} from './layout-5.ts';

/** 6: parcels, and orders that name theirs; number ranges and what was drawn from them. Nothing that rested before changes. */
export const layout6 = {
  ...layout5,
  parcels: 'id',
  numberRanges: 'id,[scheme+account]',
  numberDraws: 'id,rangeId,state',
} as const;
