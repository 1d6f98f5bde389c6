import {expect, test} from 'vitest';
import {idFromName} from '../../lib/id.ts';
import {monday} from '../../testing/given.ts';
import {KeeperInMemory, postalRange} from '../../testing/number-desk.ts';
import {type Call, callOf} from '../../sync/define.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {
  endRange,
  numbersDrawn,
  numbersSettled,
  numbersSkipped,
  rangeHolderNamed,
  registerRange,
  resumeRange,
  takeRange,
} from './mutators.ts';
import {countsOf} from './range.ts';
import type {NumberRange} from './schema.ts';

const range = postalRange();
const {desk} = range;
const [rangeId, other] = [range.id, idFromName('numberRange', 'other')];
const [drawId, window] = [idFromName('numberDraw', 'first'), 'bench-window'];
const on = '2026-03-02' as LocalDate;

function draw(
  first: number,
  count: number,
  changes: Partial<{readonly desk: string; readonly round: number}> = {},
): Call {
  const id = first === 0 ? drawId : idFromName('numberDraw', String(first));
  return callOf(numbersDrawn, {drawId: id, rangeId, desk, window, round: 0, first, count, on, ...changes});
}

/** How each change ended, after the range was registered, and what its ranges and draws are then. */
async function after(...calls: readonly Call[]) {
  const keeper = new KeeperInMemory();
  const ended: string[] = [];
  for (const call of [callOf(registerRange, {range}), ...calls]) {
    const result = await keeper.do(call);
    ended.push(result.ok ? (result.value.collided?.code ?? 'done') : result.fault.code);
  }
  const {ranges, draws} = await keeper.rows();
  return {ended: ended.slice(1), ranges, draws, counts: ranges.map(countsOf)};
}

test('what happened to numbers is told twice and counts once', async () => {
  const settle = callOf(numbersSettled, {drawId, used: [0, 1], void: [1, 2]});

  const {ended, counts, draws} = await after(draw(0, 4), draw(0, 4), settle, settle);

  expect([ended, counts, draws.map(({marks, state}) => [marks, state])]).toEqual([
    ['done', 'done', 'done', 'done'],
    [{leased: 100, used: 2, void: 1, inHand: 1, free: 96}],
    [['uuvb', 'open']],
  ]);
});

test.each<readonly [string, Call]>([
  ['of numbers that were given already', draw(3, 2)],
  ['by a desk that does not give them', draw(5, 1, {desk: 'another-desk'})],
  ['of a range that is not there', callOf(numbersDrawn, {...(draw(5, 1).args as object), rangeId: other} as never)],
])('a draw %s stands in the tray, and changes no range', async (_, late) => {
  const {ended, counts} = await after(draw(0, 5), late);

  expect([ended[1], counts[0]?.free]).toEqual(['shipping.range_gone', 95]);
});

test('of numbers that were passed over nobody gets one, and the next round begins with counts of its own', async () => {
  const skip = (round: number, drawn: number): Call => callOf(numbersSkipped, {rangeId, desk, place: {round, drawn}});

  const passed = await after(draw(0, 2), skip(0, 10), skip(0, 7));
  const next = await after(draw(0, 2), skip(1, 3));

  expect([passed.counts, next.counts, next.ranges[0]?.skipped]).toEqual([
    [{leased: 100, used: 0, void: 8, inHand: 2, free: 90}],
    [{leased: 100, used: 0, void: 3, inHand: 0, free: 97}],
    3,
  ]);
});

const rest = postalRange({id: other, from: '10000002', to: '10000099'});

test('what is left of a range that was ended may be entered anew, and then it is not resumed', async () => {
  const [end, resume] = [callOf(endRange, {rangeId, desk}), callOf(resumeRange, {rangeId, desk})];

  const {ended, counts} = await after(
    draw(0, 2),
    callOf(registerRange, {range: rest}),
    end,
    end,
    resume,
    end,
    callOf(registerRange, {range: rest}),
    resume,
  );

  expect([ended, counts.map(({leased, free}) => [leased, free]).toSorted(([one = 0], [two = 0]) => one - two)]).toEqual(
    [
      [
        'done',
        'shipping.range_overlaps',
        'done',
        'shipping.range_gone',
        'done',
        'done',
        'done',
        'shipping.range_overlaps',
      ],
      [
        [2, 0],
        [98, 98],
      ],
    ],
  );
});

test('a range of which no number was given is gone once it is ended, and comes back when that is undone', async () => {
  const {ranges} = await after(callOf(endRange, {rangeId, desk}));
  const back = await after(callOf(endRange, {rangeId, desk}), callOf(registerRange, {range}));

  expect([ranges, back.ranges]).toEqual([[], [range]]);
});

test('no desk ends the range of another', async () => {
  const {ended} = await after(callOf(endRange, {rangeId, desk: 'another-desk'}));

  expect(ended).toEqual(['shipping.range_elsewhere']);
});

test('another desk takes a range over from the first number that surely never went out', async () => {
  const named = callOf(rangeHolderNamed, {rangeId, desk, replica: 'first-desk--'});
  const take = (drawn: number, from = desk): Call => callOf(takeRange, {rangeId, from, desk: 'another-desk', drawn});

  const {ended, ranges, counts} = await after(draw(0, 5), named, take(4), take(101), take(20), take(30), draw(5, 1));

  const [{desk: holder, replica}] = ranges as [NumberRange];
  expect([ended.slice(2), {holder, replica}, counts]).toEqual([
    ['shipping.range_behind', 'shipping.range_used_up', 'done', 'shipping.range_elsewhere', 'shipping.range_gone'],
    {holder: 'another-desk', replica: undefined},
    [{leased: 100, used: 0, void: 15, inHand: 5, free: 80}],
  ]);
});

test('the moment at which a range was ended is kept', async () => {
  const {ranges} = await after(draw(0, 1), callOf(endRange, {rangeId, desk}));

  expect(ranges[0]?.endedAt).toBe(monday);
});
