import {expect, test} from 'vitest';
import {monday} from '../testing/given.ts';
import {askedIn} from './asked.ts';

const whole = {n: 1, name: 'test.moved', version: 1, args: {id: 'x'}, at: monday};

test('a line of a push that tells all it has to is the mutation that it tells', () => {
  const good: readonly object[] = [
    whole,
    {...whole, batch: 'b'},
    {...whole, args: null},
    {...whole, version: 0},
    {...whole, name: 'x'.repeat(80), batch: 'b'.repeat(80)},
  ];
  expect(good.map((one) => askedIn(JSON.stringify(one)))).toEqual(good);
});

test('a line that does not even tell its number is no mutation at all', () => {
  const {n: _, ...without} = whole;
  const none = ['', '{', 'null', '7', '"args"', '[]', '{}'];
  const numbers = [0, 1.5, '1', null].map((n) => JSON.stringify({...whole, n}));
  expect([...none, ...numbers, JSON.stringify(without)].map(askedIn)).toEqual(
    Array.from({length: none.length + numbers.length + 1}, () => undefined),
  );
});

test('what can be read of a line that can never be run is told with what is wrong with it', () => {
  const {args: _, ...withoutArgs} = whole;
  const bad: readonly (readonly [object, object, string])[] = [
    [withoutArgs, {...whole, args: {}}, 'args'],
    [{...whole, name: ''}, {...whole, name: ''}, 'name'],
    [{...whole, name: 'x'.repeat(81)}, {...whole, name: ''}, 'name'],
    [{...whole, version: -1}, {...whole, version: 0}, 'version'],
    [{...whole, batch: 'b'.repeat(81)}, whole, 'batch'],
    [{...whole, batch: 7}, whole, 'batch'],
    [{...whole, batch: 'b', version: null}, {...whole, batch: 'b', version: 0}, 'version'],
    [{...whole, more: 1}, whole, ''],
    [{n: 4}, {n: 4, name: '', version: 0, args: {}}, 'name'],
  ];
  const {at: __, ...timeless} = whole;
  const read = [...bad.map(([line]) => line), {...whole, at: -1}, timeless].map((line) =>
    askedIn(JSON.stringify(line)),
  );
  expect(read.map((one) => [{...one, bad: undefined}, one?.bad?.code, one?.bad?.values['path']])).toEqual([
    ...bad.map(([, told, path]) => [{...told, bad: undefined}, 'core.bad_shape', path]),
    [{...timeless, bad: undefined}, 'core.bad_shape', 'at'],
    [{...timeless, bad: undefined}, 'core.bad_shape', 'at'],
  ]);
});
