import {layout5} from './layout-5.ts';

/**
 * 6: parcels, and orders that name theirs; number ranges and what was drawn from them; labels bought elsewhere, and their bytes on this
 * desk; files for carriers and what channels were told; rounds of picking, and sheets of what was handed over. Nothing that rested
 * before changes.
 */
export const layout6 = {
  ...layout5,
  parcels: 'id',
  boughtLabels: 'id,orderId,number',
  boughtBytes: 'labelId',
  numberRanges: 'id,[scheme+account]',
  numberDraws: 'id,rangeId,state',
  uploadTemplates: 'id',
  uploadBatches: 'id',
  tellings: 'id',
  carrierNames: 'id',
  waves: 'id,state',
  manifests: 'id,day',
} as const;
