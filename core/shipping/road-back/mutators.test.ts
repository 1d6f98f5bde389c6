import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import {registry} from '../../registry.ts';
import type {StorefrontId} from '../../storefronts/schema.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {Replica} from '../../sync/replica.ts';
import {givenOrder, monday, storefront} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {MemoryStore} from '../../testing/memory-store.ts';
import {parcelPacked} from '../packing/mutators.ts';
import {channelTold, nameCarrier, takeTellingBack} from './mutators.ts';

const other = idFromName('storefront', 'other');
const [mine, theirs] = [givenOrder('1001'), givenOrder('2001', {storefrontId: other})];
const merged = parcelIdOf('merged');
const [first, second] = [idFromName('telling', 'first'), idFromName('telling', 'second')];

const packed = callOf(parcelPacked, {
  parcelId: merged,
  place: 1,
  lines: [...linesOf(mine), ...linesOf(theirs)],
  packedBy: 'ANNA',
});
const told = (tellingId: typeof first, storefrontId: StorefrontId): Call =>
  callOf(channelTold, {tellingId, storefrontId, shape: 'etsy', fileName: 'etsy.csv', parcelIds: [merged]});

async function after(...calls: readonly (Call | 'undo')[]): Promise<string> {
  const store = new MemoryStore();
  await store.write(async (tx) => {
    for (const order of [mine, theirs]) await tx.put('orders', order);
  });
  const replica = new Replica(store, registry.mutators);
  const undos: Call[] = [];
  for (const call of calls) {
    const asked = call === 'undo' ? must(undos.pop(), 'something to undo') : call;
    const [outcome] = await replica.mutate([asked], {at: monday}, () => undefined);
    if (outcome?.ok && outcome.undo && call !== 'undo') undos.push(outcome.undo);
  }
  return store.read(async (tx) => {
    const parcel = must(await tx.get('parcels', merged), 'the parcel');
    return `${parcel.told?.length ?? 0} told${parcel.toldAt === undefined ? '' : ', all'}`;
  });
}

const mineId = storefront.id as StorefrontId;

test('a parcel of two storefronts is told once both know of it, and to be told again where one is taken back', async () => {
  const both = [packed, told(first, mineId), told(second, other)] as const;
  const back = callOf(takeTellingBack, {tellingId: second});
  expect(
    await Promise.all([
      after(packed),
      after(packed, told(first, mineId)),
      after(...both),
      after(...both, told(second, other)),
      after(...both, back),
      after(...both, back, 'undo'),
    ]),
  ).toEqual(['0 told', '1 told', '2 told, all', '2 told, all', '1 told', '2 told, all']);
});

test('a carrier is called as the seller says, and as before when that is taken back', async () => {
  const store = new MemoryStore();
  const replica = new Replica(store, registry.mutators);
  const names: (readonly string[])[] = [];
  const undos: Call[] = [];
  const say = async (call: Call): Promise<void> => {
    const [outcome] = await replica.mutate([call], {at: monday}, () => undefined);
    if (outcome?.ok && outcome.undo) undos.push(outcome.undo);
    names.push(await store.read(async (tx) => (await tx.range('carrierNames', {limit: 9})).map(({name}) => name)));
  };
  await say(callOf(nameCarrier, {channel: 'tiktok', carrier: 'Packeta', name: 'Packeta EU'}));
  await say(callOf(nameCarrier, {channel: 'tiktok', carrier: 'Packeta', name: 'Zasilkovna'}));
  await say(must(undos[1], 'an undo'));
  await say(must(undos[0], 'an undo'));
  expect(names).toEqual([['Packeta EU'], ['Zasilkovna'], ['Packeta EU'], []]);
});
