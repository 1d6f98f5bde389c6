import {beforeEach, expect, test} from 'vitest';
import type {Outcome} from '#core/sync/replica.ts';
import {forgetDeeds, moved, remember, take, useUndo} from './undo-store.ts';

const back = (n: number) => ({name: 'orders.resume', args: {n}});
const done = (n: number): Outcome => ({ok: true, n, undo: back(n)});
const refused: Outcome = {ok: false, fault: {code: 'orders.not_found', values: {}}};
const fact: Outcome = {ok: true, n: 9};

beforeEach(forgetDeeds);

test('a deed is taken back from its end, without what was refused or cannot be taken back', () => {
  const deed = remember('orders:did.held', [done(1), refused, done(2), fact, done(3)]);
  expect(deed).toEqual({word: 'orders:did.held', undo: [back(3), back(2), back(1)]});
  expect(take('done')).toEqual(deed);
});

test('where nothing can be taken back, nothing is remembered', () => {
  expect([remember('orders:did.held', [refused, fact]), useUndo.getState()]).toEqual([
    undefined,
    {done: [], undone: []},
  ]);
});

test('the newest deed comes first, and what was taken back can be done again', () => {
  remember('orders:did.held', [done(1)]);
  remember('orders:did.released', [done(2)]);
  const newest = take('done');
  const reverse = newest && moved('undone', newest, [done(7)]);
  expect({newest: newest?.word, reverse, left: useUndo.getState().done.map(({word}) => word)}).toEqual({
    newest: 'orders:did.released',
    reverse: {word: 'orders:did.released', undo: [back(7)]},
    left: ['orders:did.held'],
  });
  expect(take('undone')).toEqual(reverse);
});

test('a new deed ends what could be done again', () => {
  const deed = remember('orders:did.held', [done(1)]);
  if (deed) moved('undone', deed, [done(2)]);
  remember('orders:did.released', [done(3)]);
  expect(take('undone')).toBeUndefined();
});

test('a way back that is refused as a whole is gone', () => {
  const deed = remember('orders:did.held', [done(1)]);
  take('done');
  expect([deed && moved('undone', deed, [refused]), take('undone'), take('done')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a hundred deeds are kept, the oldest goes first', () => {
  for (let n = 0; n < 105; n += 1) remember('orders:did.held', [done(n)]);
  const kept = useUndo.getState().done;
  expect([kept.length, kept[0]?.undo]).toEqual([100, [back(5)]]);
});
