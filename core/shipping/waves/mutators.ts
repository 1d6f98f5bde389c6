import {id} from '../../lib/id.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import {list, pattern} from '../../lib/shape.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {type Ending, type Tx, callOf, defineMutator, done, doneWith} from '../../sync/define.ts';
import {type Wave, type WaveId, toteShape, waveOrdersMax} from './schema.ts';

const waveId = id('wave');
const orderId = id('order');

/** Begins a round with the orders that wait and are in no other; refused where none is left. */
export const makeWave = defineMutator(
  'waves.make',
  {waveId, number: pattern(/^[A-Z0-9-]{1,20}$/), orderIds: list(orderId, {max: waveOrdersMax})},
  async (tx, {waveId: of, number, orderIds}): Ending => {
    if (await tx.waves.get(of)) return done;
    const waiting = await waitingOf(tx, [...new Set(orderIds)]);
    if (waiting.length === 0) return fail('shipping.wave_empty', {number});
    await tx.waves.put({id: of, number, state: 'open', madeAt: tx.at, orderIds: waiting, totes: []});
    return doneWith(callOf(endWave, {waveId: of}));
  },
);

/** Its orders are free for another round, and its totes for other orders. */
export const endWave = defineMutator('waves.end', {waveId}, async (tx, {waveId: of}): Ending => {
  const wave = await openWave(tx, of);
  if (!wave.ok) return wave;
  await tx.waves.update(of, {state: 'ended', endedAt: tx.at});
  return doneWith(callOf(resumeWave, {waveId: of}));
});

/** A round that was ended goes on, with what no other has taken meanwhile. */
export const resumeWave = defineMutator('waves.resume', {waveId}, async (tx, {waveId: of}): Ending => {
  const wave = await tx.waves.get(of);
  if (wave?.state !== 'ended') return fail('shipping.wave_gone');
  const others = await tx.waves.byKey('byState', 'open');
  const taken = new Set(others.flatMap(({orderIds}) => orderIds));
  const bound = new Set(others.flatMap(({totes}) => totes.map(({tote}) => tote)));
  const orderIds = wave.orderIds.filter((order) => !taken.has(order));
  const totes = wave.totes.filter((one) => orderIds.includes(one.orderId) && !bound.has(one.tote));
  if (orderIds.length === 0) return fail('shipping.wave_empty', {number: wave.number});
  await tx.waves.update(of, {state: 'open', endedAt: undefined, orderIds, totes});
  return doneWith(callOf(endWave, {waveId: of}));
});

/** An order leaves its round, with its totes. */
export const takeOutOfWave = defineMutator(
  'waves.takeOut',
  {waveId, orderId},
  async (tx, {waveId: of, orderId: order}): Ending => {
    const wave = await openWave(tx, of);
    if (!wave.ok) return wave;
    const {orderIds, totes} = wave.value;
    if (!orderIds.includes(order)) return done;
    await tx.waves.update(of, {
      orderIds: orderIds.filter((each) => each !== order),
      totes: totes.filter((each) => each.orderId !== order),
    });
    return doneWith(callOf(putIntoWave, {waveId: of, orderId: order}));
  },
);

/** An order that waits joins a round. */
export const putIntoWave = defineMutator(
  'waves.putInto',
  {waveId, orderId},
  async (tx, {waveId: of, orderId: order}): Ending => {
    const wave = await openWave(tx, of);
    if (!wave.ok) return wave;
    const {orderIds, number} = wave.value;
    if (orderIds.includes(order)) return done;
    const waiting = await waitingOf(tx, [order]);
    if (waiting.length === 0 || orderIds.length >= waveOrdersMax) return fail('shipping.wave_empty', {number});
    await tx.waves.update(of, {orderIds: [...orderIds, order]});
    return doneWith(callOf(takeOutOfWave, {waveId: of, orderId: order}));
  },
);

/** What is picked of an order goes into this tote: the bench knows it by that until the order is packed. */
export const bindTote = defineMutator(
  'waves.bindTote',
  {waveId, orderId, tote: toteShape},
  async (tx, {waveId: of, orderId: order, tote}): Ending => {
    const wave = await openWave(tx, of);
    if (!wave.ok) return wave;
    if (!wave.value.orderIds.includes(order)) return fail('shipping.not_in_wave', {number: wave.value.number});
    const holder = await holderOf(tx, tote);
    if (holder?.order.id === order) return done;
    if (holder?.order.status === 'released') {
      return fail('shipping.tote_taken', {tote, number: holder.order.channelOrderId});
    }
    // What lay in it is packed: the tote is empty.
    if (holder) await tx.waves.update(holder.wave.id, {totes: without(holder.wave, tote)});
    const now = await tx.waves.get(of);
    const totes = [...(now ? without(now, tote) : []), {tote, orderId: order}];
    if (totes.length > waveOrdersMax) return fail('shipping.wave_empty', {number: wave.value.number});
    await tx.waves.update(of, {totes});
    return doneWith(callOf(freeTote, {waveId: of, tote}));
  },
);

/** The tote is no longer that of an order. */
export const freeTote = defineMutator(
  'waves.freeTote',
  {waveId, tote: toteShape},
  async (tx, {waveId: of, tote}): Ending => {
    const wave = await openWave(tx, of);
    if (!wave.ok) return wave;
    const bound = wave.value.totes.find((each) => each.tote === tote);
    if (!bound) return done;
    await tx.waves.update(of, {totes: without(wave.value, tote)});
    return doneWith(callOf(bindTote, {waveId: of, ...bound}));
  },
);

async function openWave(tx: Tx, of: WaveId): Promise<Result<Wave>> {
  const wave = await tx.waves.get(of);
  return wave?.state === 'open' ? ok(wave) : fail('shipping.wave_gone');
}

/** Those of these orders that wait to be packed and are in no open round. */
async function waitingOf(tx: Tx, orderIds: readonly OrderId[]): Promise<readonly OrderId[]> {
  const taken = new Set((await tx.waves.byKey('byState', 'open')).flatMap((wave) => wave.orderIds));
  const orders = await tx.orders.getMany(orderIds);
  return orders.flatMap((order) => (order?.status === 'released' && !taken.has(order.id) ? [order.id] : []));
}

async function holderOf(tx: Tx, tote: string): Promise<{readonly wave: Wave; readonly order: Order} | undefined> {
  for (const wave of await tx.waves.byKey('byState', 'open')) {
    const bound = wave.totes.find((each) => each.tote === tote);
    const order = bound && (await tx.orders.get(bound.orderId));
    if (order) return {wave, order};
  }
  return undefined;
}

function without({totes}: Wave, tote: string): Wave['totes'] {
  return totes.filter((each) => each.tote !== tote);
}
