import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {integer} from '../lib/shape.ts';
import type {RateDay} from '../money/schema.ts';
import type {OrderId} from '../orders/schema.ts';
import {stampOf} from '../orders/stamp.ts';
import {type Ending, type Tx, callOf, defineMutator, doneWith} from '../sync/define.ts';
import {stepIdOf} from './import-step.ts';
import type {ImportStep} from './schema.ts';

const stepFields = {importId: id('import'), step: integer({min: 0})};

/**
 * Takes a step of an import back: what it changed is as before, what it made is withdrawn. Orders that somebody has changed
 * since are left alone and named in the step's `skipped`. Undo the steps of an import from the last to the first.
 */
export const undoStep = defineMutator('intake.undoStep', stepFields, async (tx, {importId, step}): Ending => {
  const found = await tx.importSteps.get(stepIdOf(importId, step));
  if (!found) return fail('intake.step_not_found', {step});
  if (found.undone) return fail('intake.step_undone_already', {step});

  const skipped: OrderId[] = [];
  const made = await withdrawMade(tx, found, skipped);
  const changed = await swapChanged(tx, found, skipped);
  const days = await swapDays(tx, found);
  const taken = await takeGrown(tx, found);
  await tx.importSteps.put({...found, undone: true, made, changed, days, skipped, ...taken});
  return doneWith(callOf(redoStep, {importId, step}));
});

/** Does an undone step again, as far as nobody has changed its orders since. */
export const redoStep = defineMutator('intake.redoStep', stepFields, async (tx, {importId, step}): Ending => {
  const found = await tx.importSteps.get(stepIdOf(importId, step));
  if (!found) return fail('intake.step_not_found', {step});
  if (!found.undone) return fail('intake.step_not_undone', {step});

  const skipped: OrderId[] = [];
  const made = await bringBackMade(tx, found, skipped);
  const changed = await swapChanged(tx, found, skipped);
  const days = await swapDays(tx, found);
  for (const product of found.products) if (!(await tx.products.get(product.id))) await tx.products.put(product);
  for (const buyer of found.buyers) if (!(await tx.buyers.get(buyer.id))) await tx.buyers.put(buyer);
  await tx.importSteps.put({...found, undone: false, made, changed, days, skipped, products: [], buyers: []});
  return doneWith(callOf(undoStep, {importId, step}));
});

async function withdrawMade(tx: Tx, {made}: ImportStep, skipped: OrderId[]): Promise<ImportStep['made']> {
  const withdrawn: ImportStep['made'][number][] = [];
  const ids = made.map(({orderId}) => orderId);
  const orders = await tx.orders.getMany(ids);
  const sources = await tx.orderSources.getMany(ids);
  for (const [at, {orderId, stamp, status}] of made.entries()) {
    const order = orders[at];
    if (!order || stampOf(order) !== stamp) {
      skipped.push(orderId);
      continue;
    }
    const source = sources[at];
    await tx.orders.put({...order, status: 'withdrawn'});
    if (source) await tx.orderSources.delete(orderId);
    const left = {orderId, stamp: stampOf({...order, status: 'withdrawn'}), status};
    withdrawn.push(source ? {...left, telling: source.telling} : left);
  }
  return withdrawn;
}

async function bringBackMade(tx: Tx, {made}: ImportStep, skipped: OrderId[]): Promise<ImportStep['made']> {
  const back: ImportStep['made'][number][] = [];
  for (const {orderId, stamp, status, telling} of made) {
    const order = await tx.orders.get(orderId);
    if (!order || stampOf(order) !== stamp) {
      skipped.push(orderId);
      continue;
    }
    await tx.orders.update(orderId, {status});
    if (telling) await tx.orderSources.put({id: orderId, telling});
    back.push({orderId, stamp: stampOf({...order, status}), status});
  }
  return back;
}

/** Puts the other version of each changed order in its place, and keeps the one that stood there. */
async function swapChanged(tx: Tx, {changed}: ImportStep, skipped: OrderId[]): Promise<ImportStep['changed']> {
  const swapped: ImportStep['changed'][number][] = [];
  for (const {stamp, order, telling} of changed) {
    const now = await tx.orders.get(order.id);
    if (!now || stampOf(now) !== stamp) {
      skipped.push(order.id as OrderId);
      continue;
    }
    const source = await tx.orderSources.get(order.id);
    await tx.orders.put(order);
    if (telling) await tx.orderSources.put({id: order.id as OrderId, telling});
    else await tx.orderSources.delete(order.id);
    swapped.push({stamp: stampOf(order), order: now, ...(source && {telling: source.telling})});
  }
  return swapped;
}

/** The same for rates; what a person has typed for a day stays. */
async function swapDays(tx: Tx, {days}: ImportStep): Promise<ImportStep['days']> {
  const swapped: ImportStep['days'][number][] = [];
  for (const {id: day, row} of days) {
    const now = await tx.rateDays.get(day);
    const left = withTyped(row, now);
    if (left) await tx.rateDays.put(left);
    else await tx.rateDays.delete(day);
    swapped.push(now ? {id: day, row: now} : {id: day});
  }
  return swapped;
}

function withTyped(row: RateDay | undefined, now: RateDay | undefined): RateDay | undefined {
  if (!now?.typed) {
    if (!row) return undefined;
    const {typed: _typed, ...rest} = row;
    return rest;
  }
  return row ? {...row, typed: now.typed} : {id: now.id, base: now.base, source: 'typed', quotes: [], typed: now.typed};
}

/** Takes away the products and buyers that only this import has told of. */
async function takeGrown(
  tx: Tx,
  {importId, productIds, buyerIds}: ImportStep,
): Promise<Pick<ImportStep, 'products' | 'buyers'>> {
  const products: ImportStep['products'][number][] = [];
  for (const productId of productIds) {
    const product = await tx.products.get(productId);
    if (product?.importId !== importId) continue;
    products.push(product);
    await tx.products.delete(productId);
  }
  const buyers: ImportStep['buyers'][number][] = [];
  for (const buyerId of buyerIds) {
    const buyer = await tx.buyers.get(buyerId);
    if (buyer?.importId !== importId) continue;
    buyers.push(buyer);
    await tx.buyers.delete(buyerId);
  }
  return {products, buyers};
}
