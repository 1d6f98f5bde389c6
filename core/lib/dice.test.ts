import {describe, expect, test} from 'vitest';
import {Bug} from './assert.ts';
import {dice, sfc32} from './dice.ts';

describe('seeded dice', () => {
  test('throw what other implementations of sfc32 throw', () => {
    const next = sfc32({a: 0, b: 12_345, c: 0});

    // From the tests of github.com/maloquacious/prng (Go), which leave out twelve throws where we leave out fifteen.
    expect(Array.from({length: 7}, next)).toEqual([
      2882324903, 362604721, 4227106926, 1933307004, 1608300071, 2256615412, 2701957640,
    ]);
  });

  test('throw the same for the same seed and differently for another', () => {
    const throwsOf = (seed: number | string) => Array.from({length: 8}, dice(seed).next);

    expect(throwsOf('tea')).toEqual(throwsOf('tea'));
    expect(throwsOf(7)).toEqual(throwsOf('7'));
    expect(throwsOf('tea')).not.toEqual(throwsOf('coffee'));
  });

  test('give every number of a range about equally often, and none outside it', () => {
    const die = dice('range');
    const counts = new Map<number, number>();
    for (let left = 60_000; left > 0; left--) {
      const value = die.integer(-2, 3);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }

    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect([...counts.values()].every((count) => Math.abs(count - 10_000) < 500)).toBe(true);
  });

  test('reach both ends of the widest range and refuse a wider, an empty or a broken one', () => {
    const die = dice('widest');

    expect(die.integer(0, 2 ** 32 - 1)).toBeGreaterThan(0);
    expect(die.integer(5, 5)).toBe(5);
    expect(() => die.integer(0, 2 ** 32)).toThrow(Bug);
    expect(() => die.integer(1, 0)).toThrow(Bug);
    expect(() => die.integer(0.5, 3)).toThrow(Bug);
    expect(() => die.pick([])).toThrow(Bug);
  });

  test('follow chances and weights', () => {
    const die = dice('weights');
    const items = [
      {name: 'often', weight: 3},
      {name: 'never', weight: 0},
      {name: 'seldom', weight: 1},
    ];
    const counts = {often: 0, never: 0, seldom: 0, yes: 0};
    for (let left = 40_000; left > 0; left--) {
      counts[die.weighted(items, (item) => item.weight).name as 'often']++;
      if (die.chance(0.25)) counts.yes++;
    }

    expect(counts.never).toBe(0);
    expect(Math.abs(counts.often - 30_000)).toBeLessThan(500);
    expect(Math.abs(counts.yes - 10_000)).toBeLessThan(500);
    expect([die.chance(0), die.chance(1)]).toEqual([false, true]);
  });

  test('shuffle into every order about equally often and leave the list alone', () => {
    const die = dice('shuffle');
    const cards = ['a', 'b', 'c'];
    const orders = new Map<string, number>();
    for (let left = 12_000; left > 0; left--) {
      const order = die.shuffle(cards).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }

    expect([...orders.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    expect([...orders.values()].every((count) => Math.abs(count - 2000) < 200)).toBe(true);
    expect(cards).toEqual(['a', 'b', 'c']);
  });

  test('fork into streams that depend on their name only', () => {
    const untouched = dice('shop');
    const thrown = dice('shop');
    thrown.next();

    expect(thrown.fork('buyers').next()).toBe(untouched.fork('buyers').next());
    expect(dice(7).fork('buyers').next()).toBe(dice('7').fork('buyers').next());
    expect(untouched.fork('buyers').next()).not.toBe(untouched.fork('rates').next());
    expect(untouched.fork('a').fork('b').next()).not.toBe(untouched.fork('b').fork('a').next());
  });
});
