import {expect, test} from 'vitest';
import {createOrder, editOrder} from '#core/orders/manual-mutators.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {typeRate} from '#core/insights/rates/mutators.ts';
import {importOrders} from '#core/intake/mutators.ts';
import {registry} from '#core/registry.ts';
import {removeStorefront} from '#core/storefronts/mutators.ts';
import {givenOrder, storefront} from '#core/testing/given.ts';
import {givenTrayItem} from '#core/testing/given-tray.ts';
import type {TrayItemShown} from '#core/tray/queries.ts';
import {languages} from '../../app/words/language.ts';
import {createWords} from '../../app/words/words.ts';
import {askedWords, isKnown} from './asked-words.ts';

const order = givenOrder('1001');
const shown = (name: string, args: unknown, now: TrayItemShown['now'] = {}): TrayItemShown => ({
  ...givenTrayItem(1, {name, args}),
  now,
});

test.each(languages)('every change there is can be said, whatever its arguments lack (%s)', (language) => {
  const words = createWords(language);
  const names = registry.mutators.map(({name}) => name);
  const said = names.map((name) => askedWords(words, shown(name, {})));
  expect({
    unknown: names.filter((name) => !isKnown(name)),
    keys: said.filter((sentence) => /asked\.|\{\{/.test(sentence)),
    same: said.filter((sentence, at) => said.indexOf(sentence) !== at),
  }).toEqual({unknown: [], keys: [], same: []});
});

test('a change is said with what it was about', () => {
  const items = [
    shown(holdOrder.name, {orderId: order.id, reason: 'stock'}, {order}),
    shown(holdOrder.name, {orderId: order.id, reason: 'stock'}, {order: null}),
    shown(createOrder.name, {channelOrderId: '77'}, {order: null}),
    shown(editOrder.name, {groups: ['address', 'lines', 'money']}, {order}),
    shown(removeStorefront.name, {}, {storefront}),
    shown(importOrders.name, {step: 0}),
    shown(typeRate.name, {day: '2026-03-02', base: 'EUR', currency: 'USD', units: 10_845, scale: 4}),
    shown('wares.weigh', {grams: 3}),
  ];
  expect(items.map((item) => askedWords(createWords('en'), item))).toEqual([
    'Hold order 1001: Out of stock',
    'Hold order (not on this desk): Out of stock',
    'Create order 77',
    'Change order 1001: address, items, and amounts',
    'Remove the storefront “Teapot on Etsy”',
    'Take in part 1 of an import',
    'Type the rate of Mar 2, 2026: 1 EUR = 1.0845 USD',
    'Something that this version does not know (wares.weigh)',
  ]);
});
