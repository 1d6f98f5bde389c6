import {expect, test} from 'vitest';
import {monday} from '../testing/given.ts';
import {beginning, entryOf} from '../journal/entry.ts';
import {JustAppended} from './just-appended.ts';

const entry = (n: number, text = '') =>
  entryOf({...beginning, n: n - 1}, {n, name: 'orders.hold', version: 1, args: text, at: monday});
const entries = (...numbers: readonly number[]) => numbers.map((n) => entry(n));
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

test('only so much is held as a desk has room for', () => {
  const appended = new JustAppended();
  const long = 'x'.repeat(3 * 1024 * 1024);
  for (const n of [1, 2, 3]) appended.add([entry(n, long)]);
  const afterLong = [0, 2].map((n) => numbersBehind(appended, n));
  appended.add([entry(4, 'x'.repeat(9 * 1024 * 1024))]);
  appended.add(entries(5));
  const many = new JustAppended();
  many.add(Array.from({length: 20_001}, (_, at) => entry(at + 1)));
  expect([afterLong, numbersBehind(appended, 3), numbersBehind(appended, 4)]).toEqual([[[], [3]], [], [5]]);
  expect([numbersBehind(many, 0), numbersBehind(many, 20_000)]).toEqual([[], [20_001]]);
});
