import {expect, it} from 'vitest';
import {isOurPage} from './origin.ts';

it.each([
  ['our page', 'app://tradewind/orders?view=late#row', null, true],
  ['a frame inside our page', 'app://tradewind/orders', {url: 'app://tradewind/'}, false],
  ['a site on the web', 'https://tradewind/', null, false],
  ['a host that begins like ours', 'app://tradewind.evil.example/', null, false],
  ['a port beside ours', 'app://tradewind:81/', null, false],
  ['a name before ours', 'app://someone@tradewind/', null, false],
  ['a written page', 'data:text/html,app://tradewind/', null, false],
  ['a local file', 'file:///app://tradewind/', null, false],
  ['an empty page', 'about:blank', null, false],
  ['no address', '', null, false],
])('the desktop answers our own page only: %s', (_who, url, parent, answered) => {
  expect(isOurPage({url, parent})).toBe(answered);
});

it('the desktop answers nobody when the asking frame is gone', () => {
  expect(isOurPage(null)).toBe(false);
});
