import {expect, test} from 'vitest';
import {idFromName} from '../../lib/id.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {givenOrder} from '../../testing/given.ts';
import {valueOf} from '../../testing/number-desk.ts';
import {batchAnswered, judgeAnswer} from './judge-answer.ts';

const answer = {reference: ['Reference'], number: ['Tracking number']};
const order = (number: string, changes: Partial<Order> = {}): Order =>
  givenOrder(number, {status: 'released', ...changes});
const batch = (name: string, ...numbers: readonly string[]) => ({
  id: idFromName('uploadBatch', name),
  answer,
  orders: numbers.map((number) => ({orderId: order(number).id as OrderId, reference: number})),
});
const rows = (...told: readonly (readonly [string, string])[]) => [['Reference', 'Tracking number'], ...told];

test('an answer is held against the orders as they are now, and only those without a number would get one', () => {
  const has = (number: string) => ({tracking: {carrier: 'Royal Mail', number}});
  const now = [
    order('1'),
    order('2', has('RR2')),
    order('3', has('RR9')),
    order('4', {status: 'cancelled'}),
    order('5'),
  ];
  const told = rows(['1', 'RR1'], ['2', 'RR2'], ['3', 'RR3'], ['4', 'RR4'], ['77', 'RR7']);

  const judged = valueOf(judgeAnswer(told, batch('a', '1', '2', '3', '4', '5', '6'), now));
  const numbers = (some: readonly {readonly reference: string; readonly number: string}[]) =>
    some.map(({reference, number}) => `${reference} ${number}`);
  expect({
    toSet: numbers(judged.toSet),
    there: numbers(judged.there),
    others: numbers(judged.others),
    stopped: numbers(judged.stopped),
    strangers: judged.strangers,
    left: judged.left.length,
  }).toEqual({
    toSet: ['1 RR1'],
    there: ['2 RR2'],
    others: ['3 RR3'],
    stopped: ['4 RR4'],
    strangers: [{row: 6, reference: '77'}],
    left: 2,
  });
});

test('the answer of another file is known as that, and one that nobody asked for is held against the file that was said', () => {
  const [a, b] = [batch('a', '1', '2'), batch('b', '3', '4')];
  const answered = (...told: readonly (readonly [string, string])[]) => batchAnswered(rows(...told), [a, b], a).id;

  expect([answered(['1', 'RR1']), answered(['3', 'RR3'], ['4', 'RR4']), answered(['77', 'RR7'])]).toEqual([
    a.id,
    b.id,
    a.id,
  ]);
});

test('an order that is gone is told as one whose label is paid for nothing', () => {
  expect(valueOf(judgeAnswer(rows(['1', 'RR1']), batch('a', '1'), [])).stopped).toHaveLength(1);
});
