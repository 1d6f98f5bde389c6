import fc from 'fast-check';
import {expect, test} from 'vitest';
import {idFromName} from '../../lib/id.ts';
import {valueOf} from '../../testing/number-desk.ts';
import {readAnswer} from './read-answer.ts';

const answer = {reference: ['Order reference'], number: ['Tracking number', 'Barcode']};
const order = (reference: string) => ({orderId: idFromName('order', reference), reference});
const orders = ['1001', '1002', '1003'].map(order);
const head = ['Service', 'ORDER_REFERENCE', 'tracking  number'];

function read(...rows: readonly (readonly [reference: string, number: string])[]) {
  return valueOf(readAnswer([head, ...rows.map((cells) => ['48h', ...cells])], orders, {answer}));
}

function id(reference: string) {
  return order(reference).orderId;
}

test('each order gets the number of its reference, however a spreadsheet has wrapped it', () => {
  expect(read(['1001', ' RR1 '], ["'1002", '="0034"'], ['', ''])).toEqual({
    numbers: [
      {orderId: id('1001'), number: 'RR1'},
      {orderId: id('1002'), number: '0034'},
    ],
    strangers: [],
    doubles: [],
    left: [id('1003')],
  });
});

test('strangers, doubles and what is left are said, and nothing is set for any of them', () => {
  expect(read(['9', 'RR9'], ['1001', 'RR1'], ['1001', 'RR2'], ['1002', 'RR3'], ['1003', 'RR3'])).toEqual({
    numbers: [],
    strangers: [{row: 2, reference: '9'}],
    doubles: [
      {reference: '1001', numbers: ['RR1', 'RR2']},
      {reference: '1002', numbers: ['RR3']},
      {reference: '1003', numbers: ['RR3']},
    ],
    left: [],
  });
});

test('a row that comes twice is one, and an order without a number is left', () => {
  const {numbers, doubles, left} = read(['1001', 'RR1'], ['1001', 'RR1'], ['1002', '']);

  expect([numbers, doubles, left]).toEqual([[{orderId: id('1001'), number: 'RR1'}], [], [id('1002'), id('1003')]]);
});

test.each<readonly [string, readonly string[], string]>([
  ['references', ['Tracking number'], 'Order reference'],
  ['numbers', ['Order reference'], 'Tracking number / Barcode'],
])('a file without a column of %s is no answer', (_, columns, column) => {
  expect(readAnswer([columns], orders, {answer})).toEqual({
    ok: false,
    fault: {code: 'shipping.answer_column_missing', values: {column}},
  });
});

test('whatever an answer says, each order is told once: with its number, as double, or as left', () => {
  const cell = fc.constantFrom('1001', '1002', '1003', '9', '', 'RR1', 'RR2', "'1001");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), {maxLength: 12}), (rows) => {
      const {numbers, doubles, left} = read(...rows);
      const said = [...numbers.map(({orderId}) => orderId), ...doubles.map(({reference}) => id(reference)), ...left];
      expect(said.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(
        orders.map(({orderId}) => orderId).toSorted((one, other) => (one < other ? -1 : 1)),
      );
      expect(new Set(numbers.map(({number}) => number)).size).toBe(numbers.length);
    }),
    {numRuns: 300},
  );
});
