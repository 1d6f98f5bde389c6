import fc from 'fast-check';
import {expect, test} from 'vitest';

import {everythingTicked, isTicked, nothingTicked, tickedCount, tickState, toggled, withTicks} from './selection.ts';
import type {GridSelection} from './selection.ts';

const ids = Array.from({length: 12}, (_, i) => `order-${i}`);

type Step = {readonly all: boolean} | {readonly ids: readonly string[]; readonly ticked: boolean};
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({all: fc.boolean()}),
    fc.record({ids: fc.uniqueArray(fc.constantFrom(...ids)), ticked: fc.boolean()}),
  ),
);

function afterStep(selection: GridSelection, step: Step): GridSelection {
  if ('all' in step) return step.all ? everythingTicked : nothingTicked;
  return withTicks(selection, step.ids, step.ticked);
}

test('whatever is ticked and unticked in whatever order, exactly those rows are ticked', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const selection = taken.reduce(afterStep, nothingTicked);
      const plain = new Set<string>();
      for (const step of taken) {
        for (const id of 'all' in step ? ids : step.ids) {
          if ('all' in step ? step.all : step.ticked) plain.add(id);
          else plain.delete(id);
        }
      }
      expect(ids.filter((id) => isTicked(selection, id))).toEqual(ids.filter((id) => plain.has(id)));
      expect(tickedCount(selection, ids.length)).toBe(plain.size);
    }),
  );
});

test('all of 200,000 orders except two are kept as two ids', () => {
  const selection = toggled(toggled(everythingTicked, 'order-3'), 'order-5');
  expect(selection).toEqual({mode: 'all', except: new Set(['order-3', 'order-5'])});
  expect(tickedCount(selection, 200_000)).toBe(199_998);
});

test('ticking leaves the former selection as it was', () => {
  const before = withTicks(nothingTicked, ['order-1'], true);
  toggled(before, 'order-2');
  expect(before).toEqual({mode: 'some', ids: new Set(['order-1'])});
});

test('the box in the head says none, some or all', () => {
  const some = toggled(nothingTicked, 'order-1');
  const states = [nothingTicked, some, everythingTicked].map((selection) => tickState(selection, 2));
  expect([...states, tickState(toggled(some, 'order-2'), 2), tickState(everythingTicked, 0)]).toEqual([
    'none',
    'some',
    'all',
    'all',
    'none',
  ]);
});
