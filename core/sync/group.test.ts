import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {business, monday, storefront} from '../testing/given.ts';
import type {Instant} from '../time/instant.ts';
import {type Group, digestOf, follows, hashBehindGroup, partOf, placeBehind, withHash} from './group.ts';

const place = {epoch: 3, seq: 7, hash: beginning.hash};
const [seen, unseen] = [partOf('shop', {put: {businesses: [business]}, del: {}}), partOf('money', {put: {}, del: {}})];
const group: Group = withHash(place.hash, {
  first: 8,
  last: 9,
  decidedAt: monday,
  by: {replica: 'a-----------', inc: 'first-------'},
  n: [1, 2],
  told: 'h'.repeat(43),
  not: [[2, 'refused']],
  parts: [seen, unseen],
});

test('nothing a group says can be changed without its hash being another', () => {
  const changes: readonly Partial<Group>[] = [
    {first: 7},
    {last: 10},
    {decidedAt: (monday + 1) as Instant},
    {by: {...group.by, replica: 'b-----------'}},
    {by: {...group.by, inc: 'second------'}},
    {n: [0, 1]},
    {told: 'g'.repeat(43)},
    {not: []},
    {not: [[2, 'parked']]},
    {parts: [seen]},
    {parts: [seen, {...unseen, scope: 'stock'}]},
    {parts: [seen, {...unseen, digest: digestOf('')}]},
  ];
  const hashes = [group, ...changes.map((change) => ({...group, ...change}))].map((one) =>
    hashBehindGroup(place.hash, one),
  );
  const elsewhere = hashBehindGroup(digestOf(''), group);
  expect([new Set([...hashes, elsewhere]).size, hashes[0]]).toEqual([changes.length + 2, group.hash]);
});

test('a desk that may not see a part, or hears the parts in another order, comes to the same hash', () => {
  const {body: _, ...digest} = unseen;
  const heard = [
    {...group, parts: [seen, digest]},
    {...group, parts: [unseen, seen]},
  ];
  expect(heard.map((one) => [hashBehindGroup(place.hash, one) === group.hash, follows(place, one)])).toEqual([
    [true, true],
    [true, true],
  ]);
});

test('a group has the hash that it has always had', () => {
  const parts = ['stock', 'money'].map((scope) => ({scope, digest: digestOf(scope)}));
  expect(hashBehindGroup(place.hash, {...group, parts})).toBe('QnlO38wvhfw_fvtsIs-vObVlBwABOBthtnuy5f8qbL0');
});

test('only what stands right behind a place, word for word, follows it', () => {
  const other = partOf('shop', {put: {storefronts: [storefront]}, del: {}});
  const later = withHash(place.hash, {...group, first: 9, last: 10});
  expect({
    itself: follows(place, group),
    garbled: [
      follows(place, {...group, parts: [{...seen, body: other.body ?? ''}, unseen]}),
      follows(place, {...group, parts: [other, unseen]}),
      follows(place, {...group, hash: place.hash}),
    ],
    elsewhere: [
      follows({...place, seq: 8}, group),
      follows({...place, hash: group.hash}, group),
      follows(place, later),
    ],
    behind: placeBehind(place, group),
  }).toEqual({
    itself: true,
    garbled: [false, false, false],
    elsewhere: [false, false, false],
    behind: {epoch: 3, seq: 9, hash: group.hash},
  });
});
