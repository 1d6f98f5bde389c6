import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {must} from '../../lib/assert.ts';
import {dice} from '../../lib/dice.ts';
import {idFromName} from '../../lib/id.ts';
import {madeNumber} from '../../testing/made-numbers.ts';
import {monday} from '../../testing/given.ts';
import {postalRange, valueOf} from '../../testing/number-desk.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {type DrawWish, drawn} from './draw.ts';
import {recognise} from '../tracking/recognise.ts';
import {registered} from './range.ts';
import type {NumberRange} from './schema.ts';

const carriers = carriersOfAssets();
const {schemes} = carriers;
const day = '2026-03-02' as LocalDate;
const id = idFromName('drawWish', 'this batch');
const by = {desk: postalRange().desk, window: 'bench-window'};
const second = idFromName('numberRange', 'second letters');

function draw(
  ranges: readonly NumberRange[],
  count: number,
  changes: Partial<DrawWish> = {},
  scheme = schemes.get('s10'),
) {
  const parts = Array.from({length: count}, () => ({}));
  return drawn(ranges, {scheme: 's10', account: '5001', parts, on: day, id, by, ...changes}, scheme);
}

test('a batch gets the next numbers in turn, and the range stands behind them', () => {
  const {numbers, draws, ranges, low} = valueOf(draw([postalRange({drawn: 4, used: 4})], 3));

  expect({numbers: numbers.map(({number}) => number), draws, drawn: ranges.map((range) => range.drawn), low}).toEqual({
    numbers: ['RR100000048DE', 'RR100000051DE', 'RR100000065DE'],
    draws: [
      {
        id: idFromName('numberDraw', id, postalRange().id, '0', '4'),
        rangeId: postalRange().id,
        window: 'bench-window',
        round: 0,
        first: 4,
        marks: 'bbb',
        state: 'open',
      },
    ],
    drawn: [7],
    low: [],
  });
});

test('what a parcel says of its number stands in it', () => {
  const open = postalRange({fixed: [{part: 'country', text: 'DE'}]});
  const parts = [{service: 'RR'}, {service: 'CP'}];

  const numbers = valueOf(draw([open], 0, {parts})).numbers.map(({number}) => number);

  expect(numbers).toEqual(['RR100000003DE', 'CP100000017DE']);
});

test('a person is told when a range runs low', () => {
  const {low} = valueOf(draw([postalRange({drawn: 88, used: 88})], 3));

  expect(low).toEqual([{rangeId: postalRange().id, free: 9}]);
});

test('a batch goes on in the next range, those that end sooner first', () => {
  const lasting = postalRange({id: second, from: '20000000', to: '20000099'});
  const ending = postalRange({drawn: 98, used: 98, validTo: '2026-06-30' as LocalDate});

  const {numbers, draws} = valueOf(draw([lasting, ending], 3));

  expect([numbers.map(({number}) => number.slice(2, 10)), draws.map(({rangeId, marks}) => [rangeId, marks])]).toEqual([
    ['10000098', '10000099', '20000000'],
    [
      [ending.id, 'bb'],
      [second, 'b'],
    ],
  ]);
});

test('a batch that would use a range up in its middle gets no number at all, and says how many are left', () => {
  const result = draw([postalRange({drawn: 97, used: 97})], 4);

  expect(result).toEqual({ok: false, fault: {code: 'shipping.range_used_up', values: {wanted: 4, free: 3}}});
});

test.each<readonly [string, Partial<NumberRange>, Partial<DrawWish>, string]>([
  ['for another account', {}, {account: '5002'}, 'shipping.range_missing'],
  ['from a range that was ended', {endedAt: monday}, {}, 'shipping.range_missing'],
  ['from a range that another desk gives', {desk: 'another-desk'}, {}, 'shipping.range_elsewhere'],
  ['before the first day', {validFrom: '2026-03-03' as LocalDate}, {}, 'shipping.range_not_valid'],
  ['after the last day', {validTo: '2026-03-01' as LocalDate}, {}, 'shipping.range_not_valid'],
  ['of no carrier', {}, {scheme: 'pigeon'}, 'shipping.range_scheme_unknown'],
  [
    'for more labels than one batch prints',
    {},
    {parts: Array.from({length: 10_001}, () => ({}))},
    'shipping.draw_too_large',
  ],
  [
    'for a parcel to nowhere',
    {fixed: [{part: 'service', text: 'RR'}]},
    {parts: [{country: 'QX'}]},
    'shipping.number_part_wrong',
  ],
])('a draw %s is refused', (_, range, wish, code) => {
  const result = draw([postalRange(range)], 1, wish);

  expect(result.ok ? 'drawn' : result.fault.code).toBe(code);
});

test.each<readonly [string, Partial<NumberRange>, string]>([
  ['never begins again where the carrier says it ends', {}, 'shipping.range_used_up'],
  ['waits for the days the carrier asks for', {wrap: 'again', wrapAfterDays: 366}, 'shipping.range_used_up'],
  ['waits for the labels in hand', {wrap: 'again', wrapAfterDays: 365, used: 99}, 'shipping.range_used_up'],
  ['begins again after them', {wrap: 'again', wrapAfterDays: 365}, 'RR100000003DE'],
])('a used-up range %s', (_, changes, expected) => {
  const usedUp = postalRange({drawn: 100, used: 100, lastDrawnOn: '2025-03-02' as LocalDate, ...changes});
  const result = draw([usedUp], 1);

  expect(result.ok ? result.value.numbers[0]?.number : result.fault.code).toBe(expected);
});

const ranged = [...schemes.values()].filter((scheme) => scheme.range).map((scheme) => [scheme.id, scheme] as const);

test.each(ranged)('a range of %s numbers gives numbers that are known as such', (scheme, of) => {
  const {counts, contract} = must(of.range, 'the scheme has ranges');
  const throws = dice(`ranges of ${scheme}`);
  const wrong = Array.from({length: 20}, () => madeNumber(of, throws)).filter(({parts}) => {
    const {[counts]: letters = '', check: _, ...others} = parts;
    // Where a shipper may count with letters too, a range of ours counts with digits.
    const digits = letters.replaceAll(/\D/g, '7');
    const fixed = contract.map((part) => ({part, text: others[part] ?? ''}));
    const range = postalRange({scheme, fixed, from: digits, to: digits, alertBelow: 0});
    const parcel = Object.fromEntries(Object.entries(others).filter(([name]) => !contract.includes(name)));

    const entered = registered([], range, schemes).ok;
    const result = draw([range], 0, {scheme, parts: [parcel]}, of);
    const number = result.ok ? (result.value.numbers[0]?.number ?? '') : '';
    return !entered || !recognise(carriers, number).matches.some((match) => match.scheme === scheme);
  });

  expect([wrong, ranged.length]).toEqual([[], 18]);
});
