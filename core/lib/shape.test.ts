import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type Shape,
  base64urlText,
  check,
  flag,
  integer,
  isSound,
  list,
  object,
  oneOf,
  optional,
  pattern,
  remembering,
  text,
} from './shape.ts';

const line = object({sku: text({min: 1, max: 5}), pieces: integer({min: 1}), note: optional(text({max: 9}))});
const order = object({lines: list(line, {max: 2}), paid: flag(), from: oneOf(['etsy', 'ebay'])});
const good = {lines: [{sku: 'TEA', pieces: 2}], paid: true, from: 'etsy'};

function faultOf<T>(shape: Shape<T>, value: unknown): unknown {
  const checked = check(shape, value);
  return checked.ok ? 'fits' : checked.fault;
}

test('a value that fits comes back as it was', () => {
  expect(check(order, good)).toEqual({ok: true, value: good});
});

test.each([
  ['a field too many', {...good, extra: 1}, {path: '', problem: 'unrecognized_keys'}],
  ['a field too few', {lines: [], paid: true}, {path: 'from', problem: 'invalid_value'}],
  ['a word that is not on the list', {...good, from: 'secret-mall'}, {path: 'from', problem: 'invalid_value'}],
  ['an absent field that is there as undefined', withNote(undefined), {path: 'lines.0.note', problem: 'invalid_type'}],
  ['text that is too long', withNote('secret text'), {path: 'lines.0.note', problem: 'too_big'}],
  ['a number with a fraction', withPieces(1.5), {path: 'lines.0.pieces', problem: 'invalid_type'}],
  ['a number that cannot be counted', withPieces(2 ** 53), {path: 'lines.0.pieces', problem: 'too_big'}],
  ['no number', withPieces(Number.NaN), {path: 'lines.0.pieces', problem: 'invalid_type'}],
  ['text for a number', withPieces('2'), {path: 'lines.0.pieces', problem: 'invalid_type'}],
  [
    'a list that is too long',
    {...good, lines: [1, 2, 3].map(() => good.lines[0])},
    {path: 'lines', problem: 'too_big'},
  ],
  ['nothing', null, {path: '', problem: 'invalid_type'}],
])('%s is refused by its path, and the value is not told', (_, value, values) => {
  expect(faultOf(order, value)).toEqual({code: 'core.bad_shape', values});
});

function withNote(note: unknown): unknown {
  return {...good, lines: [{sku: 'TEA', pieces: 2, note}]};
}

function withPieces(pieces: unknown): unknown {
  return {...good, lines: [{sku: 'TEA', pieces}]};
}

/** Values that nearly fit, wherever they do not. */
function nearly(value: unknown): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.anything({withSparseArray: true, withNullPrototype: true, withBoxedValues: true}),
    fc.constantFrom(0, -0, 1.5, '', 'TEA', 'etsy', 'a\0', '\ud842', undefined, true),
  );
  if (Array.isArray(value)) return fc.oneof(odd, fc.array(nearly(value[0]), {maxLength: 3}), fc.sparseArray(odd));
  if (typeof value !== 'object' || value === null) return fc.oneof({weight: 5, arbitrary: fc.constant(value)}, odd);
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, nearly(field)]));
  const whole = fc.record(fields);
  const extra = fc.oneof(fc.constantFrom('extra', 'note', '__proto__', 'toString'), fc.string());
  return fc.oneof(
    {weight: 5, arbitrary: whole},
    fc.record(fields, {requiredKeys: []}),
    fc.tuple(whole, extra, odd).map(([record, name, field]) => ({...record, [name]: field})),
    whole.map((record): unknown => Object.create(record) as unknown),
    odd,
  );
}

test('what is known to fit without being looked at by zod is what zod lets pass, whatever the value', () => {
  const named = object({
    id: pattern(/^[A-Z]{2}$/),
    sealed: base64urlText({min: 2, max: 4}),
    lines: list(line, {max: 2}),
  });
  const value = {id: 'AB', sealed: 'aZ', lines: [{sku: 'TEA', pieces: 2, note: 'x'}], paid: true, from: 'etsy'};
  const {paid, from, lines, ...rest} = value;
  const cases = [
    [order, {lines, paid, from}],
    [named, {...rest, lines}],
    [remembering(named), {...rest, lines}],
  ] as const;
  const found = cases.map(([shape, sample]) => {
    const property = fc.property(
      nearly(sample),
      (one) => check<unknown>(shape, one).ok === shape.safeParse(one).success,
    );
    return fc.check(property, {numRuns: 2_000}).counterexample;
  });
  expect(found).toEqual([null, null, null]);
});

test('text that a database could not keep is refused: NUL and halves of a character', () => {
  const field = text({max: 20});
  const bad = ['a\0b', '\ud842', 'x\udfb7', '\udfb7\ud842'];
  const fine = ['', '𠮷野家', 'e\u0301', 'a\nb'];
  expect([bad.map((value) => check(field, value).ok), fine.map((value) => check(field, value).ok)]).toEqual([
    bad.map(() => false),
    fine.map(() => true),
  ]);
});

test('a pattern holds for the whole text it is written for', () => {
  const day = pattern(/^\d{4}-\d{2}-\d{2}$/);
  expect(['2026-03-02', '2026-03-02\n', ' 2026-03-02', '2026-3-2'].map((value) => check(day, value).ok)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('base64url of millions of letters is looked at, and one wrong letter in it is found', () => {
  const shape = base64urlText({min: 1, max: 10_000_000});
  const long = 'aZ9_-'.repeat(1_000_000);
  const answers = [long, `${long}+`, `${long}\n`, ''].map((value) => check(shape, value).ok);
  expect(answers).toEqual([true, false, false, false]);
});

test('a row that has passed its shape is known, a copy of it or a row of another shape is looked at', () => {
  const [sku, size] = [remembering(object({sku: text({max: 5})})), remembering(object({size: integer()}))];
  const passed = check(sku, {sku: 'TEA-1'});
  const row = passed.ok ? passed.value : {sku: ''};
  const wrong = {sku: 'TEA-123'};
  expect([
    isSound(sku, row),
    isSound(sku, {...row}),
    isSound(sku, wrong),
    isSound(size, row as unknown as {size: number}),
  ]).toEqual([true, true, false, false]);
});
