import type {Product} from '../catalog/schema.ts';
import type {BuyerRow} from '../customers/schema.ts';
import {idFromName} from '../lib/id.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import type {Tx} from '../sync/define.ts';
import type {ImportId, ImportStep, ImportStepId} from './schema.ts';

/** The id of a step of an import. */
export function stepIdOf(importId: ImportId, step: number): ImportStepId {
  return idFromName('importStep', importId, String(step));
}

/** Takes the next step of an import that is being kept; refused where it is written already, so that none is kept twice. */
export async function openStep(tx: Tx, importId: ImportId, step: number): Promise<Result<undefined>> {
  const found = await tx.imports.get(importId);
  if (!found) return fail('intake.import_not_found', {importId});
  if (found.status !== 'keeping') return fail('intake.import_ended', {status: found.status});
  if (found.steps !== step) return fail('intake.step_out_of_turn', {step, expected: found.steps});

  await tx.imports.update(importId, {steps: step + 1});
  return ok(undefined);
}

export function emptyStep(importId: ImportId, step: number): ImportStep {
  const nothing = {
    made: [],
    changed: [],
    days: [],
    productIds: [],
    products: [],
    buyerIds: [],
    buyers: [],
    skipped: [],
  };
  return {id: stepIdOf(importId, step), importId, step, undone: false, ...nothing};
}

/** Adds the products and buyers that the shop has not met; one that another import has told of too stays when either is undone. */
export async function grow(
  tx: Tx,
  importId: ImportId,
  {products, buyers}: {readonly products: readonly Product[]; readonly buyers: readonly BuyerRow[]},
): Promise<Pick<ImportStep, 'productIds' | 'buyerIds'>> {
  const productIds: Product['id'][] = [];
  const knownProducts = await tx.products.getMany(products.map(({id}) => id));
  for (const [at, product] of products.entries()) {
    const known = knownProducts[at];
    if (!known) {
      await tx.products.put({...product, importId});
      productIds.push(product.id as Product['id']);
    } else if (known.importId !== undefined && known.importId !== importId) {
      await tx.products.update(known.id, {importId: undefined});
    }
  }

  const buyerIds: BuyerRow['id'][] = [];
  const knownBuyers = await tx.buyers.getMany(buyers.map(({id}) => id));
  for (const [at, buyer] of buyers.entries()) {
    const known = knownBuyers[at];
    if (!known) {
      await tx.buyers.put({...buyer, importId});
      buyerIds.push(buyer.id);
    } else if (known.importId !== undefined && known.importId !== importId) {
      await tx.buyers.update(known.id, {importId: undefined});
    }
  }
  return {productIds, buyerIds};
}
