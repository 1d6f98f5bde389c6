import {expect, test} from 'vitest';
import type {Buyer} from '../../orders/schema.ts';
import {isSamePlace} from './same-place.ts';

type Place = Buyer['shipTo'];

const home: Place = {
  name: 'Ida Björk',
  street: 'Hauptstr. 5',
  extra: 'Hinterhaus',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
};

test.each<[string, Partial<Place>, Partial<Place>, boolean]>([
  ['as it stands', {}, {}, true],
  ['in capitals, with other blanks and points', {name: 'IDA  BJÖRK', street: 'hauptstr 5', city: 'Hamburg '}, {}, true],
  ['in letters of full width', {name: '李 明', street: '１２ Queen St'}, {name: '李 明', street: '12 Queen St'}, true],
  ['with its region told in another way', {region: 'HH'}, {region: 'Hamburg'}, true],
  ['of somebody else at home there', {name: 'Jon Björk'}, {}, false],
  ['whose name differs by a vowel sign', {name: 'किरण'}, {name: 'करण'}, false],
  ['at another number of the house', {street: 'Hauptstr. 51'}, {street: 'Hauptstr. 5-1'}, false],
  ['on another floor', {extra: 'Vorderhaus'}, {}, false],
  ['in another country', {country: 'AT'}, {}, false],
  ['without a postal code, in another region', {postalCode: '', region: 'Kiel'}, {postalCode: '', region: ''}, false],
  ['that nobody has told', {street: ''}, {street: ''}, false],
  ['without a name', {name: ' - '}, {name: ''}, false],
  ['hidden by its channel', {name: 'I*** B***', street: '***'}, {name: 'I*** B***', street: '***'}, false],
])('of an address %s it is known whether it is the same', (_what, one, other, isSame) => {
  expect(isSamePlace({shipTo: {...home, ...one}}, {shipTo: {...home, ...other}})).toBe(isSame);
});
