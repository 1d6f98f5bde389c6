import {expect, test} from 'vitest';
import type {Chord} from './chord.ts';
import type {Stroke} from './keys.ts';
import {type Found, follow, noSequence, sequenceMs} from './sequence.ts';

const bound = ['g o', 'g s', 'h', 'Escape', 'Ctrl+K'];

test.each<[string, readonly [Chord, number][], readonly string[]]>([
  [
    'g and o go to orders',
    [
      ['g', 0],
      ['o', 200],
    ],
    ['g o'],
  ],
  ['a single letter acts by itself', [['h', 0]], ['h']],
  [
    'g and o too far apart are two keys',
    [
      ['g', 0],
      ['o', sequenceMs + 1],
    ],
    [],
  ],
  [
    'who misses g o with g h holds no order',
    [
      ['g', 0],
      ['h', 200],
    ],
    [],
  ],
  [
    'and after that h is h again',
    [
      ['g', 0],
      ['h', 200],
      ['h', 400],
    ],
    ['h'],
  ],
  [
    'Escape after g is Escape',
    [
      ['g', 0],
      ['Escape', 200],
    ],
    ['Escape'],
  ],
  [
    'a shortcut after g is the shortcut',
    [
      ['g', 0],
      ['Ctrl+K', 200],
    ],
    ['Ctrl+K'],
  ],
  [
    'g twice begins nothing',
    [
      ['g', 0],
      ['g', 200],
      ['o', 400],
    ],
    [],
  ],
])('%s', (_what, strokes, acted) => {
  expect(play(strokes)).toEqual(acted);
});

function play(strokes: readonly [Chord, number][]): string[] {
  let sequence = noSequence;
  return strokes.flatMap(([chord, timeMs]) => {
    const step = follow(sequence, {chord, timeMs, target: 'page'} satisfies Stroke, find);
    sequence = step.sequence;
    return step.bound ?? [];
  });
}

function find(chords: readonly Chord[]): Found<string> {
  const typed = chords.join(' ');
  if (bound.includes(typed)) return {kind: 'bound', to: typed};
  return {kind: bound.some((keys) => keys.startsWith(`${typed} `)) ? 'begins' : 'nothing'};
}
