import {must} from '../lib/assert.ts';
import type {Sealed, Vault} from '../lib/sealed.ts';
import type {Order} from '../orders/schema.ts';
import type {Db} from '../sync/define.ts';
import {stepIdOf} from './import-step.ts';
import type {ImportId, OrderTelling} from './schema.ts';

/** Where what files have told of an order lies: in an envelope of its own, or at a place in that of the step that made it. */
export type TellingPlace =
  | {readonly telling: Sealed<OrderTelling>}
  | {readonly tellings: Sealed<readonly OrderTelling[]>; readonly at: number};

/** For each order, where what files have told of it lies; undefined where none has. */
export async function tellingPlaces(
  db: Pick<Db, 'orderSources' | 'stepSources'>,
  orders: readonly Order[],
): Promise<readonly (TellingPlace | undefined)[]> {
  const own = await db.orderSources.getMany(orders.map(({id}) => id));
  const stepIds = orders.map(({importId, importStep}, at) => {
    return own[at] || importId === undefined || importStep === undefined
      ? undefined
      : stepIdOf(importId as ImportId, importStep);
  });
  const asked = [...new Set(stepIds.flatMap((stepId) => stepId ?? []))];
  const found = await db.stepSources.getMany(asked);
  const steps = new Map(asked.map((stepId, at) => [stepId, found[at]]));
  return orders.map(({id, status}, at) => {
    if (status === 'withdrawn') return undefined;
    const row = own[at];
    if (row) return {telling: row.telling};
    const stepId = stepIds[at];
    const step = stepId && steps.get(stepId);
    const place = step ? step.orderIds.indexOf(id as (typeof step.orderIds)[number]) : -1;
    return step && place >= 0 ? {tellings: step.tellings, at: place} : undefined;
  });
}

/** Opens tellings; an envelope that several lie in is opened once. */
export async function openTellings(
  vault: Vault,
  places: readonly (TellingPlace | undefined)[],
): Promise<readonly (OrderTelling | undefined)[]> {
  const opening = new Map<string, Promise<readonly OrderTelling[]>>();
  return Promise.all(
    places.map(async (place) => {
      if (!place) return undefined;
      if ('telling' in place) return vault.open(place.telling);
      const {tellings, at} = place;
      const opened = opening.get(tellings.bytes) ?? vault.open(tellings);
      opening.set(tellings.bytes, opened);
      return must((await opened)[at], 'as many tellings as the step has orders');
    }),
  );
}
