import {readFileSync, readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {idFromName} from '../../lib/id.ts';
import type {OrderId} from '../../orders/schema.ts';
import {carriersOf} from '../tracking/carriers.ts';
import {type WaitingOrder, orderBookOf} from './find-order.ts';
import {type Choice, type LabelsBefore, type ReadLabel, judgeLabels} from './judge-labels.ts';
import {labelNumberOf} from './label-number.ts';
import {linesOf} from './text-lines.ts';

const folder = new URL('../../../assets/carriers/', import.meta.url);
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown);
const read = carriersOf(files);
const carriers = must(read.ok ? read.value : undefined, 'the carriers we come with');

const idOf = (name: string): OrderId => idFromName('order', name);
const order = (number: string, name: string, postalCode: string, rest: Partial<WaitingOrder> = {}): WaitingOrder => {
  return {orderId: idOf(number), number, name, postalCode, country: 'DE', ...rest};
};
const waiting: readonly WaitingOrder[] = [
  order('#1001', 'Jörg Groß', '20095'),
  order('026-7788991-1234567', 'Mia Krug', '24103'),
  order('B-1', 'Ana Núñez', '28013', {country: 'ES'}),
  order('B-2', 'Ana Núñez', '28013', {country: 'ES'}),
  order('1002', '王小明', '100-0001', {country: 'JP'}),
  order('T-9', 'Sam Hill', '940251234', {country: 'US', tracking: '1Z 5R8 939 03 5756 7127'}),
];
const numbers = new Map(waiting.map(({orderId, number}) => [orderId, number]));

function found(lines: readonly string[], {codes = [], tracking}: {codes?: readonly string[]; tracking?: string} = {}) {
  const answer = orderBookOf(waiting).find({codes, lines}, tracking);
  if (answer.is === 'one') return `${numbers.get(answer.orderId)} by ${answer.by}`;
  if (answer.is === 'elsewhere') return `${numbers.get(answer.orderId)} goes elsewhere`;
  const ids = answer.is === 'several' ? answer.orderIds : answer.near;
  return `${answer.is}: ${ids.map((id) => numbers.get(id)).join(', ')}`;
}

test('a label is found by the number of its order: a long one alone, a short one only where something speaks for it', () => {
  expect([
    found(['Ref 026-7788991-1234567']),
    found(['X'], {codes: [']C0026-7788991-1234567']}),
    found(['1001 g']),
    found(['Order #1001']),
    found(['1001', 'GROSS JORG']),
    found(['1001', '20095 Hamburg']),
    found(['Bestellung: 1001.']),
  ]).toEqual([
    '026-7788991-1234567 by number',
    '026-7788991-1234567 by number',
    'none: ',
    '#1001 by number',
    '#1001 by number',
    '#1001 by number',
    '#1001 by number',
  ]);
});

test('else by name and postal code together, whatever way a carrier prints them', () => {
  expect([
    found(['KRUG, MIA', 'Teeweg 1', 'DE-24103 KIEL']),
    found(['王 小明 様', '1000001 東京']),
    found(['MIA KRUG', '24104 Kiel']),
    found(['Somebody Else', '24103 Kiel']),
    found(['Sam Hill', 'Menlo Park CA 94025']),
    found(['x'], {tracking: '1Z5R89390357567127'}),
  ]).toEqual([
    '026-7788991-1234567 by address',
    '1002 by address',
    'none: 026-7788991-1234567',
    'none: 026-7788991-1234567',
    'T-9 by address',
    'T-9 by tracking',
  ]);
});

test('what fits two orders, or number and address of two different ones, is asked and never guessed', () => {
  expect([
    found(['ANA NUNEZ', '28013 MADRID']),
    found(['Order B-2', 'ANA NUNEZ', '28013 MADRID']),
    found(['Order #1001', 'Mia Krug', '24103 Kiel']),
    found(['Order #1001', 'Somebody Else', 'Teeweg 1', '99999 Nowhere']),
    found(['Order #1001', 'Somebody Else', 'Teeweg 1', '20095 Hamburg']),
  ]).toEqual([
    'several: B-1, B-2',
    'B-2 by number',
    'several: #1001, 026-7788991-1234567',
    '#1001 goes elsewhere',
    '#1001 by number',
  ]);
});

function numberOn(codes: readonly string[], lines: readonly string[] = []): string {
  const number = labelNumberOf(carriers, {codes, lines});
  if (number.is === 'number') return `${number.tracking.carrier} ${number.tracking.number}`;
  return number.is === 'several' ? `several: ${number.numbers.join(', ')}` : number.is;
}

