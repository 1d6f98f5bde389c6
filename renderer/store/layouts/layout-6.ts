import {layout5} from './layout-5.ts';

/** 6: number ranges and what was drawn from them. Nothing that rested before changes. */
export const layout6 = {
  ...layout5,
  numberRanges: 'id,[scheme+account]',
  numberDraws: 'id,rangeId,state',
} as const;
