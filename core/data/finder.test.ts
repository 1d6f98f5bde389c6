import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {fewLetters, thingId, thingList} from '../testing/things.ts';
import {ColumnSet} from './column-set.ts';
import {Finder} from './finder.ts';
import {fold} from './fold.ts';
import {valuesOf} from './page-columns.ts';

function put(set: ColumnSet, n: number, title: string): void {
  const thing = {weight: 1, price: 1, kind: 'tea', title, owner: {name: ''}};
  set.put(thingId(n), valuesOf(thingList, thing, thing.owner));
}

function givenTitles(titles: readonly string[]): ColumnSet {
  const set = new ColumnSet(thingList);
  for (const [n, title] of titles.entries()) put(set, n, title);
  return set;
}

function found(set: ColumnSet, finder: Finder, text: string): readonly number[] {
  const mask = finder.find(text);
  return Array.from({length: set.size}, (_, position) => position).filter((position) => mask[position]);
}

test('who types on, deletes or begins anew finds what somebody finds who asks for the first time', () => {
  const titles = fc.array(fewLetters, {minLength: 1, maxLength: 20});
  // Neighbours share their beginnings, so that many of them narrow the one before.
  const typed = fc
    .array(fc.tuple(fewLetters, fc.nat({max: 4})), {minLength: 1, maxLength: 6})
    .map((all) => all.flatMap(([text, length]) => [text.slice(0, length), text, `${text} a`]));
  fc.assert(
    fc.property(titles, typed, (texts, searches) => {
      const set = givenTitles(texts);
      const finder = new Finder(set);
      const seen = searches.map((text) => found(set, finder, text));
      expect(seen).toEqual(searches.map((text) => found(set, new Finder(set), text)));
    }),
    {numRuns: 300},
  );
});

test('half a letter is found nowhere, and the whole one after it where it stands', () => {
  const set = givenTitles(['\u{20bb7}']);
  const finder = new Finder(set);
  expect([found(set, finder, '\ud842'), found(set, finder, '\u{20bb7}')]).toEqual([[], [0]]);
});

test('a row that is written between two letters is found by the second', () => {
  const set = givenTitles(['green tea', 'paper']);
  const finder = new Finder(set);
  const before = found(set, finder, 'te');
  put(set, 1, 'teapot');
  put(set, 2, 'black tea');
  expect([before, found(set, finder, 'tea'), found(set, finder, 'teap')]).toEqual([[0], [0, 1, 2], [1]]);
});

test('marks that fold to nothing are looked for in vain by nobody: all rows stay', () => {
  const set = givenTitles(['tea', 'paper']);
  const mask = new Finder(set).find('\u0301');
  expect([fold('\u0301'), ...mask.subarray(0, 2)]).toEqual(['', 1, 1]);
});
