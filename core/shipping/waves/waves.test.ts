import {expect, test} from 'vitest';
import {productIdOf} from '../../catalog/product-id.ts';
import {describeProduct} from '../../catalog/mutators.ts';
import {idFromName} from '../../lib/id.ts';
import {holdOrder} from '../../orders/mutators.ts';
import type {Order} from '../../orders/schema.ts';
import {type Call, type Query, callOf} from '../../sync/define.ts';
import type {Outcome} from '../../sync/replica.ts';
import {readerOf} from '../../sync/overlay.ts';
import {monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import type {Store} from '../../sync/store.ts';
import {Window, givenOrderOf, givenStore} from '../../testing/shop-in-memory.ts';
import type {Instant} from '../../time/instant.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {ZoneId} from '../../time/zone.ts';
import {parcelClosed, parcelLabelled, parcelPacked} from '../packing/mutators.ts';
import {bindTote, endWave, makeWave, takeOutOfWave} from './mutators.ts';
import {heapOf, pickUpsFrom} from './pick-ups.ts';
import {orderInTote, waveToPick, wavesNow} from './queries.ts';
import {type WaitingOrder, ordersWaiting} from './waiting.ts';
import {nextNumberOfDay} from '../number-of-day.ts';

const hourMs = 3_600_000;
const line = (sku: string, quantity: number) => ({sku, title: sku, quantity});
const released = (number: string, lines: Order['lines'], shipInHours = 48): Order =>
  givenOrderOf('A', number, {status: 'released', lines, shipBy: (monday + shipInHours * hourMs) as Instant});

const tea = released('1', [line('TEA', 1)], 30);
const set = released('2', [line('TEA', 2), line('CUP', 1)], 2);
const pot = released('3', [line('POT', 1), line('CUP', 3)]);
const [first, second] = [idFromName('wave', 'first'), idFromName('wave', 'second')];
const make = (waveId: typeof first, ...orders: readonly Order[]): Call =>
  callOf(makeWave, {waveId, number: waveId === first ? 'W-0302-1' : 'W-0302-2', orderIds: orders.map(({id}) => id)});

class Floor {
  readonly #window: Window;
  readonly #store: Store;

  private constructor(store: Store) {
    this.#store = store;
    this.#window = new Window(store);
  }

  static async with(...orders: readonly Order[]): Promise<Floor> {
    const store = await givenStore({loose: orders});
    await store.write(async (tx) => {
      for (const sku of ['TEA', 'CUP', 'POT']) await tx.put('products', {id: productIdOf(sku), sku, title: sku});
    });
    return new Floor(store);
  }

  /** What becomes of each change: done, or why not. */
  async act(...calls: readonly Call[]): Promise<readonly string[]> {
    const outcomes: Outcome[] = [];
    for (const call of calls) outcomes.push(...(await this.#window.engine.mutate([call], {at: monday})));
    return outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.fault.code));
  }

  async undo(call: Call): Promise<void> {
    const [outcome] = await this.#window.engine.mutate([call], {at: monday});
    if (outcome?.ok && outcome.undo) await this.#window.engine.mutate([outcome.undo], {at: monday});
  }

  ask<Args, Answer>(query: Query<Args, Answer>, args: Args): Promise<Answer> {
    return this.#store.read((tx) =>
      query.run(
        readerOf(tx, () => undefined),
        args,
      ),
    );
  }

  waiting(): Promise<readonly WaitingOrder[]> {
    return new Promise((resolve) => {
      this.#window.engine.watchSummary(ordersWaiting.name, {max: 100}, (answer) =>
        resolve(answer as readonly WaitingOrder[]),
      );
    });
  }
}

test('orders that wait stand in the order in which they have to leave, until a wave has them', async () => {
  const floor = await Floor.with(tea, set, pot, givenOrderOf('A', '4', {status: 'paid'}));
  const before = await floor.waiting();
  await floor.act(make(first, set));
  expect([before, await floor.waiting()].map((orders) => orders.map(({orderId, pieces}) => [orderId, pieces]))).toEqual(
    [
      [
        [set.id, 3],
        [tea.id, 1],
        [pot.id, 4],
      ],
      [
        [tea.id, 1],
        [pot.id, 4],
      ],
    ],
  );
});

