import {layout5} from './layout-5.ts';

/** 6: `parcels`, and orders that name theirs. Nothing that rested before changes. */
export const layout6 = {...layout5, parcels: 'id'} as const;
