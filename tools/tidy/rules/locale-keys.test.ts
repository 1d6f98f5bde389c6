import {expect, test} from 'vitest';
import {localeKeys} from './locale-keys.ts';

const words = (language: string, content: object, feature = 'orders') => ({
  path: `assets/locales/${language}/${feature}.json`,
  text: JSON.stringify(content, null, 2),
});
const says = (...files: {path: string; text: string}[]) =>
  localeKeys.check(files).map((finding) => `${finding.path}:${finding.line} ${finding.says}`);

test('a key that a language lacks, and one that English lacks, are both found', () => {
  expect(says(words('en', {list: {title: 'Orders'}}), words('de', {list: {titel: 'Aufträge'}}))).toEqual([
    'assets/locales/de/orders.json:2 "list.title" is missing in de.',
    'assets/locales/de/orders.json:3 English has no "list.titel".',
  ]);
});

test('a whole file that one language lacks is found', () => {
  expect(says(words('en', {a: 'A'}), words('zh', {b: 'B'}, 'stock'))).toEqual([
    'assets/locales/en/orders.json:1 zh has no orders.json.',
    'assets/locales/zh/stock.json:1 English has no stock.json.',
  ]);
});

test('a text filled with something else than in English is found', () => {
  expect(says(words('en', {a: 'No. {{number}}, {{ at, date }}'}), words('de', {a: 'Nr. {{nummer}}'}))).toEqual([
    'assets/locales/de/orders.json:2 "a" is filled with {nummer}, in English with {at, number}.',
  ]);
});

test('a text that says nothing and a file that is no JSON are found', () => {
  expect(says(words('en', {a: ' '}), {path: 'assets/locales/en/stock.json', text: '{'})).toEqual([
    'assets/locales/en/orders.json:2 "a" says nothing.',
    'assets/locales/en/stock.json:1 This file is not JSON.',
  ]);
});

test('a plural without a form its language has is found', () => {
  const english = words('en', {n_one: '{{count}} order', n_other: '{{count}} orders'});
  expect(says(english, words('pl', {n_one: '{{count}}', n_other: '{{count}}'}))).toEqual([
    'assets/locales/pl/orders.json:2 "n" has the forms one, other; pl has few, many, one, other.',
  ]);
});

test('languages count in their own forms, and a name may end like one', () => {
  const english = words('en', {n_one: 'One order', n_other: '{{count}} orders', reason_other: 'Another reason'});
  expect(says(english, words('zh', {n_other: '{{count}} 个订单', reason_other: '其他'}))).toEqual([]);
});
