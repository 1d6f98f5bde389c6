import {expect, test} from 'vitest';
import {rowsText} from './intake-words.ts';

test('row numbers are told as ranges, and very many end in an ellipsis', () => {
  const scattered = Array.from({length: 9}, (_, at) => at * 2);
  expect([rowsText([2, 3, 4, 9]), rowsText([7]), rowsText(scattered)]).toEqual(['2–4, 9', '7', '0, 2, 4, 6, 8, 10 …']);
});
