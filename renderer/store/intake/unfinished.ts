import type {IntakeState} from '#core/intake/messages.ts';
import type {Store} from '#core/sync/store.ts';
import {isBeingKept} from './import-lock.ts';
import {importsOf} from './shop-side.ts';

/** An import whose desk was killed while it was kept; what it has written stands in the shop until it is taken back. */
export async function unfinishedImport(store: Store): Promise<IntakeState['unfinished']> {
  if (await isBeingKept()) return undefined;
  const found = (await importsOf(store)).find(({status}) => status === 'keeping');
  if (!found) return undefined;

  const steps = await store.read((tx) => tx.byKey('importSteps', 'importId', [found.id]));
  const orders = steps.reduce((sum, {made, changed}) => sum + made.length + changed.length, 0);
  return {importId: found.id, at: found.at, orders};
}
