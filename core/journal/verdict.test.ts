import {expect, test} from 'vitest';
import {type Position, beginning, entryOf} from './entry.ts';
import {type Findings, judge} from './verdict.ts';

const one = entryOf(beginning, 'one');
const two = entryOf(one, 'two');
const marker = {incarnation: 'ours'};
const storeAt = ({n, hash}: Position, {incarnation}: {incarnation?: string} = marker): Findings['store'] => {
  return {state: 'whole', head: {n, hash}, incarnation};
};
const journalAt = (position: Position, known: {hashAtStore?: string; bridged?: boolean} = {}): Findings['journal'] => {
  return {position, hashAtStore: known.hashAtStore, bridged: known.bridged ?? false};
};
const other = {n: 1, hash: two.hash};

test('what a start finds and what is done about it', () => {
  const cases: Readonly<Record<string, Findings>> = {
    'nothing at all': {marker: undefined, store: {state: 'absent'}, journal: undefined},
    'a store of an older version, or a lost disk': {marker: undefined, store: storeAt(one), journal: undefined},
    'an unreadable store nobody marked': {marker: undefined, store: {state: 'unreadable'}, journal: undefined},
    'killed while it was deleted': {marker: {...marker, deleted: true}, store: storeAt(one), journal: journalAt(one)},
    'an ordinary start': {marker, store: storeAt(one), journal: journalAt(one, {hashAtStore: one.hash})},
    'killed between store and journal': {marker, store: storeAt(two), journal: journalAt(one, {bridged: true})},
    'the store is gone': {marker, store: {state: 'absent'}, journal: journalAt(two)},
    'the store cannot be read': {marker, store: {state: 'unreadable'}, journal: journalAt(two)},
    'an old copy of the store': {marker, store: storeAt(one), journal: journalAt(two, {hashAtStore: one.hash})},
    'a copy from before it was marked': {marker, store: storeAt(one, {}), journal: journalAt(one)},
    'a store of another desk': {
      marker,
      store: storeAt(one, {incarnation: 'theirs'}),
      journal: journalAt(one, {hashAtStore: one.hash}),
    },
    'the journal is gone': {marker, store: storeAt(two), journal: undefined},
    'an old copy that went on by itself': {marker, store: storeAt(two), journal: journalAt(one)},
    'the same number, another history': {
      marker,
      store: storeAt(other),
      journal: journalAt(one, {hashAtStore: one.hash}),
    },
    'behind, on another history': {marker, store: storeAt(other), journal: journalAt(two, {hashAtStore: one.hash})},
    'older than the journal reaches back': {marker, store: storeAt(one), journal: journalAt(two)},
  };
  const told = Object.entries(cases).map(([name, findings]) => {
    const verdict = judge(findings);
    return `${name}: ${verdict.kind}${verdict.kind === 'rebuild' ? ` (${verdict.why})` : ''}`;
  });
  expect(told).toEqual([
    'nothing at all: nothing',
    'a store of an older version, or a lost disk: adopt',
    'an unreadable store nobody marked: nothing',
    'killed while it was deleted: finishDeleting',
    'an ordinary start: sound',
    'killed between store and journal: sound',
    'the store is gone: rebuild (lost)',
    'the store cannot be read: rebuild (unreadable)',
    'an old copy of the store: storeBehind',
    'a copy from before it was marked: rebuild (copied)',
    'a store of another desk: rebuild (copied)',
    'the journal is gone: adopt',
    'an old copy that went on by itself: rebuild (parted)',
    'the same number, another history: rebuild (parted)',
    'behind, on another history: rebuild (parted)',
    'older than the journal reaches back: rebuild (parted)',
  ]);
});
