import {id, idFromName} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {oneOf, optional, text} from '../../lib/shape.ts';
import {type StorefrontId, channels} from '../../storefronts/schema.ts';
import {type Ending, type Tx, callOf, defineFact, defineMutator, done, doneWith} from '../../sync/define.ts';
import type {Parcel} from '../packing/schema.ts';
import {tellingFields} from './schema.ts';

const tellingId = id('telling');

/** A channel was told of these parcels. A fact: the file is in somebody's hand. Told twice it happened once. */
export const channelTold = defineFact(
  'roadBack.told',
  {tellingId, ...tellingFields},
  async (tx, {tellingId: telling, ...fields}) => {
    if (await tx.tellings.get(telling)) return {};
    await tx.tellings.put({id: telling, ...fields, toldAt: tx.at});
    for (const parcel of await tx.parcels.getMany(fields.parcelIds)) {
      if (!parcel) continue;
      const told = [...(parcel.told ?? []), {storefrontId: fields.storefrontId, tellingId: telling}];
      await tx.parcels.update(parcel.id, await toldOf(tx, parcel, told));
    }
    return {};
  },
);

/** The channel has not taken it: its parcels are to be told again. */
export const takeTellingBack = defineMutator('roadBack.takeBack', {tellingId}, async (tx, {tellingId: of}): Ending => {
  const telling = await tx.tellings.get(of);
  if (!telling || telling.takenBackAt !== undefined) return fail('shipping.telling_gone');
  for (const parcel of await tx.parcels.getMany(telling.parcelIds)) {
    if (!parcel) continue;
    const told = (parcel.told ?? []).filter((each) => each.tellingId !== of);
    await tx.parcels.update(parcel.id, await toldOf(tx, parcel, told));
  }
  await tx.tellings.update(of, {takenBackAt: tx.at});
  return doneWith(callOf(keepTelling, {tellingId: of}));
});

/** The channel has taken it all the same. */
export const keepTelling = defineMutator('roadBack.keep', {tellingId}, async (tx, {tellingId: of}): Ending => {
  const telling = await tx.tellings.get(of);
  if (telling?.takenBackAt === undefined) return fail('shipping.telling_gone');
  for (const parcel of await tx.parcels.getMany(telling.parcelIds)) {
    if (!parcel) continue;
    const told = [...(parcel.told ?? []), {storefrontId: telling.storefrontId, tellingId: of}];
    await tx.parcels.update(parcel.id, await toldOf(tx, parcel, told));
  }
  await tx.tellings.update(of, {takenBackAt: undefined});
  return doneWith(callOf(takeTellingBack, {tellingId: of}));
});

/** How a channel calls a carrier, as the seller knows it; without a name it is called as before. */
export const nameCarrier = defineMutator(
  'roadBack.nameCarrier',
  {channel: oneOf(channels), carrier: text({min: 1, max: 60}), name: optional(text({min: 1, max: 80}))},
  async (tx, {channel, carrier, name}): Ending => {
    const rowId = idFromName('carrierName', channel, carrier);
    const before = await tx.carrierNames.get(rowId);
    if (before?.name === name) return done;
    if (name === undefined) await tx.carrierNames.delete(rowId);
    else await tx.carrierNames.put({id: rowId, channel, carrier, name});
    return doneWith(callOf(nameCarrier, {channel, carrier, ...(before && {name: before.name})}));
  },
);

type Told = NonNullable<Parcel['told']>;

/** A parcel is told once every storefront that has an order in it is. */
async function toldOf(tx: Tx, {lines}: Parcel, told: Told): Promise<Pick<Parcel, 'told'> & {toldAt: Parcel['toldAt']}> {
  const orders = await tx.orders.getMany([...new Set(lines.map(({orderId}) => orderId))]);
  const wanted = new Set(orders.flatMap((order): StorefrontId[] => (order ? [order.storefrontId] : [])));
  const isWhole = [...wanted].every((storefrontId) => told.some((each) => each.storefrontId === storefrontId));
  return {told, toldAt: isWhole && told.length > 0 ? tx.at : undefined};
}
