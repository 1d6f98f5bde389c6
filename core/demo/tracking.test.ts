import {expect, test} from 'vitest';
import {dice} from '../lib/dice.ts';
import {trackingTo} from './tracking.ts';

const forms = {
  DHL: /^00340434\d{12}$/,
  'Deutsche Post': /^LX\d{9}DE$/,
  DPD: /^0150\d{10}$/,
  GLS: /^5\d{10}$/,
  'DHL Express': /^\d{10}$/,
};

test('parcels have numbers in the form of their carrier', () => {
  const throws = dice('parcels');
  const parcels = (['home', 'union', 'world'] as const).flatMap((region) =>
    Array.from({length: 300}, () => trackingTo(region, throws)),
  );

  expect(new Set(parcels.map(({carrier}) => carrier))).toEqual(new Set(Object.keys(forms)));
  expect(parcels.filter(({carrier, number}) => !forms[carrier as keyof typeof forms].test(number))).toEqual([]);
});
