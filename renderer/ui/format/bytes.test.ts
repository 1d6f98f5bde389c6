import {expect, test} from 'vitest';
import {formatBytes} from './bytes.ts';

test('a size is told in the largest unit that fits, in the words of the language', () => {
  const told = [0, 999, 7_100, 7_148_000, 2_000_000_000].map((bytes) => formatBytes('en', bytes));
  expect([told, formatBytes('de', 7_148_000)]).toEqual([['0 byte', '999 byte', '7 kB', '7.1 MB', '2 GB'], '7,1 MB']);
});
