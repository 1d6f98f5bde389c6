import fc from 'fast-check';
import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {idFromName} from '../../lib/id.ts';
import {type Fate, KeeperInMemory, type NumberRows, postalRange, valueOf} from '../../testing/number-desk.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {DrawnNumber} from './draw.ts';
import {numberSource} from './number-source.ts';
import {callOf} from '../../sync/define.ts';
import {registerRange} from './mutators.ts';
import {countsOf} from './range.ts';
import type {NumberRange} from './schema.ts';

const carriers = carriersOfAssets();
const day = '2026-03-02' as LocalDate;
let draws = 0;

function wishOf(count: number) {
  draws += 1;
  return {
    scheme: 's10',
    account: '5001',
    parts: Array.from({length: count}, () => ({})),
    on: day,
    id: idFromName('drawWish', String(draws)),
  };
}

/** The desk as it starts: no window of earlier is there any more. */
async function desk(keeper = new KeeperInMemory()) {
  keeper.crash();
  return {keeper, source: numberSource(carriers, keeper, keeper.window())};
}

async function deskWithRange() {
  const {keeper, source} = await desk();
  valueOf(await source.register(postalRange()));
  return {keeper, source};
}

/** What the rows of a range say of its numbers, counted anew from its draws. */
function countedAnew({ranges, draws: rows}: NumberRows) {
  return ranges.map((range) => {
    const marks = rows
      .filter(({rangeId}) => rangeId === range.id)
      .map((draw) => draw.marks)
      .join('');
    const of = (mark: string): number => marks.split(mark).length - 1;
    const leased = 100;
    const free = leased - marks.length - range.skipped;
    return {leased, used: of('u'), void: of('v') + range.skipped, inHand: of('b'), free};
  });
}

test('numbers whose labels left are used, the others of the batch are void when it is broken off', async () => {
  const {keeper, source} = await deskWithRange();
  const {numbers} = valueOf(await source.draw(wishOf(5)));

  valueOf(await source.settle(numbers.slice(0, 3), 'used'));
  valueOf(await source.settle(numbers.slice(3), 'void'));

  expect((await keeper.rows()).ranges.map(countsOf)).toEqual([{leased: 100, used: 3, void: 2, inHand: 0, free: 95}]);
});

test('after a crash, burnt numbers of which nothing is known are void and the next batch gets others', async () => {
  const {keeper, source} = await deskWithRange();
  const {numbers} = valueOf(await source.draw(wishOf(3)));
  valueOf(await source.settle(numbers.slice(0, 1), 'used'));

  const again = await desk(keeper);
  const next = valueOf(await again.source.draw(wishOf(1))).numbers;

  const [counts] = (await keeper.rows()).ranges.map(countsOf);
  expect([counts, next.map(({number}) => number.slice(2, 10))]).toEqual([
    {leased: 100, used: 1, void: 2, inHand: 1, free: 96},
    ['10000003'],
  ]);
});

test.each<Fate>(['lost', 'kept but not told'])(
  'numbers that perhaps could not be burnt (%s) never go out',
  async (fate) => {
    const {keeper, source} = await deskWithRange();
    keeper.fates = [fate];
    const refused = await source.draw(wishOf(2));

    const next = valueOf(await source.draw(wishOf(1))).numbers;

    expect([refused.ok, next.map(({number}) => number.slice(2, 10)), countedAnew(await keeper.rows())]).toEqual([
      false,
      ['10000002'],
      [{leased: 100, used: 0, void: 2, inHand: 1, free: 97}],
    ]);
  },
);

test('a used number is never void afterwards, a void one never used, and saying it twice changes nothing', async () => {
  const {source} = await deskWithRange();
  const {numbers} = valueOf(await source.draw(wishOf(2)));
  const [first, other] = [numbers.slice(0, 1), numbers.slice(1)];
  valueOf(await source.settle(first, 'used'));
  valueOf(await source.settle(other, 'void'));

  const twice = await source.settle(first, 'used');
  const refused = [await source.settle(first, 'void'), await source.settle(other, 'used')];

  const codes = refused.map((result) => (result.ok ? 'done' : result.fault.code));
  expect([twice.ok, codes]).toEqual([true, ['shipping.number_settled', 'shipping.number_settled']]);
});

test('a wish that is made twice gets other numbers, and the first are not forgotten', async () => {
  const {keeper, source} = await deskWithRange();
  const wish = wishOf(2);

  const both = [await source.draw(wish), await source.draw(wish)];

  const numbers = both.flatMap((result) => valueOf(result).numbers.map(({number}) => number));
  expect([new Set(numbers).size, countedAnew(await keeper.rows())]).toEqual([
    4,
    [{leased: 100, used: 0, void: 0, inHand: 4, free: 96}],
  ]);
});

test('two batches at once get different numbers', async () => {
  const {source} = await deskWithRange();

  const both = await Promise.all([source.draw(wishOf(3)), source.draw(wishOf(3))]);

  const numbers = both.flatMap((result) => valueOf(result).numbers.map(({number}) => number));
  expect(new Set(numbers).size).toBe(6);
});

