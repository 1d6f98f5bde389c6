import {expect, test} from 'vitest';
import {idFromName} from '../lib/id.ts';
import {orderIdOf} from './order-id.ts';

const berlin = idFromName('storefront', 'Berlin');
const tokyo = idFromName('storefront', 'Tokyo');

test('one order met twice has one id, and order 1001 of two storefronts stays two orders', () => {
  const first = orderIdOf({storefrontId: berlin, channelOrderId: '#1001'});

  expect(orderIdOf({storefrontId: berlin, channelOrderId: '#1001'})).toBe(first);
  expect(new Set([first, orderIdOf({storefrontId: tokyo, channelOrderId: '#1001'})]).size).toBe(2);
});

test('the id of an order never changes, so that shops already written find it again', () => {
  expect(orderIdOf({storefrontId: berlin, channelOrderId: '302-1234567-1234567'})).toBe('Hxi3_HO_H62G');
});
