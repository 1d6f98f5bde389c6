import {expect, test} from 'vitest';
import {exampleDates} from './example-dates.ts';

test('only dates that could be two different days are shown as examples', () => {
  const cells = ['#1001', '03/04/2026 10:15', '13/04/2026', '05/05/2026', '2026-03-04', '1.2.26', '03/04/2026'];
  expect(exampleDates([{row: 2, cells}])).toEqual([
    {text: '03/04/2026', dmy: Date.UTC(2026, 3, 3), mdy: Date.UTC(2026, 2, 4)},
    {text: '1.2.26', dmy: Date.UTC(2026, 1, 1), mdy: Date.UTC(2026, 0, 2)},
  ]);
});
