import {expect, test} from 'vitest';
import {type OwnLine, endOf, lineBegun, lineOf, linesMax} from './lines.ts';

const replica = 'desk--------';
const [a, b, c]: readonly [OwnLine, OwnLine, OwnLine] = [
  {replica, inc: 'a-----------', from: 0},
  {replica, inc: 'b-----------', from: 100},
  {replica, inc: 'c-----------', from: 150},
];

test('numbers belong to the line that gave them out, and a line ends where the next begins', () => {
  const lines = lineBegun(lineBegun([a], b), c);
  expect([[1, 100, 101, 151].map((n) => lineOf(lines, n)), [a, b, c].map((line) => endOf(lines, line))]).toEqual([
    [a, a, b, c],
    [100, 150, Number.MAX_SAFE_INTEGER],
  ]);
});

test('a store that ends before numbers of its own does not know them as its own any more', () => {
  const again = {...c, from: 60};
  const lines = lineBegun([a, b], again);
  expect([lines, endOf(lines, a), endOf(lines, b)]).toEqual([[a, again], 60, undefined]);
});

test('a line under which nothing was done leaves no trace, and old ones go when there are very many', () => {
  const many = Array.from({length: linesMax}, (_, at) => ({...a, from: at}));
  expect([lineBegun([a, b], {...c, from: 100}), lineBegun(many, {...b, from: 500})]).toEqual([
    [a, {...c, from: 100}],
    [...many.slice(1), {...b, from: 500}],
  ]);
});
