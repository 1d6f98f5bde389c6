import {expect, test} from 'vitest';
import {barcodeBars} from './barcode-bars.ts';
import {dotPt} from './label-item.ts';

const at = {marginDots: 40, yDots: 100, heightDots: 140};

/** Left edges and widths in printer dots. */
function barsInDots(modules: readonly number[]) {
  return barcodeBars(modules, at)?.map((bar) =>
    bar.kind === 'rect' ? [bar.xPt / dotPt, bar.widthPt / dotPt].map((pt) => Number(pt.toFixed(2))) : bar,
  );
}

test('bars begin and end on printer dots, three to a module, in the middle of the page', () => {
  expect(barsInDots([2, 1, 1, 2, 2])).toEqual([
    [394, 6],
    [403, 3],
    [412, 6],
  ]);
});

test('a long number gets two dots to a module, a longer one no barcode', () => {
  expect(barsInDots([1, 363, 1])).toEqual([
    [41, 2],
    [769, 2],
  ]);
  expect(barsInDots([1, 365, 1])).toBeUndefined();
});
