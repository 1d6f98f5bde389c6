import {expect, it} from 'vitest';
import {receivedWish, routeOf, startWish} from './start-wish.ts';

it.each([
  [['tradewind'], '/'],
  [['tradewind', '--demo', '5000'], '/?demo=5000'],
  [['tradewind', '--demo', '5000', '--demo', '200000'], '/?demo=200000'],
  [['tradewind', '--demo'], '/'],
  [['tradewind', '--demo', '0'], '/'],
  [['tradewind', '--demo', '200001'], '/'],
  [['tradewind', '--demo', '5e3'], '/'],
  [['tradewind', '--demo', '../../etc'], '/'],
])('started as %j, the first window shows %s', (args, route) => {
  expect(routeOf(startWish(args))).toBe(route);
});

it('a wish handed over by another start is checked like any stranger', () => {
  expect([{demoOrders: 12}, {demoOrders: -1}, {run: 'calc'}, null, 'x'].map(receivedWish)).toEqual([
    {demoOrders: 12},
    {},
    {},
    {},
    {},
  ]);
});
