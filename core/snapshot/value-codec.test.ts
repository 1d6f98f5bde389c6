import fc from 'fast-check';
import {expect, test} from 'vitest';
import {ByteReader} from './byte-reader.ts';
import {ByteWriter} from './byte-writer.ts';
import {Refusal} from './refusal.ts';
import {type FieldOrder, decodeValue, encodeValue} from './value-codec.ts';

function encoded(value: unknown, order?: FieldOrder): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  encodeValue(writer, value, order);
  return writer.take();
}

const array = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint8ClampedArray(),
  fc.uint16Array(),
  fc.int16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array(),
  fc.bigInt64Array(),
  fc.bigUint64Array(),
);
const text = fc.oneof(
  fc.string(),
  fc.string({unit: 'binary'}),
  fc.constantFrom('\ud800', 'a\udc00', '𠮷', '__proto__'),
);
const {value: stored} = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 6},
    fc.constantFrom(null, true, false, undefined, -0, Number.NaN, Infinity, 2 ** 53, -(2 ** 53) + 1),
    fc.double(),
    fc.maxSafeInteger(),
    text,
    array,
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(text, tie('value'), {maxKeys: 5, noNullPrototype: true}),
  ),
}));

test('what a store holds comes back exactly as it was, and nothing is left over', () => {
  fc.assert(
    fc.property(stored, (value) => {
      const reader = new ByteReader(encoded(value));
      expect([decodeValue(reader), reader.left]).toStrictEqual([value, 0]);
    }),
  );
});

test('fields keep their order, and sorted equal values are equal bytes', () => {
  const [one, other] = [
    {b: 1, a: {d: [2], c: 3}},
    {a: {c: 3, d: [2]}, b: 1},
  ];
  expect([
    Object.keys(decodeValue(new ByteReader(encoded(one))) as object),
    encoded(one, 'sorted'),
    encoded(one),
  ]).toEqual([['b', 'a'], encoded(other, 'sorted'), expect.not.objectContaining(encoded(other))]);
});

test('no bytes of another origin do more than to be refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
      expect(['value', 'backups.damaged']).toContain(outcome(bytes));
    }),
    {numRuns: 2_000},
  );
});

test('a value that was cut or has a byte flipped is another value or refused, never a fault of ours', () => {
  fc.assert(
    fc.property(stored, fc.nat(), fc.integer({min: 1, max: 255}), (value, place, flip) => {
      const whole = encoded(value);
      const at = place % whole.length;
      const flipped = whole.map((byte, index) => (index === at ? byte ^ flip : byte));
      expect([outcome(whole.subarray(0, at)), ['value', 'backups.damaged'].includes(outcome(flipped))]).toEqual([
        'backups.damaged',
        true,
      ]);
    }),
    {numRuns: 1_000},
  );
});

test('bytes that nest lists without end are refused', () => {
  const bytes = new Uint8Array(100_000).map((_, index) => (index % 2 === 0 ? 9 : 1));
  expect(outcome(bytes)).toBe('backups.damaged');
});

function outcome(bytes: Uint8Array): string {
  try {
    decodeValue(new ByteReader(bytes));
    return 'value';
  } catch (error) {
    if (error instanceof Refusal) return error.fault.code;
    throw error;
  }
}
