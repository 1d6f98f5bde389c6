import {expect, test} from 'vitest';
import type {Storing} from '../data/storing-store.ts';
import {lightOf} from './shop-light.ts';

const calm: Storing = {waiting: 0, failed: false, storedN: 7, safety: {savedN: 7, secured: true}};

test('the light says saved only of what is stored and journalled, and names everything less', () => {
  const cases: readonly Storing[] = [
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
  expect(cases.map((storing) => Object.values(lightOf(storing)).join(' '))).toEqual([
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
