import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type RoundingMode, divideRounded} from './rounding.ts';

const modes: readonly RoundingMode[] = ['half_even', 'half_up', 'down', 'up'];
const divisor = fc.bigInt({min: -(10n ** 20n), max: 10n ** 20n}).filter((value) => value !== 0n);
const halves = fc.tuple(fc.bigInt({min: -1000n, max: 1000n}), fc.constantFrom(2n, -2n, 4n, 10n, 1000n));
const fraction = fc.oneof(fc.tuple(fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n}), divisor), halves);

test('each rounding mode does with tenths what its definition says, above and below zero', () => {
  const tenths = [-29n, -25n, -21n, -20n, -15n, -5n, -1n, 0n, 1n, 5n, 15n, 20n, 21n, 25n, 29n];
  const picture = modes.map((mode) =>
    [mode.padEnd(9), ...tenths.map((value) => String(divideRounded(value, 10n, mode)).padStart(5))].join(''),
  );

  expect(['in tenths' + tenths.map((value) => String(value).padStart(5)).join(''), ...picture]).toEqual([
    'in tenths  -29  -25  -21  -20  -15   -5   -1    0    1    5   15   20   21   25   29',
    'half_even   -3   -2   -2   -2   -2    0    0    0    0    0    2    2    2    2    3',
    'half_up     -3   -3   -2   -2   -2   -1    0    0    0    1    2    2    2    3    3',
    'down        -2   -2   -2   -2   -1    0    0    0    0    0    1    2    2    2    2',
    'up          -3   -3   -3   -2   -2   -1   -1    0    1    1    2    2    3    3    3',
  ]);
});

test('whatever divides evenly is never changed by rounding', () => {
  fc.assert(
    fc.property(fc.bigInt(), divisor, fc.constantFrom(...modes), (whole, by, mode) => {
      expect(divideRounded(whole * by, by, mode)).toBe(whole);
    }),
  );
});

test('a refund rounds to the mirror of its charge', () => {
  fc.assert(
    fc.property(fraction, fc.constantFrom(...modes), ([numerator, denominator], mode) => {
      const charge = divideRounded(numerator, denominator, mode);
      expect([divideRounded(-numerator, denominator, mode), divideRounded(numerator, -denominator, mode)]).toEqual([
        -charge,
        -charge,
      ]);
    }),
  );
});

test('rounding to the nearest is off by half a unit at most, and a tie goes where the mode sends it', () => {
  fc.assert(
    fc.property(fraction, fc.constantFrom<RoundingMode>('half_even', 'half_up'), ([numerator, denominator], mode) => {
      const rounded = divideRounded(numerator, denominator, mode);
      const twiceOff = 2n * magnitude(rounded * denominator - numerator);
      expect(twiceOff <= magnitude(denominator)).toBe(true);
      if (twiceOff !== magnitude(denominator)) return;
      const wentAway = magnitude(rounded * denominator) > magnitude(numerator);
      expect(mode === 'half_even' ? rounded % 2n === 0n : wentAway).toBe(true);
    }),
  );
});

test('down never exceeds the exact value, up never falls short of it, and both stay within a unit', () => {
  fc.assert(
    fc.property(fraction, ([numerator, denominator]) => {
      const [down, up] = [divideRounded(numerator, denominator, 'down'), divideRounded(numerator, denominator, 'up')];
      const exact = magnitude(numerator);
      const unit = magnitude(denominator);
      expect({
        down: magnitude(down) * unit <= exact && exact - magnitude(down) * unit < unit,
        up: magnitude(up) * unit >= exact && magnitude(up) * unit - exact < unit,
      }).toEqual({down: true, up: true});
    }),
  );
});

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
