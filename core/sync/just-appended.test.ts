import {expect, test} from 'vitest';
import {monday} from '../testing/given.ts';
import {beginning, entryOf} from '../journal/entry.ts';
import {JustAppended} from './just-appended.ts';

const entry = (n: number) =>
  entryOf({...beginning, n: n - 1}, {n, name: 'orders.hold', version: 1, args: {}, at: monday});
const entries = (...numbers: readonly number[]) => numbers.map(entry);
const numbersBehind = (appended: JustAppended, n: number, most = 99): readonly number[] =>
  appended.behind(n, most).map((one) => one.entry.n);

test('what was appended last is known from where it is asked for, so many as are asked for', () => {
  const appended = new JustAppended();
  appended.add(entries(4, 5));
  appended.add(entries(6));
  expect([3, 4, 6, 7, 2].map((n) => numbersBehind(appended, n))).toEqual([[4, 5, 6], [5, 6], [], [], []]);
  expect(numbersBehind(appended, 3, 2)).toEqual([4, 5]);
  expect(appended.behind(5, 1)[0]?.entry).toEqual(entry(6));
});

test('nothing is known as long as nothing was appended', () => {
  expect(numbersBehind(new JustAppended(), 0)).toEqual([]);
});

test('what another window has put between is not passed over', () => {
  const appended = new JustAppended();
  appended.add(entries(4, 5));
  appended.add(entries(7, 8));
  expect([3, 5, 6].map((n) => numbersBehind(appended, n))).toEqual([[], [], [7, 8]]);
});

test('what is decided is let go of', () => {
  const appended = new JustAppended();
  appended.add(entries(4, 5, 6));
  appended.letGo(5);
  appended.letGo(2);
  expect([3, 5].map((n) => numbersBehind(appended, n))).toEqual([[], [6]]);
  appended.letGo(9);
  appended.add(entries(7));
  expect(numbersBehind(appended, 6)).toEqual([7]);
});

/** An entry of so many bytes: nobody here looks at what they say. */
const long = (n: number, length: number) => ({n, hash: beginning.hash, bytes: new Uint8Array(length)});
const bytesMost = 8 * 1024 * 1024;

test('only so much is held as a desk has room for', () => {
  const appended = new JustAppended();
  appended.add([long(1, bytesMost / 2), long(2, bytesMost / 2)]);
  const full = numbersBehind(appended, 0);
  appended.add(entries(3));
  const more = [0, 2].map((n) => numbersBehind(appended, n));
  appended.add([long(4, bytesMost)]);
  const whole = numbersBehind(appended, 3);
  appended.add([long(5, bytesMost + 1)]);
  const none = [3, 4].map((n) => numbersBehind(appended, n));
  appended.add(entries(6));
  expect({full, more, whole, none, after: numbersBehind(appended, 5)}).toEqual({
    full: [1, 2],
    more: [[], [3]],
    whole: [4],
    none: [[], []],
    after: [6],
  });
  const many = new JustAppended();
  many.add(Array.from({length: 20_001}, (_, at) => long(at + 1, 0)));
  expect([numbersBehind(many, 0), numbersBehind(many, 20_000)]).toEqual([[], [20_001]]);
});

test('what is decided makes room for what is done next', () => {
  const appended = new JustAppended();
  appended.add([long(1, bytesMost / 2), long(2, bytesMost / 2)]);
  appended.letGo(1);
  appended.add([long(3, bytesMost / 2)]);
  expect(numbersBehind(appended, 1)).toEqual([2, 3]);
});