test('an order is in one open wave, and free again when that has ended', async () => {
  const floor = await Floor.with(tea, set, pot);
  const said = await floor.act(make(first, tea, set), make(second, tea, set), make(second, set, pot));
  await floor.act(callOf(takeOutOfWave, {waveId: first, orderId: set.id}));
  await floor.undo(callOf(endWave, {waveId: first}));
  const waves = await floor.ask(wavesNow, {});
  expect([said, waves.map(({wave}) => [wave.number, wave.orderIds.length])]).toEqual([
    ['done', 'shipping.wave_empty', 'done'],
    [
      ['W-0302-1', 1],
      ['W-0302-2', 1],
    ],
  ]);
});

test('a pick list is one walk: bins 1, 2, 15, what lies nowhere last, and what is packed or held left out', async () => {
  const held = released('9', [line('POT', 5)]);
  const floor = await Floor.with(tea, set, pot, held);
  await floor.act(
    callOf(describeProduct, {sku: 'CUP', title: 'A cup', facts: {bin: 'A-15'}}),
    callOf(describeProduct, {sku: 'TEA', title: 'Tea', facts: {bin: 'A-2'}}),
    make(first, tea, set, pot, held),
    callOf(bindTote, {waveId: first, orderId: set.id, tote: 'T-1'}),
    callOf(bindTote, {waveId: first, orderId: pot.id, tote: 'T-2'}),
    callOf(holdOrder, {orderId: held.id, reason: 'stock'}),
    callOf(parcelPacked, {parcelId: parcelIdOf('one'), place: 1, lines: linesOf(pot, {CUP: 1}), packedBy: 'ANNA'}),
  );
  const told = await floor.ask(waveToPick, {waveId: first});
  expect(told?.lines.map(({bin, sku, quantity, totes}) => [bin, sku, quantity, totes])).toEqual([
    ['A-2', 'TEA', 3, 'T-1 ×2'],
    ['A-15', 'CUP', 3, 'T-1, T-2 ×2'],
    ['', 'POT', 1, 'T-2'],
  ]);
});

test('the bench finds an order by its tote, which is another order’s only once that one is packed', async () => {
  const floor = await Floor.with(tea, set);
  const bind = (order: Order): Call => callOf(bindTote, {waveId: first, orderId: order.id, tote: 'T-1'});
  const said = await floor.act(make(first, tea, set), bind(tea), bind(tea), bind(set));
  const found = [await floor.ask(orderInTote, {codes: ['X', 'T-1']})];
  const parcelId = parcelIdOf('one');
  const packed = callOf(parcelPacked, {parcelId, place: 1, lines: linesOf(tea), packedBy: 'ANNA'});
  await floor.act(packed, callOf(parcelLabelled, {parcelId}), callOf(parcelClosed, {parcelId}), bind(set));
  found.push(await floor.ask(orderInTote, {codes: ['T-1']}));
  await floor.act(callOf(endWave, {waveId: first}));
  found.push(await floor.ask(orderInTote, {codes: ['T-1']}));
  expect([said, found]).toEqual([
    ['done', 'done', 'done', 'shipping.tote_taken'],
    [tea.id, set.id, null],
  ]);
});

test('an order goes with the last pick-up that is in time', () => {
  // 11:00 in Berlin; the carrier comes at 16:00.
  const pickUps = pickUpsFrom(monday, {cutOff: '16:00', zone: 'Europe/Berlin' as ZoneId});
  const heaps = [-1, 4, 28, 30, 60, undefined].map((hours) =>
    heapOf(
      {
        orderId: tea.id,
        storefrontId: '',
        pieces: hours === 4 ? 1 : 2,
        shipBy: hours === undefined ? undefined : monday + hours * hourMs,
      },
      pickUps,
    ),
  );
  expect(heaps.map(({urgency, kind}) => `${urgency} ${kind}`)).toEqual([
    'late multi',
    'next single',
    'next multi',
    'after multi',
    'later multi',
    'undated multi',
  ]);
});

test('waves and sheets of a day are numbered one after the other', () => {
  const day = '2026-11-29' as LocalDate;
  expect([nextNumberOfDay('W', day, []), nextNumberOfDay('W', day, ['W-1129-9', 'W-1129-10', 'W-1128-40'])]).toEqual([
    'W-1129-1',
    'W-1129-11',
  ]);
});
