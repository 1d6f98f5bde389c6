import {expect, test} from 'vitest';
import {type FaultCode, faults} from '#core/faults.ts';
import type {SyncState} from '#core/sync/messages.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Storing} from '../data/storing-store.ts';
import {lightOf, troubleOf} from './shop-light.ts';

const calm: Storing = {waiting: 0, failed: false, storedN: 7, safety: {savedN: 7, secured: true}};

/** How a change of this window can stand on this desk. */
const here: readonly Storing[] = [
  calm,
  {...calm, safety: {savedN: 9, secured: true}},
  {...calm, storedN: 8},
  {...calm, waiting: 1},
  {...calm, failed: true},
  {...calm, safety: {savedN: 7, secured: true, blocked: 'full'}},
  {...calm, storedN: 8, safety: {savedN: 7, secured: true, blocked: 'busy'}},
  {...calm, safety: {savedN: 7, secured: false}},
  {...calm, safety: undefined},
];

const atHead: Extract<SyncState, {state: 'joined'}> = {
  state: 'joined',
  master: 'https://shop.example',
  pending: 0,
  appliedN: 7,
  behindBy: 0,
  lastContactAt: 1 as Instant,
  place: {epoch: 1, seq: 40, hash: 'h'},
};

const said = (sync?: SyncState): readonly string[] =>
  here.map((storing) => Object.values(lightOf(storing, undefined, sync)).join(' '));

test('the light says saved only of what is stored and journalled, and names everything less', () => {
  expect(said()).toEqual([
    'good status.saved',
    'good status.saved',
    'watch status.saving',
    'watch status.waiting',
    'stop status.stopped',
    'stop status.blockedFull',
    'stop status.blocked',
    'watch status.securing',
    'good status.stored',
  ]);
  expect(lightOf({...calm, failed: true}, {state: 'none'}).word).toBe('status.noRoom');
});

test('the light says applied only of what is safe here and decided there, and hides no trouble of this desk', () => {
  expect(said(atHead)).toEqual([
    'good status.applied',
    'good status.applied',
    'watch status.saving',
    'watch status.waiting',
    'stop status.stopped',
    'stop status.blockedFull',
    'stop status.blocked',
    'watch status.securing',
    'good status.applied',
  ]);
  expect(lightOf(calm, {state: 'none'}, atHead).word).toBe('status.noRoom');
});

test('the light never runs ahead of the master: whatever is less than the head of the log, is not called applied', () => {
  const {lastContactAt: _, ...neverHeard} = atHead;
  const less: readonly (SyncState | undefined)[] = [
    undefined,
    {state: 'absent'},
    neverHeard,
    {...atHead, pending: 1},
    // What was told is older than the last change here.
    {...atHead, appliedN: 6},
    {...atHead, behindBy: 1},
    {...atHead, joining: {done: 1, total: 2}},
    ...(Object.keys(faults) as FaultCode[]).map((code) => ({...atHead, problem: {code, values: {}}})),
  ];
  expect(less.filter((sync) => said(sync).join() !== said().join())).toEqual([]);
});

test('what passes by itself is calm, and what a person has to settle is named', () => {
  const codes = ['sync.offline', 'sync.revoked', 'sync.upgrade', 'sync.not_readable', 'sync.forked'] as const;
  expect(codes.map((code) => Object.values(troubleOf({code, values: {}})).join(' '))).toEqual([
    'note status.alone',
    'stop status.revoked',
    'watch status.newer',
    'watch status.newer',
    'stop status.apart',
  ]);
});
