import {defineQuery} from '../sync/define.ts';

/** All businesses with their storefronts; a shop has few of both. */
export const businessesInFull = defineQuery('storefronts.businessesInFull', {}, async (db) => {
  const businesses = await db.businesses.range({limit: 50});
  const storefronts = await db.storefronts.range({limit: 1_000});
  return {businesses, storefronts};
});
