import {Dexie} from 'dexie';
import {expect, test} from 'vitest';
import {Bug} from '#core/lib/assert.ts';
import {faultOf, isDamage} from './store-faults.ts';

test.each([
  ['QuotaExceededError', 'store.full'],
  ['VersionError', 'store.newer'],
  ['DatabaseClosedError', 'store.closed'],
  ['InvalidStateError', 'store.closed'],
  ['AbortError', 'store.closed'],
  ['UnknownError', 'store.unreadable'],
  ['OpenFailedError', 'store.unreadable'],
  ['DataError', 'store.unreadable'],
])('a %s of the browser or of Dexie is the fault %s', (name, code) => {
  const wrapped = new Error('as Dexie wraps it');
  wrapped.name = name;
  const fault = {code, values: {}};
  expect([faultOf(new DOMException('no words of this are told', name)), faultOf(wrapped)]).toEqual([fault, fault]);
});

test('Dexie names its errors as the table has them', () => {
  const thrown = [new Dexie.DatabaseClosedError(), new Dexie.QuotaExceededError(), new Dexie.VersionError()];
  expect(thrown.map((error) => faultOf(error)?.code)).toEqual(['store.closed', 'store.full', 'store.newer']);
});

test('a bug is no fault, and neither is anything that is not an error', () => {
  const others = [new Bug('x'), new TypeError('x'), new DOMException('x', 'OperationError'), 'AbortError', null];
  expect(others.map(faultOf)).toEqual(others.map(() => undefined));
});

test('what cannot be read, opened or taken apart is damage; a full disk, a closed store and a bug are not', () => {
  const damage = [
    new DOMException('Seek failure', 'UnknownError'),
    new DOMException('the tag does not fit', 'OperationError'),
    new DOMException('a large value', 'NotReadableError'),
    new SyntaxError('Unexpected token'),
  ];
  const others = [
    new DOMException('full', 'QuotaExceededError'),
    new DOMException('closed', 'InvalidStateError'),
    new DOMException('newer', 'VersionError'),
    new Bug('x'),
    new TypeError('x'),
    'UnknownError',
  ];
  expect([damage.map(isDamage), others.map(isDamage)]).toEqual([damage.map(() => true), others.map(() => false)]);
});
