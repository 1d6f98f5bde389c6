import {Bug, assert} from '../lib/assert.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import {damaged} from './refusal.ts';

// Numbers of tags are for ever: they stand in files of people.
const tag = {
  null: 0,
  false: 1,
  true: 2,
  undefined: 3,
  whole: 4,
  negative: 5,
  float: 6,
  text: 7,
  /** UTF-16, for a text with half a letter in it. */
  halfText: 8,
  list: 9,
  object: 10,
  array: 11,
} as const;

/** Kinds of typed arrays by number, for ever. Their bytes are little-endian, as every host of ours is. */
const kinds = [
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
] as const;

const depthMax = 64;

/** `asItIs` keeps the order of fields, as the browser does; `sorted` writes equal values as equal bytes. */
export type FieldOrder = 'asItIs' | 'sorted';

/** Writes a value as IndexedDB holds it: JSON's values, undefined, every number, every text, typed arrays. Others are a bug. */
export function encodeValue(to: ByteWriter, value: unknown, order: FieldOrder = 'asItIs', depth = 0): void {
  assert(depth <= depthMax, 'a value that is not nested without end');
  switch (typeof value) {
    case 'undefined':
      to.byte(tag.undefined);
      return;
    case 'boolean':
      to.byte(value ? tag.true : tag.false);
      return;
    case 'number':
      encodeNumber(to, value);
      return;
    case 'string':
      encodeText(to, value);
      return;
    case 'object':
      if (value === null) to.byte(tag.null);
      else if (Array.isArray(value)) encodeList(to, value, order, depth);
      else if (ArrayBuffer.isView(value)) encodeArray(to, value);
      else encodeObject(to, value, order, depth);
      return;
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new Bug(`a ${typeof value} rests in no store`);
  }
}

function encodeNumber(to: ByteWriter, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    to.byte(tag.float);
    to.float(value);
  } else if (value >= 0) {
    to.byte(tag.whole);
    to.whole(value);
  } else {
    to.byte(tag.negative);
    to.whole(-value - 1);
  }
}

function encodeText(to: ByteWriter, text: string): void {
  if (to.taggedText(tag.text, text)) return;
  to.byte(tag.halfText);
  to.whole(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    to.byte(code & 255);
    to.byte(code >> 8);
  }
}

function encodeList(to: ByteWriter, list: readonly unknown[], order: FieldOrder, depth: number): void {
  to.byte(tag.list);
  to.whole(list.length);
  for (const item of list) encodeValue(to, item, order, depth + 1);
}

function encodeArray(to: ByteWriter, array: ArrayBufferView): void {
  const kind = kinds.findIndex((each) => array instanceof each);
  assert(kind >= 0, 'a kind of array that rests in a store');
  to.byte(tag.array);
  to.byte(kind);
  to.whole(array.byteLength);
  to.raw(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

function encodeObject(to: ByteWriter, value: object, order: FieldOrder, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  assert(prototype === Object.prototype || prototype === null, 'a plain object');
  const names = Object.keys(value);
  if (order === 'sorted') names.sort();
  to.byte(tag.object);
  to.whole(names.length);
  for (const name of names) {
    encodeText(to, name);
    encodeValue(to, (value as Readonly<Record<string, unknown>>)[name], order, depth + 1);
  }
}

/** The value that `encodeValue` wrote; anything else is refused as damaged. */
export function decodeValue(from: ByteReader, depth = 0): unknown {
  if (depth > depthMax) throw damaged();
  switch (from.byte()) {
    case tag.null:
      return null;
    case tag.false:
      return false;
    case tag.true:
      return true;
    case tag.undefined:
      return undefined;
    case tag.whole:
      return from.whole();
    case tag.negative:
      return -from.whole() - 1;
    case tag.float:
      return from.float();
    case tag.text:
      return from.text();
    case tag.halfText:
      return decodeHalfText(from);
    case tag.list:
      return Array.from({length: from.count()}, () => decodeValue(from, depth + 1));
    case tag.object:
      return decodeObject(from, depth);
    case tag.array:
      return decodeArray(from);
    default:
      throw damaged();
  }
}

function decodeHalfText(from: ByteReader): string {
  let text = '';
  for (let left = from.count(); left > 0; left -= 1) text += String.fromCharCode(from.byte() | (from.byte() << 8));
  return text;
}

function decodeObject(from: ByteReader, depth: number): object {
  const value: Record<string, unknown> = {};
  for (let left = from.count(); left > 0; left -= 1) {
    const name = decodeValue(from, depthMax);
    if (typeof name !== 'string') throw damaged();
    const field = decodeValue(from, depth + 1);
    // An ordinary assignment to this one name would set the prototype.
    if (name === '__proto__') Object.defineProperty(value, name, {...own, value: field});
    else value[name] = field;
  }
  return value;
}

const own = {configurable: true, enumerable: true, writable: true};

function decodeArray(from: ByteReader): ArrayBufferView {
  const kind = kinds[from.byte()];
  const length = from.count();
  if (!kind || length % kind.BYTES_PER_ELEMENT !== 0) throw damaged();
  const bytes = from.raw(length).slice();
  return new kind(bytes.buffer);
}
