import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {type Ending, callOf, defineMutator, done, doneWith} from '../sync/define.ts';
import {businessFields, storefrontFields} from './schema.ts';

/** Begins a business; a shop has one at first. */
export const createBusiness = defineMutator('businesses.create', businessFields, async (tx, business): Ending => {
  if (await tx.businesses.get(business.id)) return fail('businesses.already_there', {businessId: business.id});

  await tx.businesses.put(business);
  return done;
});

/** Changes what a business is called, when its day begins, what it reports in and where it sends from. */
export const changeBusiness = defineMutator('businesses.change', businessFields, async (tx, business): Ending => {
  const before = await tx.businesses.get(business.id);
  if (!before) return fail('businesses.not_found', {businessId: business.id});

  await tx.businesses.put(business);
  return doneWith(callOf(changeBusiness, before));
});

/** Opens one account on one channel; its name is new within the business, so that people can tell storefronts apart. */
export const createStorefront = defineMutator(
  'storefronts.create',
  storefrontFields,
  async (tx, storefront): Ending => {
    if (!(await tx.businesses.get(storefront.businessId))) {
      return fail('businesses.not_found', {businessId: storefront.businessId});
    }
    if (await tx.storefronts.get(storefront.id)) return fail('storefronts.already_there', {name: storefront.name});

    const namesakes = await tx.storefronts.byKey('name', storefront.businessId, storefront.name);
    if (namesakes.length > 0) return fail('storefronts.name_taken', {name: storefront.name});

    await tx.storefronts.put(storefront);
    return doneWith(callOf(removeStorefront, {storefrontId: storefront.id}));
  },
);

/** Takes a storefront off the list again; orders that came in by it stay. */
export const removeStorefront = defineMutator(
  'storefronts.remove',
  {storefrontId: id('storefront')},
  async (tx, {storefrontId}): Ending => {
    const storefront = await tx.storefronts.get(storefrontId);
    if (!storefront) return fail('storefronts.not_found', {storefrontId});

    await tx.storefronts.delete(storefrontId);
    return doneWith(callOf(createStorefront, storefront));
  },
);
