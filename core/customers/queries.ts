import {integer, optional, pattern} from '../lib/shape.ts';
import {defineQuery} from '../sync/define.ts';

/** Buyers by id, a page at a time; what tells about them is sealed and opened on the desk. */
export const buyersPage = defineQuery(
  'customers.buyers',
  {from: optional(pattern(/^[A-Za-z0-9_-]{1,12}$/)), limit: integer({min: 1, max: 10_000})},
  async (db, {from, limit}) => db.buyers.range({limit, ...(from !== undefined && {from})}),
);
