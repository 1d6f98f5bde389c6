import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import {releaseOrder} from '../../orders/mutators.ts';
import type {Order} from '../../orders/schema.ts';
import {registry} from '../../registry.ts';
import {type Call, callOf} from '../../sync/define.ts';
import {type DeskAtMaster, MasterInMemory, firstOrders} from '../../testing/desk-at-master.ts';
import {monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {Window, givenOrderOf, givenStore} from '../../testing/shop-in-memory.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {parcelClosed, parcelLabelled, parcelPacked, parcelReopened, parcelVoided} from '../packing/mutators.ts';
import {handoverVoided, parcelsHandedOver} from './mutators.ts';
import {type CarrierDay, parcelsOfDay} from './parcels-of-day.ts';

const [first, second] = [must(firstOrders[0], 'an order'), must(firstOrders[1], 'another')];
const day = '2026-03-02' as LocalDate;
const [one, two, three] = [parcelIdOf('one'), parcelIdOf('two'), parcelIdOf('three')];
const [mine, its] = [idFromName('manifest', 'mine'), idFromName('manifest', 'its')];

/** Packs an order, alone or with others, and makes its label, with a number of a carrier or without. */
function packed(parcelId: typeof one, order: Order, carrier?: string, others: readonly Order[] = []): readonly Call[] {
  const tracking = carrier === undefined ? {} : {tracking: {carrier, number: `N${order.channelOrderId}`}};
  return [
    ...[order, ...others].map(({id: orderId}) => callOf(releaseOrder, {orderId})),
    callOf(parcelPacked, {
      parcelId,
      place: 1,
      lines: [order, ...others].flatMap((each) => linesOf(each)),
      packedBy: 'ANNA',
    }),
    callOf(parcelLabelled, {parcelId, ...tracking}),
  ];
}

function handed(manifestId: typeof mine, parcelIds: readonly (typeof one)[]): Call {
  const number = manifestId === mine ? 'M-0302-1' : 'M-0302-2';
  return callOf(parcelsHandedOver, {manifestId, number, carrier: 'DHL', day, parcelIds: [...parcelIds]});
}

test('a parcel is handed over once: a second desk’s sheet does without it, and a person is told', async () => {
  const shop = await MasterInMemory.begin(registry.mutators);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  await a.do(
    ...packed(one, first),
    callOf(parcelClosed, {parcelId: one}),
    ...packed(two, second),
    callOf(parcelClosed, {parcelId: two}),
  );
  await a.sync();
  await b.sync();
  await a.do(handed(mine, [one]));
  await b.do(handed(its, [one, two]));
  for (const desk of [a, b, a, b]) await desk.sync();
  const told = async (desk: DeskAtMaster) =>
    desk.store.read(async (tx) => {
      const sheets = await tx.range('manifests', {limit: 10});
      const items = await tx.range('trayItems', {limit: 10});
      return [
        sheets.map(({number, parcelIds}) => `${number} ${parcelIds.join(' ')}`).toSorted((x, y) => (x < y ? -1 : 1)),
        items.map(({fault}) => (JSON.parse(fault) as {code: string}).code),
      ];
    });
  expect([await told(a), await told(b)]).toEqual(
    Array(2).fill([[`M-0302-1 ${one}`, `M-0302-2 ${two}`], ['shipping.handed_before']]),
  );
});

test('the end of the day tells by carrier what is ready, what was never scanned, what left and what is void', async () => {
  const [tea, bag] = [givenOrderOf('A', '1'), givenOrderOf('A', '1b')];
  const [cup, pot] = [givenOrderOf('A', '2'), givenOrderOf('A', '3')];
  const store = await givenStore({loose: [tea, bag, cup, pot]});
  const window = new Window(store);
  let told: readonly CarrierDay[] | undefined;
  window.engine.watchSummary(parcelsOfDay.name, {since: monday, day}, (answer) => (told = answer as typeof told));
  await expect.poll(() => told).toEqual([]);
  const seen = async (...calls: readonly Call[]) => {
    await window.do(...calls);
    const now = await store.read((tx) => tx.getMany('parcels', [one, two, three]));
    const here = now.filter((parcel) => parcel && parcel.status !== 'voided' && parcel.manifestId === undefined);
    await expect.poll(() => told?.flatMap(({ready, unscanned}) => [...ready, ...unscanned]).length).toBe(here.length);
    return told?.map(({carrier, ready, unscanned, handedOver, voided}) =>
      [carrier, ready.length, unscanned.length, handedOver, voided].join(' '),
    );
  };
  expect([
    // Two orders in one box are one parcel.
    await seen(
      ...packed(one, tea, 'DHL', [bag]),
      callOf(parcelClosed, {parcelId: one}),
      ...packed(two, cup),
      ...packed(three, pot, 'DHL'),
    ),
    await seen(handed(mine, [one, three])),
    // What has left is neither opened nor torn up.
    await seen(
      callOf(parcelReopened, {parcelId: one}),
      callOf(parcelVoided, {parcelId: one}),
      callOf(parcelVoided, {parcelId: two}),
    ),
    await seen(callOf(handoverVoided, {manifestId: mine})),
  ]).toEqual([
    ['DHL 1 1 0 0', ' 0 1 0 0'],
    ['DHL 0 1 1 0', ' 0 1 0 0'],
    ['DHL 0 1 1 0', ' 0 0 0 1'],
    ['DHL 1 1 0 0', ' 0 0 0 1'],
  ]);
});
