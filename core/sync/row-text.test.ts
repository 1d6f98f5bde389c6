import {expect, test} from 'vitest';
import {canonical} from '../lib/canonical.ts';
import {business, givenOrder, storefront} from '../testing/given.ts';
import type {Effects} from './group.ts';
import {effectsText, rowText} from './row-text.ts';

const cases: readonly Effects[] = [
  {put: {}, del: {}},
  {put: {orders: []}, del: {storefronts: []}},
  {put: {storefronts: [storefront], businesses: [business], orders: [givenOrder('2'), givenOrder('1')]}, del: {}},
  {put: {}, del: {trayItems: ['b', 'a'], buyers: ['c']}},
  {put: {}, del: {}, patch: {orders: [{id: 'a', set: {status: 'held'}, gone: ['note']}], businesses: []}},
];

test('effects put together of their rows have the text that they have as a whole', () => {
  const orders = cases.map((effects) => effectsText(effects));
  expect([orders, rowText(business), rowText(business)]).toEqual([
    cases.map(({put, del, patch = {}}) => canonical({rows: put, del, patch})),
    canonical(business),
    canonical(business),
  ]);
});
