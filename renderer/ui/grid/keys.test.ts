import fc from 'fast-check';
import {expect, test} from 'vitest';

import {gridKey, movedIndex} from './keys.ts';
import type {KeyPress, Move} from './keys.ts';

function press(keys: string): KeyPress {
  const parts = keys.split('+');
  const held = (name: string): boolean => parts.includes(name);
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    shiftKey: held('Shift'),
    altKey: held('Alt'),
  };
}

const move = (to: Move, extend = false) => ({act: 'move', move: to, extend});

test.each([
  ['ArrowDown', move('down')],
  ['ArrowUp', move('up')],
  ['Shift+ArrowDown', move('down', true)],
  ['PageDown', move('pageDown')],
  ['Shift+PageUp', move('pageUp', true)],
  ['Home', move('first')],
  ['End', move('last')],
  ['Ctrl+Home', move('first')],
  ['Ctrl+Shift+End', move('last', true)],
  ['Meta+ArrowDown', move('last')],
  ['Ctrl+a', {act: 'tickAll'}],
  ['Ctrl+A', {act: 'tickAll'}],
  ['Space', {act: 'toggle'}],
  ['Enter', {act: 'open'}],
  ['Ctrl+Enter', null],
  ['Alt+ArrowDown', null],
  ['ArrowLeft', null],
  ['j', null],
  ['x', null],
])('%s means what the keys page says', (keys, meaning) => {
  expect(gridKey(press(keys))).toEqual(meaning);
});

const space = {total: 100, pageRows: 10, firstSeen: 40};

test.each<[number | null, Move, number]>([
  [5, 'down', 6],
  [5, 'up', 4],
  [0, 'up', 0],
  [99, 'down', 99],
  [50, 'pageDown', 60],
  [3, 'pageUp', 0],
  [50, 'first', 0],
  [50, 'last', 99],
  [null, 'down', 40],
  [null, 'last', 99],
])('from row %s, %s goes to row %s', (from, step, to) => {
  expect(movedIndex(from, step, space)).toBe(to);
});

test('a list without rows has no cursor, and no move leaves a list that has rows', () => {
  const moves = fc.constantFrom<Move>('up', 'down', 'pageUp', 'pageDown', 'first', 'last');
  fc.assert(
    fc.property(fc.nat(50), fc.option(fc.nat(100)), moves, (total, from, step) => {
      const index = movedIndex(from, step, {total, pageRows: 7, firstSeen: 3});
      expect(index === null ? 0 : index + 1).toBeLessThanOrEqual(total);
      expect(index === null).toBe(total === 0);
    }),
  );
});
