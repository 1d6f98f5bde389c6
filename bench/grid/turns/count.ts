import {must} from '#core/lib/assert.ts';
import type {Id} from '#core/lib/id.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import {type OrderStatus, orderStatuses} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {type Session, cpuOf} from '../browser.ts';
import type {ListRow} from '../list-columns.ts';
import {type Turn, timesAndMisses} from '../turn.ts';

const asks = 20;
const changes = 20;

/** Counts of all states asked for again and again, then orders held and released while the tree is watched. */
export async function countOurs(
  session: Session,
  turn: Turn,
  changedBefore: ReadonlyMap<string, OrderStatus>,
): Promise<void> {
  const {truth, samples} = turn;
  const {page} = session;
  const question = {
    view: 'orders.list',
    query: {sort: {column: 'orderedAt', descending: true}},
    window: {from: 0, to: 0},
    groups: ['status', 'storefrontId'],
  };
  const right = truth.countByStatus(changedBefore);
  const asked = await cpuOf(session, async () => {
    const answers = [];
    for (let at = 0; at < asks; at += 1) answers.push(await page.evaluate((what) => window.probe.ask(what), question));
    return answers;
  });
  const wrong = asked.value.filter(({answer}) => !sameCounts(answer.groups['status'] ?? {}, right));
  samples.add('counts.ask', 'ours', ...asked.value.map(({ms}) => ms));
  samples.add('counts.ask.cpu', 'ours', asked.cpu);
  samples.add('counts.wrong', 'ours', wrong.length);

  const steps = holdable(turn, changedBefore).flatMap(({id, status}) => {
    const orderId = id as Id<'order'>;
    const held = new Map(changedBefore).set(id, 'held');
    return [
      {calls: [callOf(holdOrder, {orderId, reason: 'stock'})], counts: truth.countsShown(held)},
      {
        calls: [callOf(resumeOrder, {orderId})],
        counts: truth.countsShown(new Map(held).set(id, status as OrderStatus)),
      },
    ];
  });
  const changed = await cpuOf(session, () =>
    page.evaluate(async (all) => {
      const waits = [];
      for (const {calls, counts} of all) waits.push(await window.probe.mutate(calls, counts));
      return waits;
    }, steps),
  );
  const {times, misses} = timesAndMisses(changed.value);
  samples.add('counts.change', 'ours', ...times);
  samples.add('counts.change.cpu', 'ours', changed.cpu);
  samples.add('counts.wrong', 'ours', misses);
}

/** The same of Dexie: counts through the index, and after a change all of them again. */
export async function countDexie(session: Session, turn: Turn): Promise<void> {
  const {truth, samples} = turn;
  const {page} = session;
  const asked = await cpuOf(session, async () => {
    const answers = [];
    for (let at = 0; at < asks; at += 1) answers.push(await page.evaluate(() => window.dexiePeer.count()));
    return answers;
  });
  const wrong = asked.value.filter(({answer}) => !sameCounts(answer, truth.countByStatus()));
  samples.add('counts.ask', 'peer', ...asked.value.map(({ms}) => ms));
  samples.add('counts.ask.cpu', 'peer', asked.cpu);
  samples.add('counts.wrong', 'peer', wrong.length);

  const steps = holdable(turn, new Map()).flatMap(({id, status}) => {
    return ['held', status].map((to) => ({id: id as Id<'order'>, to: to as OrderStatus}));
  });
  const changed = await cpuOf(session, () =>
    page.evaluate(async (all) => {
      const times = [];
      for (const {id, to} of all) times.push((await window.dexiePeer.change(id, to)).ms);
      return times;
    }, steps),
  );
  samples.add('counts.change', 'peer', ...changed.value);
  samples.add('counts.change.cpu', 'peer', changed.cpu);
}

/** Closed orders of one state by amount: what no index of ours or theirs has ready. */
export async function filterDexie(session: Session, {truth, samples}: Turn): Promise<void> {
  const totals = truth.byTotal('shipped').map(({total}) => total);
  const found = await cpuOf(session, () => session.page.evaluate(() => window.dexiePeer.byTotal('shipped')));
  samples.add('filter.ms', 'peer', found.value.ms);
  samples.add('filter.cpu', 'peer', found.cpu);
  const isRight = found.value.answer.every((total, at) => total === totals[at]);
  samples.add('sort.misses', 'floor', isRight ? 0 : 1);
}

function holdable({truth}: Turn, changedBefore: ReadonlyMap<string, OrderStatus>): readonly ListRow[] {
  const found = truth.rows.filter(({id, status}) => status === 'paid' && !changedBefore.has(id));
  return must(found.length > 0 ? found.slice(0, changes / 2) : undefined, 'orders that can be held');
}

function sameCounts(told: Readonly<Record<string, number>>, right: Readonly<Record<string, number>>): boolean {
  return orderStatuses.every((status) => (told[status] ?? 0) === right[status]);
}
