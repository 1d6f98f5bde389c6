import type {Position} from '../journal/entry.ts';
import {parsedJson} from '../lib/parsed-json.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {type Shape, type Shaped, check, integer, list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';
import {type Group, type LogPlace, type Origin, digestOf} from './group.ts';

/** Number of the wire. What it says has a hash in a test: changed, it is another number and another line in the README. */
export const protocolVersion = 3;

/** What desks of an older wire push is what it is today: only what they are told they do not understand. */
const pushVersions: ReadonlySet<unknown> = new Set([1, 2, protocolVersion]);

/** A push has at most so many mutations, and after the first no more than so many bytes of them. */
export const pushMutationsMax = 2_000;
export const pushBytesMax = 4 * 1024 * 1024;

const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const seq = integer({min: 0});
const number = integer({min: 1});
const epoch = integer({min: 1});
const count = integer({min: 0, max: pushMutationsMax});

/** The first line of a push; behind it one line for each mutation, as it is journalled. */
export const pushHead = object({
  v: integer({min: 1}),
  epoch,
  replica: name,
  inc: name,
  /** The place in the origin's own log behind which the mutations stand. */
  from: object({n: integer({min: 0}), hash}),
  count,
  sum: optional(pattern(/^[A-Za-z0-9_-]{8}$/)),
});

/** Why a push was not taken; nothing of it was. */
export const pushRefusals = ['gap', 'fork', 'epoch', 'upgrade', 'auth', 'busy', 'garbage'] as const;
export type PushRefusal = (typeof pushRefusals)[number];

/** Head of the log, and the last number of the origin that is decided; `no` where nothing was taken. */
export const pushAnswer = object({
  v: integer({min: 1}),
  epoch,
  seq,
  n: integer({min: 0}),
  no: optional(oneOf(pushRefusals)),
});
export type PushAnswer = Shaped<typeof pushAnswer>;

export interface Push {
  readonly epoch: number;
  readonly origin: Origin;
  readonly from: Position;
  /** One JSON text each, of which the origin's hashes are made. */
  readonly mutations: readonly string[];
  /** The beginning of the origin's hash behind the last of them: what was garbled on its way is not taken. */
  readonly sum?: string | undefined;
}

/** A group on the wire: this line, and behind it the body of every part that has one. */
export const groupHead = object({
  t: oneOf(['g']),
  seq: list(number, {max: 2}),
  at: integer({min: 0}),
  by: list(name, {max: 2}),
  n: list(number, {max: 2}),
  told: hash,
  not: list(object({n: number, as: oneOf(['refused', 'parked'])}), {max: pushMutationsMax}),
  parts: list(object({scope: text({min: 1, max: 60}), digest: optional(hash)}), {max: 64}),
  h: hash,
});

/** The log is told up to here for now. */
export const headLine = object({t: oneOf(['head']), epoch, seq, h: hash});

/** The log cannot be told from where it was asked for: `elsewhere` it is another one there, `gone` it begins later. */
export const againLine = object({t: oneOf(['again']), why: oneOf(['elsewhere', 'gone']), epoch});

/** Every message, by its name, for the hash of the wire. */
export const messages: Readonly<Record<string, Shape<unknown>>> = {
  pushHead,
  pushAnswer,
  groupHead,
  headLine,
  againLine,
};

export type Frame =
  | {readonly t: 'g'; readonly group: Group}
  | {readonly t: 'head'; readonly place: LogPlace}
  | {readonly t: 'again'; readonly why: 'elsewhere' | 'gone'; readonly epoch: number};

export function encodePush({epoch: era, origin, from, mutations, sum}: Push): string {
  const head = {v: protocolVersion, epoch: era, ...origin, from, count: mutations.length, sum};
  return [JSON.stringify(head), ...mutations].join('\n');
}

/** `upgrade` for a wire of another number: what it says is not known here. */
export function decodePush(told: string): Result<Push> | 'upgrade' {
  const [first = '', ...mutations] = told.split('\n');
  const value = parsedJson(first);
  if (isOtherVersion(value)) return 'upgrade';
  const head = check(pushHead, value);
  if (!head.ok) return head;
  const {epoch: era, replica, inc, from, sum} = head.value;
  if (head.value.count !== mutations.length) return fail('core.bad_shape', {path: 'count'});
  return ok({epoch: era, origin: {replica, inc}, from, mutations, ...(sum !== undefined && {sum})});
}

