import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Condition, ViewQuery} from '../lib/view.ts';
import {ColumnModel, columnSteps} from '../testing/column-model.ts';
import {type Thing, fewLetters, thingId, thingList} from '../testing/things.ts';
import {ColumnSet} from './column-set.ts';
import {Finder} from './finder.ts';
import {valuesOf} from './page-columns.ts';
import {Orders, countGroups, countMatching, selected} from './select.ts';

const bound = fc.constantFrom(-3, 0, 1, 250);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({column: fc.constant('kind'), oneOf: fc.subarray(['', 'tea', 'Tea', 'paper', 'nothing'])}),
  fc.record(
    {column: fc.constantFrom('weight', 'price'), from: bound, below: bound},
    {requiredKeys: ['column'], noNullPrototype: true},
  ),
);
const query: fc.Arbitrary<ViewQuery> = fc.record({
  where: fc.array(condition, {maxLength: 2}),
  search: fc.oneof({weight: 2, arbitrary: fc.constant('')}, fewLetters, fc.constant('a e')),
  sort: fc.record({column: fc.constantFrom(...Object.keys(thingList.columns)), descending: fc.boolean()}),
});

test('a list shows the rows, and the order, that filtering and sorting all of them anew would', async () => {
  await fc.assert(
    fc.asyncProperty(columnSteps, fc.array(query, {minLength: 1, maxLength: 4}), async (steps, queries) => {
      const set = new ColumnSet(thingList);
      const by = {orders: new Orders(set), finder: new Finder(set)};
      const model = new ColumnModel();
      for (const [at, step] of steps.entries()) {
        await model.step(set, step);
        if (at % 3 < 2 && at < steps.length - 1) continue;
        model.bringTexts(set);
        const ids = queries.map((one) => Array.from(selected(set, by, one), (position) => set.idAt(position)));
        expect(ids).toEqual(queries.map((one) => model.select(one)));
      }
    }),
    {numRuns: 150},
  );
});

test('counts are those of all rows that are there', async () => {
  await fc.assert(
    fc.asyncProperty(columnSteps, fc.array(condition, {maxLength: 2}), async (steps, where) => {
      const set = new ColumnSet(thingList);
      const model = new ColumnModel();
      for (const step of steps) await model.step(set, step);
      const groups = Object.entries(countGroups(set, 'kind')).filter(([, count]) => count > 0);
      const matching = model.select({where, sort: {column: 'price', descending: false}}).length;
      expect(Object.fromEntries(groups)).toEqual(model.counts('kind'));
      expect(countMatching(set, where)).toBe(matching);
    }),
  );
});

function givenThings(...things: readonly Partial<Thing>[]): {
  readonly set: ColumnSet;
  readonly by: {readonly orders: Orders; readonly finder: Finder};
} {
  const set = new ColumnSet(thingList);
  for (const [n, changes] of things.entries()) {
    const thing = {weight: 1, price: 1, kind: 'tea', title: '', owner: {name: ''}, ...changes};
    set.put(thingId(n + 1), valuesOf(thingList, thing, thing.owner));
  }
  return {set, by: {orders: new Orders(set), finder: new Finder(set)}};
}

test('missing numbers come first, and meet no bound', () => {
  const {set, by} = givenThings({weight: 5}, {weight: undefined}, {weight: -5});
  const sort = {column: 'weight', descending: false};
  const ids = (where: readonly Condition[]): readonly string[] =>
    Array.from(selected(set, by, {where, sort}), (position) => set.idAt(position));
  expect({
    all: ids([]),
    unbounded: ids([{column: 'weight'}]),
    below: ids([{column: 'weight', below: 5}]),
  }).toEqual({
    all: [thingId(2), thingId(3), thingId(1)],
    unbounded: [thingId(3), thingId(1)],
    below: [thingId(3)],
  });
});

test('words beyond the eighth are not looked at', () => {
  const {set, by} = givenThings({title: 'one two three four five six seven eight'});
  const count = (search: string): number =>
    selected(set, by, {search, sort: {column: 'price', descending: false}}).length;
  expect([count('one two three four five six seven eight nine'), count('nine')]).toEqual([1, 0]);
});

test('sorting by a column that is not there is a bug, not an order of its own', () => {
  const {set, by} = givenThings({});
  expect(() => selected(set, by, {sort: {column: 'colour', descending: false}})).toThrow('colour');
});
