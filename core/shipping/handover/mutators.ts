import {id} from '../../lib/id.ts';
import {branded, list, pattern, text} from '../../lib/shape.ts';
import {callOf, defineFact} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {manifestParcelsMax} from './schema.ts';

/**
 * A carrier has taken these parcels. Those that stand on another sheet, or are not closed, are left off this one, and a person is told how
 * many: two desks had the same pile. Told twice it is one sheet.
 */
export const parcelsHandedOver = defineFact(
  'handover.done',
  {
    manifestId: id('manifest'),
    number: pattern(/^[A-Z0-9-]{1,20}$/),
    carrier: text({max: 60}),
    day: branded<LocalDate>(pattern(/^\d{4}-\d{2}-\d{2}$/)),
    parcelIds: list(id('parcel'), {max: manifestParcelsMax}),
  },
  async (tx, {manifestId, number, carrier, day, parcelIds}) => {
    if (await tx.manifests.get(manifestId)) return {};
    const parcels = await tx.parcels.getMany([...new Set(parcelIds)]);
    const free = parcels.flatMap((parcel) =>
      parcel?.status === 'closed' && parcel.manifestId === undefined ? [parcel.id] : [],
    );
    for (const parcelId of free) await tx.parcels.update(parcelId, {manifestId});
    await tx.manifests.put({id: manifestId, number, carrier, day, handedAt: tx.at, parcelIds: free});
    const left = parcels.length - free.length;
    const collided = {code: 'shipping.handed_before', values: {left, number}} as const;
    return {undo: callOf(handoverVoided, {manifestId}), ...(left > 0 && {collided})};
  },
);

/** The carrier did not take them: the sheet is void, and its parcels wait for another. */
export const handoverVoided = defineFact('handover.voided', {manifestId: id('manifest')}, async (tx, {manifestId}) => {
  const manifest = await tx.manifests.get(manifestId);
  if (!manifest || manifest.voidedAt !== undefined) return {};
  for (const parcel of await tx.parcels.getMany(manifest.parcelIds)) {
    if (parcel?.manifestId === manifestId) await tx.parcels.update(parcel.id, {manifestId: undefined});
  }
  await tx.manifests.update(manifestId, {voidedAt: tx.at});
  return {};
});
