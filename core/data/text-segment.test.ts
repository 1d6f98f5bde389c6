import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {fewLetters} from '../testing/things.ts';
import {fold} from './fold.ts';
import {needleOf} from './gram-filter.ts';
import {LineCache} from './line-cache.ts';
import {TextSegment} from './text-segment.ts';

const columns = ['title', 'name'] as const;

function found(segment: TextSegment, word: string): readonly number[] {
  const slots = new Set<number>();
  segment.find(needleOf(fold(word)), columns, (slot) => {
    slots.add(slot);
    return false;
  });
  return [...slots].toSorted((a, b) => a - b);
}

function joined(): TextSegment {
  const segment = new TextSegment([], new LineCache(1), false);
  segment.fill([
    ['title', 'Green tea\nPaper\nTea, black'],
    ['name', 'Anna\nTeague\n'],
  ]);
  return segment;
}

test('a word is found in each row that has it in any searched column', () => {
  expect({
    tea: found(joined(), 'TEA'),
    paper: found(joined(), 'paper'),
    anna: found(joined(), 'anna'),
    nobody: found(joined(), 'nobody'),
  }).toEqual({tea: [0, 1, 2], paper: [1], anna: [0], nobody: []});
});

test('a word does not run from one column into the next, nor from one row into the next', () => {
  expect([found(joined(), 'teaanna'), found(joined(), 'annapaper'), found(joined(), 'teaguetea')]).toEqual([
    [],
    [],
    [],
  ]);
});

test('a text that is written over is found as it reads now', () => {
  const segment = joined();
  const before = found(segment, 'paper');
  segment.set('title', 1, 'Ceramics');
  expect([before, found(segment, 'paper'), found(segment, 'ceramics'), segment.at('title', 1)]).toEqual([
    [1],
    [],
    [1],
    'Ceramics',
  ]);
});

test('a column nobody declared is a bug, not an empty text', () => {
  expect(() => joined().at('colour', 0)).toThrow('colour');
});

test('finds the rows that a search through every text one by one finds', () => {
  const line = fewLetters.map((text) => text.replaceAll(/[\n\r]/g, ' '));
  const rows = fc.array(fc.record({title: line, name: line}), {minLength: 1, maxLength: 12});
  const word = fewLetters.map((text) => fold(text).split(/\s+/)[0] ?? '').filter((text) => text !== '');
  fc.assert(
    fc.property(rows, word, (texts, wanted) => {
      const segment = new TextSegment(
        columns.map((name) => [name, texts.map((row) => row[name])]),
        new LineCache(1),
      );
      const naive = texts.flatMap((row, at) => (columns.some((name) => fold(row[name]).includes(wanted)) ? [at] : []));
      expect(found(segment, wanted)).toEqual(naive);
    }),
    {numRuns: 500},
  );
});
