import type {Dice} from '#core/lib/dice.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import type {Message} from './recorded.ts';

/** A message that was changed: what goes as its body, and whether each line of that still is JSON. */
export interface Mutated {
  readonly message: Message;
  readonly bytes: Buffer | undefined;
  readonly isJson: boolean;
}

type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** So often what comes out is JSON still; the others are changed letter by letter. */
const structured = 0.9;

const strange: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  '',
  '\0',
  '\ud800',
  'A'.repeat(43),
  '../../x',
  'x'.repeat(70_000),
  [],
  {},
  [[[[]]]],
  {constructor: 1, toString: 'x'},
];
const keys = ['n', 'v', 'args', 'more', '__proto__', 'constructor', 'count', 'hash', '', 'x'.repeat(300)];
const pieces = [
  '',
  '\n',
  '\r\n',
  '"',
  '}',
  ',',
  '\0',
  '\ufeff',
  '{"n":1}',
  '[[[[[[[[',
  '0',
  'e999',
  '\\u0000',
  '\ud83d',
];

/** Changes a recorded message in one to three places. */
export function mutate(message: Message, dice: Dice): Mutated {
  let {path, body = ''} = message;
  const times = dice.weighted([1, 2, 3], (count) => [0, 6, 2, 1][count] ?? 0);
  for (let left = times; left > 0; left -= 1) {
    if (message.body === undefined || dice.chance(0.04)) path = letters(path, dice).replace(/[^!-~]/g, '%');
    else body = dice.chance(structured) ? lines(body, dice) : letters(body, dice);
  }
  const plain =
    message.body === undefined ? undefined : dice.chance(0.03) ? flipped(Buffer.from(body), dice) : Buffer.from(body);
  const isJson =
    plain !== undefined &&
    plain
      .toString()
      .split('\n')
      .every((line) => parsedJson(line) !== undefined);
  return {message: {...message, path: path.startsWith('/') ? path : `/${path}`, body}, bytes: plain, isJson};
}

/** Changes a line as the JSON it is, or the order and number of lines. */
function lines(body: string, dice: Dice): string {
  const all = body.split('\n');
  const at = dice.integer(0, all.length - 1);
  const value = parsedJson(all[at] ?? '') as Json | undefined;
  if (value === undefined) return letters(body, dice);
  if (dice.chance(0.15) && all.length > 1) {
    const line = all[at] ?? '';
    return dice
      .pick([all.toSpliced(at, 1), all.toSpliced(at, 0, line), all.toReversed(), dice.shuffle(all)])
      .join('\n');
  }
  return all.toSpliced(at, 1, JSON.stringify(changed(value, dice))).join('\n');
}

/** The value with one of the values in it put in another's place, left out, added or made strange. */
function changed(value: Json, dice: Dice): Json {
  const isDeep = typeof value === 'object' && value !== null;
  if (!isDeep || dice.chance(0.1)) return another(value, dice);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const at = dice.integer(0, Math.max(0, list.length - 1));
    if (list.length === 0 || dice.chance(0.3)) return [...list, ...(list.length > 0 ? [list[at] ?? null] : [null])];
    if (dice.chance(0.2)) return list.toSpliced(at, 1);
    return list.toSpliced(at, 1, changed(list[at] ?? null, dice));
  }
  const fields = Object.entries(value as {readonly [key: string]: Json});
  if (fields.length === 0 || dice.chance(0.15)) return withField(fields, [dice.pick(keys), strangeValue(dice)]);
  const at = dice.integer(0, fields.length - 1);
  const [key, inside] = fields[at] ?? ['', null];
  if (dice.chance(0.15)) return Object.fromEntries(fields.toSpliced(at, 1));
  if (dice.chance(0.1)) return withField(fields.toSpliced(at, 1), [dice.pick(keys), inside]);
  if (dice.chance(0.1)) return Object.fromEntries(dice.shuffle(fields));
  return withField(fields.toSpliced(at, 1), [key, changed(inside, dice)]);
}

/** Parsed, because a field of that name would else become the object's prototype. */
function withField(fields: readonly (readonly [string, Json])[], field: readonly [string, Json]): Json {
  const texts = [...fields, field].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return JSON.parse(`{${texts.join(',')}}`) as Json;
}

function another(value: Json, dice: Dice): Json {
  if (typeof value === 'number' && dice.chance(0.5)) return value + dice.pick([-1, 1, 0.5, 1_000]);
  if (typeof value === 'string' && dice.chance(0.5)) return letters(value, dice);
  return strangeValue(dice);
}

function strangeValue(dice: Dice): Json {
  return strange[dice.integer(0, strange.length - 1)] ?? null;
}

/** A piece of a text gone, doubled or put where another stood; or all behind a place. */
function letters(text: string, dice: Dice): string {
  const at = dice.integer(0, text.length);
  const length = dice.integer(0, 12);
  switch (dice.integer(0, 4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCodePoint(dice.integer(33, 126)) + text.slice(at + 1);
    default:
      return text.slice(0, at) + dice.pick(pieces) + text.slice(at + length);
  }
}

function flipped(bytes: Buffer, dice: Dice): Buffer {
  const at = dice.integer(0, Math.max(0, bytes.length - 1));
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.integer(0, 7));
  return bytes;
}
