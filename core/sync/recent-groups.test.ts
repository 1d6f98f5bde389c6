import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {holdOrder} from '../orders/mutators.ts';
import type {OrderId} from '../orders/schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {monday} from '../testing/given.ts';
import {callOf} from './define.ts';
import {type Group, type LogPlace, placeBehind, wholeShop, withHash} from './group.ts';
import {RecentGroups} from './recent-groups.ts';

const begin: LogPlace = {epoch: 1, seq: 0, hash: beginning.hash};

function groupBehind({seq, hash}: LogPlace, body?: string): Group {
  return withHash(hash, {
    first: seq + 1,
    last: seq + 1,
    decidedAt: monday,
    by: {replica: 'a-----------', inc: 'first-------'},
    n: [seq + 1, seq + 1],
    told: hash,
    not: [],
    parts: [{scope: wholeShop, digest: '', ...(body !== undefined && {body})}],
  });
}

/** Tells of so many groups, one behind the other. */
function told(recent: RecentGroups, bodies: readonly (string | undefined)[]): {places: LogPlace[]; groups: Group[]} {
  const [places, groups] = [[begin], [] as Group[]];
  for (const body of bodies) {
    const before = places.at(-1) ?? begin;
    const group = groupBehind(before, body);
    recent.kept('shop', before, group);
    places.push(placeBehind(before, group));
    groups.push(group);
  }
  return {places, groups};
}

test('whoever stands where something recent was decided hears all that was decided since, and nobody else', () => {
  const recent = new RecentGroups();
  const {places, groups} = told(recent, ['one', 'two', 'three']);
  const [first, second, , head] = places as [LogPlace, LogPlace, LogPlace, LogPlace];
  const others = [head, {...second, hash: first.hash}, {...second, epoch: 2}, {...second, seq: 7}];
  expect({
    heard: [first, second].map((place) => recent.behind('shop', place)),
    others: others.map((place) => recent.behind('shop', place)),
    another: recent.behind('another', first),
  }).toEqual({heard: [groups, groups.slice(1)], others: others.map(() => undefined), another: undefined});
});

test('a decision that does not follow on the last one begins anew, and a shop that was forgotten is not there', () => {
  const recent = new RecentGroups();
  const {places, groups} = told(recent, ['one', 'two']);
  const [first, second] = places as [LogPlace, LogPlace];
  const other = groupBehind(first, 'decided by another');
  recent.kept('shop', first, other);
  const anew = [recent.behind('shop', first), recent.behind('shop', second)];
  recent.forget('shop');
  expect({groups: groups.length, anew, forgotten: recent.behind('shop', first)}).toEqual({
    groups: 2,
    anew: [[other], undefined],
    forgotten: undefined,
  });
});

test('whoever stands in a log that was cut off does not hear how it went on after that', () => {
  const recent = new RecentGroups();
  const {places} = told(recent, ['before']);
  const [first, second] = places as [LogPlace, LogPlace];
  const cut = {...second, epoch: 2};
  const after = groupBehind(cut, 'after');
  recent.kept('shop', cut, after);
  expect([first, second, cut].map((place) => recent.behind('shop', place))).toEqual([undefined, undefined, [after]]);
});

test('of what is long only the end stays', () => {
  const recent = new RecentGroups();
  const {places} = told(recent, ['x'.repeat(200_000), 'y'.repeat(200_000), 'z'.repeat(300_000), 'end']);
  expect(places.map((place) => recent.behind('shop', place)?.length)).toEqual([
    undefined,
    undefined,
    undefined,
    1,
    undefined,
  ]);
});

test('decisions that tell of no row take room as well', () => {
  const recent = new RecentGroups();
  const {places} = told(
    recent,
    Array.from({length: 263}, () => undefined),
  );
  expect([0, 1, 262].map((at) => recent.behind('shop', places[at] ?? begin)?.length)).toEqual([undefined, 262, 1]);
});

test('of many shops those stay that were decided in last, and what was forgotten makes room', () => {
  const recent = new RecentGroups();
  const roomOfShop = groupBehind(begin, 'x'.repeat(256 * 1024 - 1_000));
  const shops = Array.from({length: 256}, (_, at) => `shop ${at}`);
  const gone = (): readonly string[] => shops.filter((shop) => !recent.behind(shop, begin));
  for (const shop of shops) recent.kept(shop, begin, roomOfShop);
  const seen = [gone()];
  // Decided anew: it takes its room once, and comes last.
  recent.kept('shop 0', begin, roomOfShop);
  seen.push(gone());
  recent.forget('shop 2');
  recent.kept('another', begin, roomOfShop);
  seen.push(gone());
  recent.kept('one more', begin, roomOfShop);
  seen.push(gone());
  expect(seen).toEqual([[], [], ['shop 2'], ['shop 1', 'shop 2']]);
});

test('a decision of which nobody knows whether it was kept is asked for where it would be', async () => {
  const shop = await MasterInMemory.begin([holdOrder]);
  const [a, b] = [await shop.desk('a'), await shop.desk('b')];
  const {store} = shop;
  let isCut = false;
  shop.through({
    head: (shopId) => store.head(shopId),
    hashOfLog: (shopId, seq) => store.hashOfLog(shopId, seq),
    groups: (shopId, after, most) => store.groups(shopId, after, most),
    decide: async (shopId, body) => {
      const decided = await store.decide(shopId, body);
      if (isCut) throw new Error('no answer');
      return decided;
    },
  });
  const hold = (at: number) => callOf(holdOrder, {orderId: firstOrders[at]?.id as OrderId, reason: 'stock'});
  await a.do(hold(0));
  await a.push();
  isCut = true;
  await a.do(hold(1));
  await expect(a.push()).rejects.toThrow('no answer');
  await b.pull();
  expect((await b.seen()).orders).toEqual(['held', 'held', 'paid']);
});
