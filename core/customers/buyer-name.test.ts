import {expect, test} from 'vitest';
import {buyerName} from './buyer-name.ts';

const shop = 'AAAAAAAAAAAA';
const shipTo = {name: 'Ida Björk', street: 'Teeweg 1', city: 'Hamburg', postalCode: '20095', country: 'DE'};

test('a buyer is known by the mail address, else the phone, else the name on the channel, else name and place', () => {
  const handle = 'ida_b';
  expect([
    buyerName({email: ' Ida@Example.com ', phone: '040 123456', handle, shipTo}, shop),
    buyerName({phone: '+49 (40) 123456', handle, shipTo}, shop),
    buyerName({phone: '12', handle, shipTo}, shop),
    buyerName({name: 'IDA Björk', shipTo}, shop),
    buyerName({shipTo}, shop),
    buyerName({}, shop),
  ]).toEqual([
    '["email","ida@example.com"]',
    '["phone","4940123456"]',
    '["handle","AAAAAAAAAAAA","ida_b"]',
    '["name","ida björk","20095","Hamburg","DE"]',
    '["name","ida björk","20095","Hamburg","DE"]',
    undefined,
  ]);
});

test('one name on two storefronts is two buyers', () => {
  expect(buyerName({handle: '17850'}, shop)).not.toBe(buyerName({handle: '17850'}, 'BBBBBBBBBBBB'));
});
