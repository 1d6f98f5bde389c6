import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {dice} from '../../lib/dice.ts';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {madeNumber} from '../../testing/made-numbers.ts';
import {makeNumber} from './make-number.ts';
import {matchOf, recognise} from './recognise.ts';

const carriers = carriersOfAssets();

function schemeNamed(id: string) {
  return must(carriers.schemes.get(id), 'the scheme is in assets/carriers');
}

test.each([...carriers.schemes.values()].map((scheme) => [scheme.id, scheme] as const))(
  'a number made as %s is recognised as such, and its parts make it again',
  (id, scheme) => {
    const throws = dice(`numbers of ${id}`);
    const wrong = Array.from({length: 60}, () => madeNumber(scheme, throws)).filter(({number, parts}) => {
      const found = must(matchOf(scheme, number), 'what is made is recognised').parts;
      const {check: _, countryLetters: __, ...rest} = found;
      const again = makeNumber(scheme, rest);
      const kept = Object.entries(parts).every(([name, text]) => found[name] === text);
      const known = recognise(carriers, number).matches.some((match) => match.scheme === id);
      return !kept || !known || !again.ok || again.value !== number;
    });

    expect(wrong).toEqual([]);
  },
);

test.each([
  // The SSCC of the GS1 General Specifications, and the item that explains S10 in Wikipedia.
  ['sscc', {extension: '1', serial: '0614141234567890'}, '00106141412345678908'],
  ['s10', {service: 'RR', serial: '47312482', country: 'GB'}, 'RR473124829GB'],
  // UPS's own example.
  ['ups_1z', {shipper: '999AA1', service: '01', package: '2345678'}, '1Z999AA10123456784'],
])('%s numbers are made as their standard says', (id, parts, number) => {
  expect(makeNumber(schemeNamed(id), parts)).toEqual({ok: true, value: number});
});

test.each([
  ['s10', {service: 'RR', serial: '4731248', country: 'GB'}, 'serial'],
  ['s10', {service: 'RR', serial: '47312482', country: 'QX'}, 'country'],
  ['s10', {service: 'RR', serial: '47312482'}, 'country'],
  ['s10', {service: 'RR', serial: '47312482', country: 'GB', account: '1'}, 'account'],
  ['ups_1z', {shipper: 'A1B2C3', service: '03', package: '12345 7'}, 'package'],
  ['usps_impb_94', {service: '055', mailer: '90123456', package: '0000001'}, 'mailer'],
])('%s numbers are not made of %j, and what is wrong is named', (id, parts, part) => {
  const scheme = schemeNamed(id);

  expect(makeNumber(scheme, parts)).toEqual({
    ok: false,
    fault: {code: 'shipping.number_part_wrong', values: {part, service: scheme.service}},
  });
});