test('what could not be written is written with what comes next, even when two things are told at once', async () => {
  const {keeper, source} = await deskWithRange();
  const {numbers} = valueOf(await source.draw(wishOf(2)));
  keeper.fates = ['kept', 'lost'];
  await Promise.all(numbers.map((number) => source.settle([number], 'used')));

  valueOf(await source.draw(wishOf(1)));

  expect(countedAnew(await keeper.rows())).toEqual([{leased: 100, used: 2, void: 0, inHand: 1, free: 97}]);
});

test('what one window has in hand stays with it, whatever another does; once it is gone it is void', async () => {
  const {keeper, source} = await deskWithRange();
  const second = numberSource(carriers, keeper, keeper.window());
  const {numbers} = valueOf(await source.draw(wishOf(2)));
  const others = valueOf(await second.draw(wishOf(2))).numbers;
  valueOf(await source.settle(numbers.slice(0, 1), 'used'));
  const [first] = keeper.living;
  keeper.living.delete(first ?? '');
  await second.ranges();

  expect([others.map(({number}) => number.slice(2, 10)), countedAnew(await keeper.rows())]).toEqual([
    ['10000002', '10000003'],
    [{leased: 100, used: 1, void: 1, inHand: 2, free: 96}],
  ]);
});

test('after a backup was put in the place of the shop, numbers that went out since are void', async () => {
  const {keeper, source} = await deskWithRange();
  keeper.beside = [postalRange({drawn: 7, used: 7})];

  const {numbers} = valueOf(await source.draw(wishOf(1)));

  expect([numbers.map(({number}) => number.slice(2, 10)), countedAnew(await keeper.rows())]).toEqual([
    ['10000007'],
    [{leased: 100, used: 0, void: 7, inHand: 1, free: 92}],
  ]);
});

test.each<readonly [string, Partial<NumberRange>, string]>([
  ['what went out by it', {from: '10000006'}, 'shipping.range_overlaps'],
  ['what never did', {from: '10000007'}, 'taken'],
])('a range that a backup knows nothing of may be entered anew with %s: %s', async (_, changes, expected) => {
  const {keeper, source} = await desk();
  keeper.beside = [postalRange({drawn: 7, used: 7})];

  const result = await source.register(postalRange({id: idFromName('numberRange', 'anew'), ...changes}));

  expect(result.ok ? 'taken' : result.fault.code).toBe(expected);
});

test('a range gives no number before the master has agreed to it, and none that another has as well', async () => {
  const {keeper, source} = await deskWithRange();
  keeper.pending.add(postalRange().id);
  const early = await source.draw(wishOf(1));
  keeper.pending.clear();
  const other = {...postalRange({id: idFromName('numberRange', 'other'), scheme: 'dhl_packet', desk: 'another-desk'})};
  await keeper.do(callOf(registerRange, {range: {...other, fixed: [{part: 'service', text: 'RX'}]}}));
  const open = postalRange({id: idFromName('numberRange', 'open'), from: '10000050', to: '10000149', account: '5002'});
  await keeper.do(
    callOf(registerRange, {
      range: {
        ...open,
        fixed: [
          {part: 'service', text: 'RX'},
          {part: 'country', text: 'DE'},
        ],
      },
    }),
  );
  const late = await source.draw({...wishOf(1), account: '5002'});

  expect([early, late].map((result) => (result.ok ? 'drawn' : result.fault.code))).toEqual([
    'shipping.range_unconfirmed',
    'shipping.range_overlaps',
  ]);
});

interface Step {
  readonly act: 'draw' | 'use' | 'void' | 'crash';
  readonly count: number;
  readonly fate: Fate;
}

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom('draw', 'draw', 'use', 'void', 'crash'),
    count: fc.integer({min: 1, max: 12}),
    fate: fc.constantFrom<Fate[]>('kept', 'kept', 'kept', 'lost', 'kept but not told'),
  }),
  {maxLength: 40},
);

test('whatever happens, no number leaves twice, and leased is used, void, in hand and free together', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      let {keeper, source} = await deskWithRange();
      const left: string[] = [];
      let inHand: readonly DrawnNumber[] = [];
      for (const {act, count, fate} of plan) {
        keeper.fates = [fate];
        const some = inHand.slice(0, count);
        if (act === 'draw') {
          const result = await source.draw(wishOf(count));
          if (result.ok) inHand = [...inHand, ...result.value.numbers];
        } else if (act === 'crash') {
          keeper.fates = [];
          ({keeper, source} = await desk(keeper));
          inHand = [];
        } else {
          // The bytes leave first; whether the desk can still write that down is another matter.
          if (act === 'use') left.push(...some.map(({number}) => number));
          await source.settle(some, act === 'use' ? 'used' : 'void');
          inHand = inHand.slice(count);
        }
      }
      keeper.fates = [];
      ({keeper, source} = await desk(keeper));
      await source.ranges();
      const counts = (await keeper.rows()).ranges.map(countsOf);
      expect(new Set(left).size).toBe(left.length);
      expect(counts).toEqual(countedAnew(await keeper.rows()));
      expect(counts.map((one) => one.used + one.void + one.free)).toEqual([100]);
    }),
    {numRuns: 300},
  );
});
