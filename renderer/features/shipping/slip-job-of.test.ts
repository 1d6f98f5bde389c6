import {expect, test} from 'vitest';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import type {Language} from '../../app/words/language.ts';
import {createWords} from '../../app/words/words.ts';
import {slipJobOf} from './slip-job-of.ts';

const lines = [
  {sku: 'TEA-1', title: 'Tea', quantity: 2},
  {sku: 'TEA-2', title: 'Tea', quantity: -1},
];

test.each<[Language, string, string]>([
  ['en', 'Page {{number}} of {{count}}', '2 pieces'],
  ['zh-CN', '第 {{number}} 页，共 {{count}} 页', '2 件'],
])('a packing slip in %s says what is in the parcel, and leaves its pages to be counted', (language, page, pieces) => {
  const {slip, said, title} = slipJobOf(
    {
      order: givenOrder('1001', {lines}),
      buyer: {shipTo: {name: 'Mia Krug', street: 'Lindenstr. 27', city: 'Berlin', country: 'DE'}},
      storefront,
      business,
      sender: undefined,
    },
    createWords(language).getFixedT(null, ['shipping', 'paper']),
  );
  expect([said['document.page'], said['label.pieces'], slip.lines.map(({sku}) => sku), title.includes('1001')]).toEqual(
    [page, pieces, ['TEA-1'], true],
  );
});
