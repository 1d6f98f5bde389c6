import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {type DeskAtMaster, MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {business, monday} from '../testing/given.ts';
import {Applier} from './applier.ts';
import {type Call, callOf} from './define.ts';
import {type Group, digestOf, partOf, withHash} from './group.ts';
import {type OwnLine, adoptLines} from './lines.ts';
import type {Frame, Push, PushAnswer} from './protocol.ts';
import {SyncSession} from './session.ts';

const mutators = [holdOrder, releaseOrder];
const hold = (at: number): Call => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
const release = (at: number): Call => callOf(releaseOrder, {orderId: firstOrders[at]?.id as OrderId});

/** A desk on which three changes wait, and one session of it, to be told whatever a test likes. */
async function given() {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  await desk.do(hold(0), release(1), hold(2));
  return {shop, desk, ...sessionOf(desk)};
}

function sessionOf({store}: DeskAtMaster) {
  const kept: (readonly OwnLine[])[] = [];
  const session = new SyncSession({
    store,
    applier: new Applier(store, mutators),
    keep: async (lines) => {
      kept.push(lines);
    },
    newName: () => 'new---------',
  });
  const push = async (savedN = 9): Promise<Push> => (await session.push(savedN)) as Push;
  return {session, push, kept};
}

const answer = (n: number, no?: PushAnswer['no']): PushAnswer => ({v: 1, epoch: 1, seq: 0, n, ...(no && {no})});
const told = ({from, mutations}: Push): readonly [number, number] => [from.n, mutations.length];

test('every refusal of a push says what is to be done next', async () => {
  const refusals = ['epoch', 'busy', 'garbage', 'upgrade', 'auth', 'gap'] as const;
  const turns = [];
  for (const no of refusals) {
    const {session, push} = await given();
    turns.push(await session.answered(await push(), answer(0, no)));
  }
  expect(turns).toEqual(['wait', 'wait', 'wait', 'upgrade', 'signIn', 'wait']);
});

test('what was answered is not pushed again, also when an older answer comes late', async () => {
  const {session, push} = await given();
  const [first, all] = [await push(1), await push()];
  const turns = [await session.answered(all, answer(3)), await session.answered(first, answer(1))];
  expect([turns, await session.push(9)]).toEqual([['go', 'go'], undefined]);
});

test('after a gap everything that is not decided is told again', async () => {
  const {session, push} = await given();
  await session.answered(await push(2), answer(2));
  const behind = await push();
  const turn = await session.answered(behind, answer(0, 'gap'));
  expect([told(behind), turn, told(await push())]).toEqual([[2, 1], 'wait', [0, 3]]);
});

test('a master that knows less than it has decided needs another copy of the shop', async () => {
  const {desk, session, push} = await given();
  await desk.sync();
  await desk.do(release(0), hold(1));
  const {from} = await push();
  const turns = [
    await session.answered({...(await push()), from}, answer(2, 'gap')),
    await session.answered({...(await push()), from}, answer(3, 'gap')),
  ];
  expect([from.n, turns]).toEqual([3, ['copy', 'wait']]);
});

test('an answer to what was told under another name is none to this one', async () => {
  const {desk, session, push, kept} = await given();
  const all = await push();
  const line = {replica: 'a-----------', inc: 'second------', from: 0};
  await adoptLines(desk.store, [line]);
  const late = [
    await session.answered(all, answer(3)),
    await session.answered(all, answer(0, 'auth')),
    await session.answered({...all, origin: {...line, replica: 'b-----------'}}, answer(0, 'auth')),
  ];
  expect([late, told(await push()), kept]).toEqual([['go', 'go', 'go'], [0, 3], []]);
});

test('where two stores gave out the same numbers, fewer and fewer are told until it is found where they part', async () => {
  const {desk, session, push, kept} = await given();
  const [first] = await desk.store.read((tx) => tx.outbox(0, 1));
  const tries = [];
  for (let at = 0; at < 2; at += 1) {
    const one = await push();
    tries.push(told(one));
    await session.answered(one, answer(0, 'fork'));
  }
  const again = await push();
  // Made of the work that parts, so that every copy of it takes the same.
  const name = idFromName('line', 'a-----------', 'first-------', '0', first?.hash ?? '');
  expect({tries, kept: kept[0]?.map(({from}) => from), name: again.origin.inc, again: told(again)}).toEqual({
    tries: [
      [0, 3],
      [0, 1],
    ],
    kept: [0, 0],
    name,
    again: [0, 3],
  });
});

test('a fork before what was answered already is an answer that came late', async () => {
  const {session, push, kept} = await given();
  const first = await push(1);
  await session.answered(first, answer(1));
  const turn = await session.answered(first, answer(1, 'fork'));
  expect([turn, kept, told(await push())]).toEqual(['go', [], [1, 2]]);
});

test('frames of the log are taken, or say why nothing behind them is of use', async () => {
  const {shop, desk, session} = await given();
  const other = await shop.desk('b');
  await other.do(hold(0));
  await other.push();
  const [group] = await shop.store.groups('shop', 0, 1_000_000);
  const next = (changes: Partial<Group>): Frame => ({
    t: 'g',
    group: withHash(shop.place.hash, {...(group as Group), ...changes}),
  });
  const newer = next({parts: [partOf('shop', {put: {businesses: [{...business, more: 1} as never]}, del: {}})]});
  const garbled: Frame = {t: 'g', group: {...(group as Group), hash: shop.place.hash}};
  const underOurName = next({by: {replica: 'a-----------', inc: 'first-------'}, n: [1, 1], told: 'x'.repeat(43)});
  expect([
    await session.take({t: 'again', why: 'gone', epoch: 2}),
    await session.take({t: 'head', place: shop.place}),
    await session.take(newer),
    await session.take(garbled),
    await session.take(underOurName),
    await session.take({t: 'g', group: group as Group}),
    (await desk.store.read((tx) => tx.meta('place')))?.seq,
  ]).toEqual(['copy', 'go', 'upgrade', 'wait', 'wait', 'go', 1]);
});

test('a desk whose numbers belong to another in the log, and that has nothing more to say, takes another name', async () => {
  const {shop, session, push, kept} = await given();
  const other = await shop.desk('b');
  await other.do(hold(0));
  await other.push();
  const [group] = await shop.store.groups('shop', 0, 1_000_000);
  await session.answered(await push(), answer(3));
  const quiet = await session.push(9);
  const theirs = withHash(shop.place.hash, {
    ...(group as Group),
    by: {replica: 'a-----------', inc: 'first-------'},
    n: [1, 1],
    told: 'x'.repeat(43),
  });
  await session.take({t: 'g', group: theirs});
  const unsaved = [await session.push(2), kept.length];
  const parted = [await session.push(3), kept.map((lines) => lines.map(({inc, from}) => [inc, from]))];
  const once = [await session.push(3), kept.length];
  expect({quiet, unsaved, parted, once}).toEqual({
    quiet: undefined,
    unsaved: [undefined, 0],
    parted: [
      undefined,
      [
        [
          ['first-------', 0],
          ['new---------', 3],
        ],
      ],
    ],
    once: [undefined, 1],
  });
});

test('a desk that has nothing of its own left takes another name behind what was decided, and only where the log has parted', async () => {
  const shop = await MasterInMemory.begin(mutators);
  const desk = await shop.desk('a');
  const {session, kept} = sessionOf(desk);
  await desk.store.write((tx) => tx.setMeta('decided', {n: 5, hash: digestOf('decided')}));
  const next: Group = withHash(shop.place.hash, {
    first: 1,
    last: 1,
    decidedAt: monday,
    by: {replica: 'a-----------', inc: 'first-------'},
    n: [6, 6],
    told: digestOf('another'),
    not: [],
    parts: [partOf('shop', {put: {}, del: {}})],
  });
  const [garbled] = [await session.take({t: 'g', group: {...next, hash: shop.place.hash}}), await session.push(0)];
  const calm = kept.length;
  const parted = await session.take({t: 'g', group: next});
  await session.push(0);
  expect([garbled, calm, parted, kept]).toEqual([
    'wait',
    0,
    'wait',
    [
      [
        {replica: 'a-----------', inc: 'first-------', from: 0},
        {replica: 'a-----------', inc: 'new---------', from: 5},
      ],
    ],
  ]);
});
