import {expect, test} from 'vitest';
import {patchedFiles} from './mutant-copy.ts';
import {mutants} from './mutants.ts';
import {storeMutants} from './store-mutants.ts';

test('every deliberate fault still fits into what is shipped, and changes it', () => {
  const fits = (all: typeof mutants): readonly number[] => all.map((one) => patchedFiles(one).size);
  expect([...fits(mutants), ...fits(storeMutants)].every((files) => files > 0)).toBe(true);
});

test('a fault that fits nowhere, or in two places, is none', () => {
  const named = (from: string) => ({name: 'x', patches: [{file: 'core/lib/result.ts', from, to: ''}]});
  expect(['nobody wrote this', 'e'].map((from) => attempt(() => patchedFiles(named(from))))).toEqual([
    'The patch of "x" does not fit into core/lib/result.ts in one place.',
    'The patch of "x" does not fit into core/lib/result.ts in one place.',
  ]);
});

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}
