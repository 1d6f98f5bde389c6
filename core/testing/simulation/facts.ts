import {must} from '../../lib/assert.ts';
import {id} from '../../lib/id.ts';
import {fail} from '../../lib/result.ts';
import {integer, text} from '../../lib/shape.ts';
import type {Order} from '../../orders/schema.ts';
import {type Ending, type Mutator, type Tx, defineFact, defineMutator, done} from '../../sync/define.ts';
import {registry} from '../../registry.ts';
import {givenOrder} from '../given.ts';
import {headerId} from './names.ts';

const token = text({min: 1, max: 40});
const ledger = integer({min: 0, max: 9});
const tokensKept = 400;
const ordersPerPour = 130;

/** A parcel went out, under a number that only it has. */
export const orderShipped = defineFact(
  'sim.shipped',
  {orderId: id('order'), token},
  async (tx, {orderId, token: number}) => {
    const order = await tx.orders.get(orderId);
    if (!order) return {collided: fail('orders.not_found', {orderId}).fault};
    const shipped: Order = {...order, status: 'shipped', tracking: {carrier: 'sim', number}, shippedAt: tx.at};
    await tx.orders.put(shipped);
    const stood = ['cancelled', 'withdrawn', 'shipped'].includes(order.status);
    return stood ? {collided: fail('orders.step_not_allowed', {status: order.status, step: 'ship'}).fault} : {};
  },
);

/** The channel says that an order is off. */
export const orderCancelled = defineFact('sim.cancelled', {orderId: id('order')}, async (tx, {orderId}) => {
  const order = await tx.orders.get(orderId);
  if (!order) return {collided: fail('orders.not_found', {orderId}).fault};
  if (order.status === 'shipped') {
    return {collided: fail('orders.step_not_allowed', {status: order.status, step: 'cancel'}).fault};
  }
  await tx.orders.put({...order, status: 'cancelled', cancelledAt: tx.at});
  return {};
});

/** Writes a token behind those that a ledger has: order, loss and doubling show in its text. */
export const tokenNoted = defineFact('sim.noted', {ledger, token, sign: text({min: 1, max: 1})}, noted, [
  (older) => {
    const {note, ...rest} = older as {readonly note: string};
    return {...rest, token: note, sign: '~'};
  },
]);

/** The same as older applications have it. */
const tokenNotedBefore = defineFact('sim.noted', {ledger, note: token}, (tx, {note, ...rest}) =>
  noted(tx, {...rest, token: note, sign: '~'}),
);

async function noted(
  tx: Tx,
  asked: {readonly ledger: number; readonly token: string; readonly sign: string},
): Promise<object> {
  const row = headerId(asked.ledger);
  const before = (await tx.intakeMemory.get(row))?.mapping?.split(' ').slice(-tokensKept) ?? [];
  await tx.intakeMemory.put({id: row, mapping: [...before, `${asked.sign}${asked.token}`].join(' ')});
  return {};
}

/** Copies what one ledger says into another: what it comes to hangs on all that wrote there. */
export const ledgerCopied = defineMutator('sim.copied', {from: ledger, to: ledger}, async (tx, {from, to}): Ending => {
  const found = await tx.intakeMemory.get(headerId(from));
  if (!found) return fail('core.bad_shape', {path: 'from'});
  await tx.intakeMemory.put({...found, id: headerId(to)});
  return done;
});

/** Walks storefronts and writes down the first of them. */
export const storefrontsListed = defineMutator(
  'sim.listed',
  {ledger, limit: integer({min: 1, max: 9}), from: text({max: 12})},
  async (tx, {ledger: to, limit, from}): Ending => {
    const found = await tx.storefronts.range({from, limit});
    await tx.intakeMemory.put({id: headerId(to), mapping: ['listed', ...found.map(({name}) => name)].join(' ')});
    return done;
  },
);

/** Deletes the first storefront of a walk, and refuses where there is none. */
export const storefrontSwept = defineMutator('sim.swept', {from: text({max: 12})}, async (tx, {from}): Ending => {
  const [first] = await tx.storefronts.range({from, limit: 1});
  if (!first) return fail('storefronts.not_found', {storefrontId: from});
  await tx.storefronts.delete(first.id);
  return done;
});

/** Writes first and looks then: what it wrote must be gone when it is refused. */
export const orderMarked = defineMutator(
  'sim.marked',
  {orderId: id('order'), ledger, token},
  async (tx, asked): Ending => {
    await noted(tx, {...asked, sign: '!'});
    const order = await tx.orders.get(asked.orderId);
    if (order?.status !== 'paid')
      return fail('orders.step_not_allowed', {status: order?.status ?? 'none', step: 'mark'});
    return done;
  },
);

/** Makes so many orders at once that they become pages, as long as another order is paid: so whole pages are taken back too. */
export const ordersPoured = defineMutator(
  'sim.poured',
  {orderId: id('order'), name: token},
  async (tx, {orderId, name}): Ending => {
    const order = await tx.orders.get(orderId);
    if (order?.status !== 'paid')
      return fail('orders.step_not_allowed', {status: order?.status ?? 'none', step: 'pour'});
    const poured = Array.from({length: ordersPerPour}, (_, at) => givenOrder(`${name}-${at}`));
    const known = await tx.orders.getMany(poured.map((one) => one.id));
    for (const [at, one] of poured.entries()) if (known[at]?.status !== 'held') await tx.orders.put(one);
    return done;
  },
);

/** Has a bug: it thinks that nobody holds an order. */
export const orderBroken = defineMutator(
  'sim.broken',
  {orderId: id('order'), ledger, token},
  async (tx, asked): Ending => {
    const order = await tx.orders.get(asked.orderId);
    must(order?.status === 'held' ? undefined : 'not held', 'an order that nobody holds');
    await noted(tx, {...asked, sign: '?'});
    return done;
  },
);

/** What a newer application can do and this master cannot. */
export const fromTheFuture = defineMutator('sim.future', {ledger, token}, async (tx, asked): Ending => {
  await noted(tx, {...asked, sign: '>'});
  return done;
});

/** Has a name that no master takes. */
export const namedTooLong = defineMutator(`sim.${'x'.repeat(80)}`, {ledger, token}, async (tx, asked): Ending => {
  await noted(tx, {...asked, sign: '='});
  return done;
});

const simulated: readonly Mutator[] = [
  namedTooLong,
  orderShipped,
  orderCancelled,
  ledgerCopied,
  storefrontsListed,
  storefrontSwept,
  orderMarked,
  ordersPoured,
  orderBroken,
] as readonly Mutator[];

/** Applications that are about: the master runs today's. */
export const applications = {
  older: [...registry.mutators, ...simulated, tokenNotedBefore as Mutator],
  today: [...registry.mutators, ...simulated, tokenNoted as Mutator],
  newer: [...registry.mutators, ...simulated, tokenNoted as Mutator, fromTheFuture as Mutator],
} as const satisfies Readonly<Record<string, readonly Mutator[]>>;
export type Application = keyof typeof applications;
