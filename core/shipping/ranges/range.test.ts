import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {idFromName} from '../../lib/id.ts';
import {postalRange} from '../../testing/number-desk.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {sharesNumbers} from './range-overlap.ts';
import {registered} from './range.ts';
import type {NumberRange} from './schema.ts';

const {schemes} = carriersOfAssets();

function register(wanted: NumberRange, others: readonly NumberRange[] = []) {
  const result = registered(others, wanted, schemes);
  return result.ok ? 'taken' : [result.fault.code, result.fault.values];
}

const another = idFromName('numberRange', 'another');
const parcels = [
  {part: 'service', text: 'CP'},
  {part: 'country', text: 'DE'},
];

test.each<readonly [string, Partial<NumberRange>]>([
  ['alone', {}],
  ['of one number', {to: '10000000'}],
  ['of which some went out elsewhere', {drawn: 3, used: 2, voided: 1}],
  ['of an SSCC, company prefix and all', sscc('4012345000000001', '4012345000999999')],
  ['of a UPS shipper', {scheme: 'ups_1z', fixed: [{part: 'shipper', text: 'A1B2C3'}], from: '0000001', to: '9999999'}],
  [
    'of a USPS mailer',
    {
      scheme: 'usps_impb',
      fixed: [{part: 'mailer', text: '901234567'}],
      from: '0000001',
      to: '0001000',
    },
  ],
])('a range %s is taken', (_, changes) => {
  expect(register(postalRange(changes))).toBe('taken');
});

function sscc(from: string, to: string): Partial<NumberRange> {
  return {scheme: 'sscc', fixed: [{part: 'extension', text: '3'}], from, to};
}

test.each<readonly [string, Partial<NumberRange>, unknown]>([
  ['reversed', {from: '10000099', to: '10000000'}, ['shipping.range_reversed', {from: '10000099', to: '10000000'}]],
  [
    'valid until before it is valid',
    {validFrom: '2027-01-01' as LocalDate, validTo: '2026-01-01' as LocalDate},
    ['shipping.range_reversed', {from: '2027-01-01', to: '2026-01-01'}],
  ],
  [
    'a digit short',
    {from: '1000000', to: '1000009'},
    ['shipping.range_wrong_digits', {service: 'Postal item', digits: '8'}],
  ],
  [
    'with a digit more at its end',
    {to: '100000000'},
    ['shipping.range_wrong_digits', {service: 'Postal item', digits: '8'}],
  ],
  [
    'longer than anybody is given',
    sscc('4012345000000001', '4012346999999999'),
    ['shipping.range_too_long', {max: 1_000_000_000}],
  ],
  ['whose numbers in hand nobody holds', {drawn: 3, used: 2}, ['core.bad_shape', {path: 'drawn', problem: 'sum'}]],
  ['of no carrier', {scheme: 'pigeon'}, ['shipping.range_scheme_unknown', {scheme: 'pigeon'}]],
  [
    'of no country',
    {
      fixed: [
        {part: 'service', text: 'RR'},
        {part: 'country', text: 'QX'},
      ],
    },
    ['shipping.number_part_wrong', {part: 'country', service: 'Postal item'}],
  ],
  [
    'without a part that its contract tells',
    {fixed: [{part: 'country', text: 'DE'}]},
    ['shipping.number_part_wrong', {part: 'service', service: 'Postal item'}],
  ],
  [
    'of numbers that no carrier gives away',
    {scheme: 'amazon_logistics'},
    ['shipping.range_scheme_unknown', {scheme: 'amazon_logistics'}],
  ],
  [
    'with a part that these numbers do not have',
    {fixed: [...parcels, {part: 'mailer', text: '1'}]},
    ['shipping.number_part_wrong', {part: 'mailer', service: 'Postal item'}],
  ],
])('a range %s is refused', (_, changes, fault) => {
  expect(register(postalRange(changes))).toEqual(fault);
});

test.each<readonly [string, Partial<NumberRange>, boolean]>([
  ['begins where the other ends', {from: '10000099', to: '10000199'}, true],
  ['ends where the other begins', {from: '09999999', to: '10000000'}, true],
  ['lies within the other', {from: '10000050', to: '10000050'}, true],
  ['encloses the other', {from: '00000000', to: '99999999'}, true],
  ['overlaps under another account, whose numbers would be the same', {account: '5002'}, true],
  ['overlaps and leaves the service open', {fixed: [{part: 'country', text: 'DE'}]}, true],
  ['follows the other', {from: '10000100', to: '10000199'}, false],
  ['goes before the other', {from: '09999000', to: '09999999'}, false],
  ['has the digits of the other for another service', {fixed: parcels}, false],
])('a range that %s is refused as overlapping: %#', (_, changes, overlaps) => {
  const result = register(postalRange({id: another, ...changes}), [postalRange()]);

  expect(result).toEqual(overlaps ? ['shipping.range_overlaps', {from: '10000000', to: '10000099'}] : 'taken');
});

test('the same range is not taken twice', () => {
  expect(register(postalRange(), [postalRange()])).toEqual(['shipping.range_already_there', {}]);
});

const dhl: Partial<NumberRange> = {
  scheme: 'dhl_paket',
  fixed: [{part: 'company', text: '340434'}],
  from: '10000000000',
  to: '10000000999',
};
const dhlAsUnits = sscc('4043410000000500', '4043410000000501');
const britain: Partial<NumberRange> = {scheme: 'royal_mail_s10', fixed: [{part: 'service', text: 'RR'}]};
const britishLetters = [
  {part: 'service', text: 'RR'},
  {part: 'country', text: 'GB'},
];

test.each<readonly [string, Partial<NumberRange>, Partial<NumberRange>, boolean]>([
  ['the units of an SSCC and DHL parcels of the same company', dhlAsUnits, dhl, true],
  ['DHL parcels and units of an SSCC around them', dhl, sscc('4043200000000000', '4043499999999999'), true],
  ['DHL parcels and the units of an SSCC after them', dhl, sscc('4043410000001000', '4043410000001999'), false],
  ['registered letters of Royal Mail and of the post as such', britain, {fixed: britishLetters}, true],
  ['registered letters of Royal Mail and of another country', britain, {}, false],
  [
    'postal items and UPS parcels of the same digits',
    {},
    {scheme: 'ups_1z', fixed: [{part: 'shipper', text: 'A1B2C3'}], from: '1000000', to: '1000001'},
    false,
  ],
])('%s share numbers: %#', (_, one, other, share) => {
  const pair = [postalRange(one), postalRange({id: another, ...other})] as const;

  const both = [sharesNumbers(pair[0], pair[1], schemes), sharesNumbers(pair[1], pair[0], schemes)];

  expect(both).toEqual([share, share]);
});
