import {id} from '../lib/id.ts';
import {type Ending, callOf, defineMutator, done, doneWith} from '../sync/define.ts';
import {trayItems} from './schema.ts';

/** A person has dealt with it. Where somebody at another desk has already, nothing is left to do, and nobody is told so. */
export const dismissTrayItem = defineMutator(
  'tray.dismiss',
  {trayItemId: id('trayItem')},
  async (tx, {trayItemId}): Ending => {
    const item = await tx.trayItems.get(trayItemId);
    if (!item) return done;

    await tx.trayItems.delete(trayItemId);
    return doneWith(callOf(returnTrayItem, {item}));
  },
);

/** Puts a dismissed item back as it lay there. */
export const returnTrayItem = defineMutator('tray.return', {item: trayItems.shape}, async (tx, {item}): Ending => {
  if (await tx.trayItems.get(item.id)) return done;

  await tx.trayItems.put(item);
  return doneWith(callOf(dismissTrayItem, {trayItemId: item.id}));
});