const sumLetters = 8;

/** What a push says of the hash behind its last mutation: enough for accidents, and it is paid for in every push. */
export function sumOf(hash: string): string {
  return hash.slice(0, sumLetters);
}

export function encodeFrame(frame: Frame): string {
  if (frame.t === 'head') {
    const {epoch: era, seq: last, hash: h} = frame.place;
    return `${JSON.stringify({t: 'head', epoch: era, seq: last, h})}\n`;
  }
  if (frame.t === 'again') return `${JSON.stringify(frame)}\n`;

  const {first, last, decidedAt, by, n, told, not, parts, hash: h} = frame.group;
  const head = {
    t: 'g',
    seq: [first, last],
    at: decidedAt,
    by: [by.replica, by.inc],
    n,
    told,
    not: not.map(([at, as]) => ({n: at, as})),
    parts: parts.map(({scope, digest, body}) => (body === undefined ? {scope, digest} : {scope})),
    h,
  };
  const bodies = parts.flatMap(({body}) => (body === undefined ? [] : [`${body}\n`]));
  return `${JSON.stringify(head)}\n${bodies.join('')}`;
}

/** Takes lines one by one and gives the frames they make. What is no frame is a fault, and nothing behind it counts. */
export class FrameReader {
  #head: Shaped<typeof groupHead> | undefined;
  #bodies: string[] = [];

  /** The frame that this line completes, or undefined where more lines belong to it. */
  take(line: string): Result<Frame | undefined> {
    if (this.#head) {
      this.#bodies.push(line);
      return this.#whole();
    }
    const value = parsedJson(line);
    const head = check(groupHead, value);
    if (head.ok) {
      this.#head = head.value;
      this.#bodies = [];
      return this.#whole();
    }
    const end = check(headLine, value);
    if (end.ok) return ok({t: 'head', place: {epoch: end.value.epoch, seq: end.value.seq, hash: end.value.h}});
    const again = check(againLine, value);
    if (again.ok) return ok({...again.value, t: 'again'});
    return head;
  }

  #whole(): Result<Frame | undefined> {
    const head = this.#head;
    const open = head?.parts.filter(({digest}) => digest === undefined).length ?? 0;
    if (!head || this.#bodies.length < open) return ok(undefined);

    this.#head = undefined;
    const [[first = 0, last = 0], [replica = '', inc = ''], [from = 0, to = 0]] = [head.seq, head.by, head.n];
    const counts = [last - first, to - from];
    const isWhole = head.seq.length === 2 && head.by.length === 2 && head.n.length === 2 && counts[0] === counts[1];
    if (!isWhole || last < first) return fail('core.bad_shape', {path: 'seq'});
    const bodies = this.#bodies.values();
    const parts = head.parts.map(({scope, digest}) => {
      if (digest !== undefined) return {scope, digest};
      const body = bodies.next().value ?? '';
      return {scope, digest: digestOf(body), body};
    });
    const {at, told, not, h} = head;
    return ok({
      t: 'g',
      group: {
        first,
        last,
        decidedAt: at as Instant,
        by: {replica, inc},
        n: [from, to],
        told,
        not: not.map(({n, as}) => [n, as] as const),
        parts,
        hash: h,
      },
    });
  }
}

/** Mutations that go into one push: as many as there is room for, and always one. */
export function pushedTogether<T extends {readonly bytes: Uint8Array}>(entries: readonly T[]): readonly T[] {
  let bytes = 0;
  const end = entries.findIndex((entry, at) => {
    bytes += entry.bytes.length;
    return at > 0 && (at >= pushMutationsMax || bytes > pushBytesMax);
  });
  return end < 0 ? entries : entries.slice(0, end);
}

function isOtherVersion(value: unknown): boolean {
  const version = (value as {readonly v?: unknown} | undefined)?.v;
  return Number.isSafeInteger(version) && !pushVersions.has(version);
}
