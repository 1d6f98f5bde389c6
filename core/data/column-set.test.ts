import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {rowsPerPage} from '../sync/page.ts';
import {ColumnModel, columnSteps} from '../testing/column-model.ts';
import {type Thing, thingId, thingList} from '../testing/things.ts';
import {ColumnSet} from './column-set.ts';
import {valuesOf} from './page-columns.ts';

const tea: Omit<Thing, 'id'> = {weight: 100, price: 450, kind: 'tea', title: 'Green tea', owner: {name: 'Anna'}};

function put(set: ColumnSet, id: string, changes: Partial<Thing> = {}): void {
  const thing = {...tea, ...changes};
  set.put(id, valuesOf(thingList, thing, thing.owner));
}

function livePositions(set: ColumnSet): readonly number[] {
  return Array.from(set.live.subarray(0, set.size)).flatMap((one, position) => (one === 1 ? [position] : []));
}

test('whatever comes in pages, comes alone, changes or goes, every row reads as it was last written', async () => {
  await fc.assert(
    fc.asyncProperty(columnSteps, async (steps) => {
      const set = new ColumnSet(thingList);
      const model = new ColumnModel();
      for (const [at, step] of steps.entries()) {
        await model.step(set, step);
        if (at % 3 < 2 && at < steps.length - 1) continue;
        model.bringTexts(set);
        const rows = livePositions(set).map((position) => set.rowAt(position));
        expect(rows.toSorted(byId)).toEqual(model.rows.toSorted(byId));
        expect(rows.map(({id}) => set.find(String(id)))).toEqual(livePositions(set));
        expect(['nobody', ...model.goneIds].map((id) => set.find(id) ?? 'none')).toEqual(
          ['nobody', ...model.goneIds].map(() => 'none'),
        );
      }
    }),
  );
});

test('a page whose texts are still to come is known by its ids, numbers and words of codes, and says so', async () => {
  const set = new ColumnSet(thingList);
  const model = new ColumnModel();
  await model.step(set, {page: [tea, {...tea, kind: 'paper', price: 5}], late: true});
  put(set, thingId(9));
  const early = [set.find(thingId(2)), set.number('price')[1], set.code('kind').names, set.textsMissing()];
  put(set, thingId(1), {title: 'Black tea'});
  model.bringTexts(set);
  expect({early, missing: set.textsMissing(), titles: [0, 1].map((at) => set.text('title', at))}).toEqual({
    early: [1, 5, ['tea', 'paper'], [0]],
    missing: [],
    titles: ['Black tea', 'Green tea'],
  });
});

test('a row keeps its position when it changes', () => {
  const set = new ColumnSet(thingList);
  for (let n = 0; n < rowsPerPage + 2; n += 1) put(set, thingId(n));
  const before = set.find(thingId(rowsPerPage + 1));
  put(set, thingId(rowsPerPage + 1), {title: 'Black tea'});
  expect([before, set.find(thingId(rowsPerPage + 1)), set.size]).toEqual([
    rowsPerPage + 1,
    rowsPerPage + 1,
    2 * rowsPerPage,
  ]);
});

test('only columns that say something new are stale after a change', () => {
  const set = new ColumnSet(thingList);
  put(set, thingId(1));
  const stale = (act: () => void): readonly string[] => {
    const before = set.version;
    act();
    return Object.keys(thingList.columns).filter((column) => set.changedAt(column) > before);
  };
  expect({
    nothing: stale(() => put(set, thingId(1))),
    price: stale(() => put(set, thingId(1), {price: 500})),
    missing: stale(() => put(set, thingId(1), {price: 500, weight: undefined})),
    stillMissing: stale(() => put(set, thingId(1), {price: 500, weight: undefined})),
    newcomer: stale(() => put(set, thingId(2))),
  }).toEqual({
    nothing: [],
    price: ['price'],
    missing: ['weight'],
    stillMissing: [],
    newcomer: ['weight', 'price', 'kind', 'title', 'name'],
  });
});

test('a column that the view does not have is a bug', () => {
  const set = new ColumnSet(thingList);
  expect(() => set.number('kind')).toThrow('kind');
  expect(() => set.code('price')).toThrow('price');
});

function byId(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  return String(a['id']) < String(b['id']) ? -1 : 1;
}
