import {layout5} from './layout-5.ts';

/** 6: parcels, and orders that name theirs; number ranges and what was drawn from them; labels bought elsewhere, and their bytes on this desk. Nothing that rested before changes. */
export const layout6 = {
  ...layout5,
  parcels: 'id',
  boughtLabels: 'id,orderId,number',
  boughtBytes: 'labelId',
  numberRanges: 'id,[scheme+account]',
  numberDraws: 'id,rangeId,state',
} as const;