test('the number of a label is the barcode that a carrier would have made', () => {
  expect([
    numberOn([']C01Z5R89390357567127', ']d1something about the box']),
    numberOn([']C1420940259205590164917312751089']),
    numberOn([']C100340434161094042557'], ['DHL Paket']),
    numberOn([']C0RR473124829GB', ']C0NOT-A-NUMBER']),
    numberOn([']C0QX-HOUSE-PARCEL-7']),
    numberOn([]),
    numberOn([']C01Z5R89390357567127', ']C01Z879E930346834440']),
    numberOn([']C01Z879E930346834440', ']C01Z5R89390357567127'], ['TRACKING 1Z 5R8 939 03 5756 7127']),
    numberOn([']C01Z5R89390357567127', ']C1420940259205590164917312751089'], ['USPS TRACKING', 'UPS SUREPOST']),
  ]).toEqual([
    'UPS 1Z5R89390357567127',
    'USPS 9205590164917312751089',
    'DHL 00340434161094042557',
    'Royal Mail RR473124829GB',
    ' QX-HOUSE-PARCEL-7',
    'none',
    'several: 1Z5R89390357567127, 1Z879E930346834440',
    'UPS 1Z5R89390357567127',
    'USPS 9205590164917312751089',
  ]);
});

const label = (key: string, number: string | undefined, lines: readonly string[] = []): ReadLabel => {
  const tracking = {carrier: 'UPS', number: number ?? ''};
  return {
    key,
    text: {codes: [], lines},
    number: number === undefined ? {is: 'none'} : {is: 'number', tracking, scans: []},
  };
};
const nothing: LabelsBefore = {taken: new Set(), parcels: new Set(), labelled: new Set()};

function judged(
  labels: readonly ReadLabel[],
  before: Partial<LabelsBefore> = {},
  choices: readonly [string, Choice][] = [],
) {
  const {verdicts, without} = judgeLabels(labels, waiting, {...nothing, ...before}, new Map(choices));
  const said = [...verdicts].map(([key, verdict]) => {
    const order = 'orderId' in verdict && verdict.orderId ? ` ${numbers.get(verdict.orderId)}` : '';
    const more = verdict.is === 'matched' ? ` ${verdict.by}` : verdict.is === 'double' ? ` ${verdict.of}` : '';
    return `${key}: ${verdict.is}${order}${more}`;
  });
  return [...said, `without: ${without.map((id) => numbers.get(id)).join(' ')}`];
}
const mia = ['Mia Krug', '24103 Kiel'];
const joerg = ['Order #1001', 'Jörg Groß', '20095 Hamburg'];

test('strangers, labels that nobody can read, and orders without one are said', () => {
  expect(
    judged([label('a', 'N1', joerg), label('b', 'N2', ['Nobody', '99999 Nowhere']), label('c', undefined)]),
  ).toEqual(['a: matched #1001 number', 'b: stranger', 'c: unread', 'without: 026-7788991-1234567 B-1 B-2 1002 T-9']);
});

test("a carrier's number is on one label only: a second one is a double, whatever a person says", () => {
  const again = [label('a', 'N1', mia), label('b', 'N1', mia), label('c', 'N2', joerg), label('d', 'N3', joerg)];
  const before = {taken: new Set(['N2']), parcels: new Set(['N3'])};
  expect(judged(again, before, [['b', {orderId: idOf('B-1')}]]).slice(0, 4)).toEqual([
    'a: matched 026-7788991-1234567 address',
    'b: double file',
    'c: double taken',
    'd: double parcel',
  ]);
});

test('an order gets one label by itself, the one that speaks loudest; a person may give it another', () => {
  const two = [label('a', 'N1', mia), label('b', 'N2', ['Ref 026-7788991-1234567', ...mia])];
  expect([
    judged(two).slice(0, 2),
    judged(two, {}, [['a', {orderId: idOf('026-7788991-1234567')}]]).slice(0, 2),
    judged(two, {labelled: new Set([idOf('026-7788991-1234567')])}).slice(0, 2),
    judged(two, {}, [['b', 'leave']]).slice(0, 2),
  ]).toEqual([
    ['a: double 026-7788991-1234567 order', 'b: matched 026-7788991-1234567 number'],
    ['a: matched 026-7788991-1234567 person', 'b: double 026-7788991-1234567 order'],
    ['a: double 026-7788991-1234567 order', 'b: double 026-7788991-1234567 order'],
    ['a: matched 026-7788991-1234567 address', 'b: left'],
  ]);
});

test('lines are put together from pieces as they stand, wherever a program cut them', () => {
  const piece = (text: string, left: number, top: number) => ({text, left, top, width: text.length * 5, height: 10});
  expect(
    linesOf([
      piece('Krug', 31, 1),
      piece('24103', 0, 20),
      piece('Mia', 10, 0),
      piece('Ki', 30, 20),
      piece('el', 40, 20),
    ]),
  ).toEqual(['Mia Krug', '24103 Kiel']);
});
