import {buyers} from '../customers/schema.ts';
import {id} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {sealed} from '../lib/sealed.ts';
import {type Shaped, integer, list, object, oneOf, optional} from '../lib/shape.ts';
import {products} from '../catalog/schema.ts';
import {orders} from '../orders/schema.ts';
import {stampOf} from '../orders/stamp.ts';
import {type Ending, callOf, defineMutator, done, doneWith} from '../sync/define.ts';
import {emptyStep, grow, openStep, stepIdOf} from './import-step.ts';
import {
  type ImportStep,
  importCountsShape,
  importFileShape,
  importStatuses,
  intakeMemoryFields,
  orderTellingShape,
  ordersPerStep,
  productsPerStep,
  stamp,
  stepSourcesFields,
} from './schema.ts';

/**
 * One order of a step. `basis` is the stamp of the row it was planned against, absent for a new one; `order` is the row as
 * it shall be, absent where only what files have told is remembered. `telling` is absent where it lies in the step's `sources`.
 */
export const keptOrderShape = object({
  orderId: id('order'),
  basis: optional(stamp),
  order: optional(orders.shape),
  telling: optional(sealed(orderTellingShape)),
});
export type KeptOrder = Shaped<typeof keptOrderShape>;

/** Begins an import: from now on its steps may come. What had been found in its files may be told again at its end. */
export const beginImport = defineMutator(
  'intake.beginImport',
  {importId: id('import'), files: list(importFileShape, {max: 100}), counts: importCountsShape},
  async (tx, {importId, files, counts}): Ending => {
    if (await tx.imports.get(importId)) return fail('intake.already_there', {importId});

    await tx.imports.put({id: importId, at: tx.at, status: 'keeping', files, counts, steps: 0});
    return done;
  },
);

/** Says how an import ended: kept, given up while it was kept, or undone as a whole. */
export const endImport = defineMutator(
  'intake.endImport',
  {importId: id('import'), status: oneOf(importStatuses)},
  async (tx, {importId, status}): Ending => {
    const before = await tx.imports.get(importId);
    if (!before) return fail('intake.import_not_found', {importId});

    await tx.imports.update(importId, {status});
    return doneWith(callOf(endImport, {importId, status: before.status}));
  },
);

/**
 * Keeps some orders of an import. Those that have changed since they were planned are left as they are and named in the
 * step; nothing is forced. Steps are numbered from 0 without a gap.
 */
export const importOrders = defineMutator(
  'intake.importOrders',
  {
    importId: id('import'),
    step: integer({min: 0}),
    orders: list(keptOrderShape, {max: ordersPerStep}),
    sources: optional(object(stepSourcesFields)),
    products: list(products.shape, {max: productsPerStep}),
    buyers: list(buyers.shape, {max: ordersPerStep}),
  },
  async (tx, {importId, step, orders: kept, sources, ...grown}): Ending => {
    const opened = await openStep(tx, importId, step);
    if (!opened.ok) return opened;

    const made: ImportStep['made'][number][] = [];
    const changed: ImportStep['changed'][number][] = [];
    const skipped: ImportStep['skipped'][number][] = [];
    const together = new Set(sources?.orderIds);
    const befores = await tx.orders.getMany(kept.map(({orderId}) => orderId));
    for (const [at, {orderId, basis, order, telling}] of kept.entries()) {
      const before = befores[at];
      const present = before?.status === 'withdrawn' ? undefined : before;
      if ((present && stampOf(present)) !== basis || (order && order.id !== orderId) || (!present && !order)) {
        skipped.push(orderId);
        continue;
      }
      const after = order ?? present;
      if (!after) continue;
      if (!present) made.push({orderId, stamp: stampOf(after), status: after.status});
      else {
        const told = await tx.orderSources.get(orderId);
        changed.push({stamp: stampOf(after), order: present, ...(told && {telling: told.telling})});
      }
      if (order) await tx.orders.put(together.has(orderId) ? {...order, importId, importStep: step} : order);
      if (telling) await tx.orderSources.put({id: orderId, telling});
    }
    if (sources) await tx.stepSources.put({id: stepIdOf(importId, step), ...sources});
    const ids = await grow(tx, importId, grown);
    await tx.importSteps.put({...emptyStep(importId, step), made, changed, skipped, ...ids});
    return done;
  },
);

/** Remembers what was chosen for files with this header. */
export const rememberChoice = defineMutator('intake.remember', intakeMemoryFields, async (tx, memory): Ending => {
  await tx.intakeMemory.put(memory);
  return done;
});
