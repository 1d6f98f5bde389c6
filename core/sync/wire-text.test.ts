import {expect, test} from 'vitest';
import {beginning} from '../journal/entry.ts';
import {fail} from '../lib/result.ts';
import {business, monday} from '../testing/given.ts';
import {type Group, digestOf, partOf, withHash} from './group.ts';
import {
  type Frame,
  FrameReader,
  type Push,
  decodePush,
  encodeFrame,
  encodePush,
  protocolVersion,
  pushBytesMax,
  pushMutationsMax,
  pushedTogether,
} from './protocol.ts';

const hash = beginning.hash;
const origin = {replica: 'a-----------', inc: 'first-------'};
const push: Push = {epoch: 3, origin, from: {n: 4, hash}, mutations: ['{"n":5}', '{"n":6}']};
const head = {v: protocolVersion, epoch: 3, ...origin, from: {n: 4, hash}, count: 2};

test('a push is a line about itself and one for each mutation', () => {
  const none = {...push, mutations: []};
  expect([encodePush(push), encodePush(none), decodePush(encodePush(push)), decodePush(encodePush(none))]).toEqual([
    `${JSON.stringify(head)}\n{"n":5}\n{"n":6}`,
    JSON.stringify({...head, count: 0}),
    {ok: true, value: push},
    {ok: true, value: none},
  ]);
});

test('a push is garbage where lines are missing or too many, and of another version where its first line says so', () => {
  const lines = (first: object, count: number): string =>
    [JSON.stringify(first), ...push.mutations.slice(0, count)].join('\n');
  const missing = fail('core.bad_shape', {path: 'count'});
  const others = ['', '{', 'null', '[]', '{}', JSON.stringify({...head, v: '2'}), JSON.stringify({...head, v: 1.5})];
  expect({
    missing: [lines(head, 1), lines({...head, count: 1}, 2), lines(head, 0)].map(decodePush),
    newer: [lines({...head, v: protocolVersion + 1}, 2), `{"v":${protocolVersion + 1}}`, '{"v":0,"more":1}'].map(
      decodePush,
    ),
    garbage: others.map(decodePush).map((one) => one === 'upgrade' || one.ok || one.fault.code),
  }).toEqual({
    missing: [missing, missing, missing],
    newer: ['upgrade', 'upgrade', 'upgrade'],
    garbage: others.map(() => 'core.bad_shape'),
  });
});

const seen = partOf('shop', {put: {businesses: [business]}, del: {}});
const {body: _, ...unseen} = partOf('money', {put: {}, del: {}});
const group: Group = withHash(hash, {
  first: 5,
  last: 6,
  decidedAt: monday,
  by: origin,
  n: [8, 9],
  told: hash,
  not: [
    [8, 'refused'],
    [9, 'parked'],
  ],
  parts: [seen, unseen, seen],
});
const groupLine = {
  t: 'g',
  seq: [5, 6],
  at: monday,
  by: [origin.replica, origin.inc],
  n: [8, 9],
  told: hash,
  not: [
    {n: 8, as: 'refused'},
    {n: 9, as: 'parked'},
  ],
  parts: [{scope: 'shop'}, {scope: 'money', digest: unseen.digest}, {scope: 'shop'}],
  h: group.hash,
};

/** What a reader says to each line. */
function heard(lines: readonly string[]): readonly unknown[] {
  const reader = new FrameReader();
  return lines.map((line) => reader.take(line)).map((one) => (one.ok ? (one.value ?? 'more') : one.fault.code));
}

test('a group is a line about itself and the body of every part that the desk may see', () => {
  const lines = encodeFrame({t: 'g', group}).split('\n');
  const none: Frame = {t: 'g', group: withHash(hash, {...group, parts: [unseen]})};
  expect({
    lines,
    heard: heard(lines.slice(0, 3)),
    twice: heard([...lines.slice(0, 3), ...lines.slice(0, 3)]).slice(3),
    none: heard(encodeFrame(none).split('\n').slice(0, 1)),
  }).toEqual({
    lines: [JSON.stringify(groupLine), seen.body, seen.body, ''],
    heard: ['more', 'more', {t: 'g', group}],
    twice: ['more', 'more', {t: 'g', group}],
    none: [none],
  });
});

test('the end of the log and another log are lines of their own', () => {
  const frames: readonly Frame[] = [
    {t: 'head', place: {epoch: 3, seq: 6, hash}},
    {t: 'again', why: 'gone', epoch: 4},
    {t: 'again', why: 'elsewhere', epoch: 4},
  ];
  const lines = frames.map(encodeFrame);
  expect([lines, heard(lines.map((line) => line.trimEnd()))]).toEqual([
    [
      `${JSON.stringify({t: 'head', epoch: 3, seq: 6, h: hash})}\n`,
      '{"t":"again","why":"gone","epoch":4}\n',
      '{"t":"again","why":"elsewhere","epoch":4}\n',
    ],
    frames,
  ]);
});

test('a line that is no frame is a fault, and so is a group whose numbers do not fit together', () => {
  const none = ['', '{', 'null', '{"t":"again","why":"late","epoch":4}', '{"t":"head"}'];
  const wrong: readonly object[] = [
    {seq: [5]},
    {seq: []},
    {by: [origin.replica]},
    {by: []},
    {n: [8]},
    {n: []},
    {seq: [5, 7]},
    {n: [8, 10]},
    {seq: [6, 5], n: [9, 8]},
    {seq: [5], n: [8]},
    {seq: [], n: []},
  ];
  const asked = (changes: object): unknown =>
    new FrameReader().take(JSON.stringify({...groupLine, parts: [], ...changes}));
  expect({
    none: heard(none),
    wrong: wrong.map(asked),
    after: heard([JSON.stringify({...groupLine, parts: [], seq: [5]}), '{"t":"again","why":"gone","epoch":4}'])[1],
    single: asked({seq: [5, 5], n: [8, 8]}),
  }).toEqual({
    none: none.map(() => 'core.bad_shape'),
    wrong: wrong.map(() => fail('core.bad_shape', {path: 'seq'})),
    after: {t: 'again', why: 'gone', epoch: 4},
    single: {ok: true, value: {t: 'g', group: {...group, last: 5, n: [8, 8], parts: []}}},
  });
});

test('a body that was changed on its way brings another digest', () => {
  const [taken] = heard([JSON.stringify({...groupLine, parts: [{scope: 'shop'}]}), 'garbled']).slice(1);
  const parts = [{scope: 'shop', digest: digestOf('garbled'), body: 'garbled'}];
  expect(taken).toEqual({t: 'g', group: {...group, parts}});
});

test('mutations go together as long as there is room, and one goes always', () => {
  const entry = (length: number) => ({bytes: new Uint8Array(length)});
  const count = (lengths: readonly number[]): number => pushedTogether(lengths.map(entry)).length;
  const all = [entry(1), entry(2)];
  expect({
    most: [pushMutationsMax, pushBytesMax],
    all: pushedTogether(all),
    none: count([]),
    many: [pushMutationsMax - 1, pushMutationsMax, pushMutationsMax + 1].map((of) => count(Array<number>(of).fill(1))),
    long: [
      count([pushBytesMax + 1]),
      count([pushBytesMax + 1, 1]),
      count([pushBytesMax - 1, 1]),
      count([pushBytesMax - 1, 1, 1]),
      count([1, pushBytesMax]),
    ],
  }).toEqual({most: [2_000, 4_194_304], all, none: 0, many: [1_999, 2_000, 2_000], long: [1, 1, 2, 2, 1]});
});
