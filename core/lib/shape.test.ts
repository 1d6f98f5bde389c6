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
