import {beginning} from '#core/journal/entry.ts';
import {assert, must} from '#core/lib/assert.ts';
import {ok} from '#core/lib/result.ts';
import {recallOrder, releaseOrder} from '#core/orders/mutators.ts';
import type {Order} from '#core/orders/schema.ts';
import {registry} from '#core/registry.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {effectsIn, rowOf} from '#core/sync/effects-in.ts';
import type {Group} from '#core/sync/group.ts';
import {Master} from '#core/sync/master.ts';
import {encodeFrame} from '#core/sync/protocol.ts';
import {monday} from '#core/testing/given.ts';
import {MemoryMaster} from '#core/testing/memory-master.ts';
import {pushBehind} from '../master/batches.ts';
import {ratioOf} from './figure.ts';
import type {Measured} from './first-syncs.ts';
import type {House} from './house.ts';
import {trueShop} from './truth.ts';
import {type Cost, costOf, onNewProfile} from './turn.ts';

const [few, many] = [1_000, 10_000];
/** Orders that nobody has changed here. */
const others = 5_000;
const rowsOfGroup = 200;
/** Of the rows of a group so many have a change that waits. */
const met = 50;
const groupsCount = 4;
const ofReplicacheMost = 0.33;
const ofEverythingMost = 0.2;

interface Given {
  readonly orders: readonly Order[];
  readonly groups: readonly Group[];
}

/** Groups of 200 rows come in below changes that wait: CPU until rows, guesses and place are kept. */
export async function rebases(house: House, {rounds}: {readonly rounds: number}): Promise<Measured> {
  const orders = trueShop(many + others, {allPaid: true}).orders;
  const [small, large] = [await given(orders, few), await given(orders, many)];
  const sides = {
    'ours 1,000': () => ours(house, small, {waiting: few, everything: false}),
    'replicache 1,000': () => replicache(house, small),
    'ours 10,000': () => ours(house, large, {waiting: many, everything: false}),
    'everything 10,000': () => ours(house, large, {waiting: many, everything: true}),
  };
  const names = Object.keys(sides) as (keyof typeof sides)[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<keyof typeof sides, Cost[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const cost = await sides[name]();
      samples[name].push(cost);
      console.log(`  ${name.padEnd(18)} ${cost.cpu.toFixed(2)} CPU s, ${cost.ms.toFixed(0)} ms`);
    }
  }
  const cpu = (name: keyof typeof sides): readonly number[] => samples[name].map((one) => one.cpu);
  return {
    samples,
    figures: [
      ...ratioOf('four groups of 200 rows below 1,000 that wait, CPU beside replicache', {
        ours: cpu('ours 1,000'),
        to: cpu('replicache 1,000'),
        most: ofReplicacheMost,
      }),
      ...ratioOf('the same below 10,000, beside running everything again', {
        ours: cpu('ours 10,000'),
        to: cpu('everything 10,000'),
        most: ofEverythingMost,
      }),
    ],
  };
}

/** What another desk has done, as the master tells it: it releases 200 orders and takes them back, again and again. */
async function given(all: readonly Order[], waiting: number): Promise<Given> {
  const orders = all.slice(0, waiting + others);
  const store = new MemoryMaster();
  const place = await store.begin(
    'shop',
    orders.map((order) => ['orders', order] as const),
  );
  const master = new Master(store, registry.mutators);
  const chosen = Array.from({length: rowsOfGroup}, (_, at) => {
    return must(orders[at < met ? (at * waiting) / met : waiting + at], 'an order');
  });
  let from = beginning;
  for (let at = 0; at < groupsCount; at += 1) {
    const calls = chosen.map(({id}): Call => callOf(at % 2 === 0 ? releaseOrder : recallOrder, {orderId: id}));
    const {push, last} = pushBehind(from, calls, 'another-desk');
    const answer = await master.push('shop', push, monday);
    assert(answer?.no === undefined, 'a push that is taken');
    from = last;
  }
  const frames = must(await master.pull('shop', place, Number.MAX_SAFE_INTEGER), 'a shop');
  return {orders, groups: frames.flatMap((frame) => (frame.t === 'g' ? [frame.group] : []))};
}

async function ours(
  {peers, site}: House,
  {orders, groups}: Given,
  how: {readonly waiting: number; readonly everything: boolean},
): Promise<Cost> {
  site.begin({orders, groups: groups.map((group) => encodeFrame({t: 'g', group}))});
  return onNewProfile('rebase', peers, async (session) => {
    await session.page.evaluate((job) => window.sides.prepare(job), {side: 'ours', what: 'rebase', ...how} as const);
    await costOf(session, () => Promise.resolve());
    let changed = 0;
    const cost = await costOf(session, async () => {
      changed = await session.page.evaluate(() => window.sides.work());
    });
    assert(changed === groupsCount * rowsOfGroup, 'every row of every group is seen');
    return cost;
  });
}

async function replicache({peers, site}: House, {orders, groups}: Given): Promise<Cost> {
  site.begin({orders});
  const ids = orders.slice(0, few).map(({id}) => id);
  const known = new Map(orders.map((order) => [order.id as string, order]));
  return onNewProfile('rebase-peer', peers, async (session) => {
    const {page} = session;
    await page.evaluate(() => window.sides.bring('replicacheInMemory'));
    await page.evaluate((names) => window.sides.hold(names), ids);
    await costOf(session, () => Promise.resolve());
    return costOf(session, async () => {
      for (const [at, group] of groups.entries()) {
        site.replicache.change(ordersIn(group, known));
        const seen = [ids[0] ?? '', at % 2 === 0 ? 'released' : 'paid'] as const;
        await page.evaluate(([id, heldFrom]) => window.sides.rebase(id, heldFrom), seen);
      }
    });
  });
}

/** The whole orders that a group has changed, which stand in `known` from now on. */
function ordersIn(group: Group, known: Map<string, Order>): readonly Order[] {
  const effects = effectsIn(group);
  assert(effects.ok, 'a group that can be read');
  return effects.value
    .filter(({table}) => table === 'orders')
    .map((effect) => {
      const row = 'patch' in effect ? rowOf(effect, must(known.get(effect.id), 'an order')) : ok(effect.row as Order);
      assert(row.ok, 'a patch of an order that is known');
      known.set(effect.id, row.value as Order);
      return row.value as Order;
    });
}
