import {expect, test} from 'vitest';
import {text} from '../lib/shape.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {business, monday} from '../testing/given.ts';
import {argsOf, callOf, defineFact, defineMutator, defineQuery, done, doneWith} from './define.ts';
import {Overlay, readerOf} from './overlay.ts';

/** Its notes were called `note` first, then `word`; today there is a sign before them. */
const noted = defineMutator('test.noted', {words: text({min: 1, max: 20})}, async () => done, [
  (older) => ({word: (older as {readonly note: string}).note}),
  (older) => ({words: `+${(older as {readonly word: string}).word}`}),
]);

test('arguments of every version that ever was become those of today, and are checked then', () => {
  const unknown = (version: number) => ({
    ok: false,
    fault: {code: 'sync.version_unknown', values: {name: 'test.noted', version}},
  });
  expect([
    noted.version,
    argsOf(noted, 1, {note: 'tea'}),
    argsOf(noted, 2, {word: 'tea'}),
    argsOf(noted, 3, {words: 'tea'}),
    argsOf(noted, 3, {words: ''}).ok,
    argsOf(noted, 4, {words: 'tea'}),
    argsOf(noted, 0, {words: 'tea'}),
  ]).toEqual([
    3,
    {ok: true, value: {words: '+tea'}},
    {ok: true, value: {words: '+tea'}},
    {ok: true, value: {words: 'tea'}},
    false,
    unknown(4),
    unknown(0),
  ]);
});

test('a wish says how it ended, and a fact has always ended well, whatever it met', async () => {
  const fault = {code: 'orders.not_found', values: {}} as const;
  const undo = callOf(noted, {words: 'tea'});
  const wish = defineMutator('test.wish', {}, async () => doneWith(undo));
  const fact = defineFact('test.fact', {}, async () => ({collided: fault}), [(older) => older]);
  const tx = new Overlay(new MemoryStore() as never).tx(monday);
  expect([
    {kind: wish.kind, version: wish.version, ended: await wish.run(tx, {})},
    {kind: fact.kind, version: fact.version, ended: await fact.run(tx, {})},
    argsOf(fact, 1, {more: 1}).ok,
  ]).toEqual([
    {kind: 'wish', version: 1, ended: {ok: true, value: {undo: {name: 'test.noted', args: {words: 'tea'}}}}},
    {kind: 'fact', version: 2, ended: {ok: true, value: {collided: fault}}},
    false,
  ]);
});

test('a question says what it reads, row by row and table by table', async () => {
  const question = defineQuery('test.question', {name: text({max: 99})}, async (db, {name}) => [
    await db.businesses.get(business.id),
    await db.businesses.getMany([business.id, 'nobody']),
    await db.storefronts.byKey('name', business.id, name),
    await db.businesses.range({limit: 1}),
  ]);
  const store = new MemoryStore();
  await store.write((tx) => tx.put('businesses', business));
  const touched: unknown[] = [];
  const answer = await store.read((tx) =>
    question.run(
      readerOf(tx, (what) => touched.push(what)),
      {name: 'Tea'},
    ),
  );
  expect({answer, untold: await store.read((tx) => question.run(readerOf(tx), {name: 'Tea'})), touched}).toEqual({
    answer: [business, [business, undefined], [], [business]],
    untold: answer,
    touched: [
      {table: 'businesses', id: business.id},
      {table: 'businesses', id: business.id},
      {table: 'businesses', id: 'nobody'},
      {table: 'storefronts'},
      {table: 'businesses'},
    ],
  });
});
