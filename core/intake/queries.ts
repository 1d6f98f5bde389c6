import {id} from '../lib/id.ts';
import {integer} from '../lib/shape.ts';
import {defineQuery} from '../sync/define.ts';
import {tellingPlaces} from './order-telling.ts';
import type {Import} from './schema.ts';

const importsMax = 1_000;

/** An import, and whether it can still be undone. */
export interface ImportInFull extends Import {
  readonly canUndo: boolean;
}

/** All imports, newest first, with whether each can still be undone: it was kept, or did not come to its end. */
export const importsInFull = defineQuery('intake.imports', {}, async (db): Promise<readonly ImportInFull[]> => {
  const imports = await db.imports.range({limit: importsMax});
  return imports
    .toSorted((a, b) => b.at - a.at)
    .map((one) => ({...one, canUndo: one.status === 'kept' || one.status === 'keeping'}));
});

/** Where what files have told of an order lies, sealed, and the imports they came by; null where the order came by no file. */
export const sourceOfOrder = defineQuery('intake.sourceOf', {orderId: id('order')}, async (db, {orderId}) => {
  const order = await db.orders.get(orderId);
  const [place] = order ? await tellingPlaces(db, [order]) : [];
  return place ? {place, imports: await db.imports.range({limit: importsMax})} : null;
});

/** The steps of an import, in order. */
export const stepsOfImport = defineQuery(
  'intake.stepsOf',
  {importId: id('import'), from: integer({min: 0}), count: integer({min: 1, max: 1_000})},
  async (db, {importId, from, count}) => {
    const steps = await db.importSteps.byKey('importId', importId);
    return steps.toSorted((a, b) => a.step - b.step).slice(from, from + count);
  },
);
