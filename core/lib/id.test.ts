import * as fc from 'fast-check';
import {expect, expectTypeOf, test} from 'vitest';
import {Bug} from './assert.ts';
import {type Id, id, idFromBytes, idFromName} from './id.ts';
import {check} from './shape.ts';

test('one name always gives one id, and every other name another', () => {
  const name = fc.array(fc.string({maxLength: 3}), {minLength: 1, maxLength: 3});
  fc.assert(
    fc.property(name, name, (a, b) => {
      const same = a.length === b.length && a.every((part, at) => part === b[at]);
      expect(idFromName('order', ...a) === idFromName('order', ...b)).toBe(same);
    }),
  );
});

test('how a name is split is part of it, and so is the kind', () => {
  const ids = [
    idFromName('order', 'ab', 'c'),
    idFromName('order', 'a', 'bc'),
    idFromName('order', 'abc'),
    idFromName('order', 'abc', ''),
    idFromName('order', 'a","bc'),
    idFromName('parcel', 'abc'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is twelve letters of base64url, however it was made', () => {
  const made = [idFromName('order', '1001'), idFromBytes('order', new Uint8Array(9).fill(255))];
  const refused = ['', 'short', `${made[0]}=`, `${made[0]}A`, 'AAAAAAAAAAA+', 12];
  expect(made.map((one) => check(id('order'), one))).toEqual(made.map((value) => ({ok: true, value})));
  expect(refused.map((one) => check(id('order'), one).ok)).toEqual(refused.map(() => false));
});

test('fewer dice than an id needs are a bug', () => {
  expect(() => idFromBytes('order', new Uint8Array(8))).toThrow(Bug);
});

test('the id of an order is not the id of a parcel', () => {
  expectTypeOf<Id<'order'>>().not.toExtend<Id<'parcel'>>();
  expectTypeOf<string>().not.toExtend<Id<'order'>>();
  expectTypeOf<Id<'order'>>().toExtend<string>();
});
