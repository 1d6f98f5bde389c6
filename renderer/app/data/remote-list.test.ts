import {expect, test} from 'vitest';
import type {ListAnswer, ListRow} from '#core/data/list-view.ts';
import type {FromWorker, ToWorker} from '#core/calls.ts';
import {orderList} from '#core/orders/list-view.ts';
import {DataClient} from './data-client.ts';
import {RemoteList} from './remote-list.ts';

const asked = {query: {sort: {column: 'number', descending: false}}};

/** A list and the other end of its line, where the test answers by hand. */
function givenList() {
  const said: ToWorker[] = [];
  let answer: (message: FromWorker) => void = () => undefined;
  const line = {
    post: (message: ToWorker) => void said.push(message),
    listen: (receive: (message: FromWorker) => void) => {
      answer = receive;
    },
  };
  const nothing = () => undefined;
  const list = new RemoteList(
    new DataClient(line, {progress: nothing, shopsChanged: nothing, bug: nothing}),
    orderList,
    asked,
  );
  let drawn = 0;
  let version = 0;
  const leave = list.subscribe(() => (drawn += 1));
  const watch = 1;
  return {
    list,
    said,
    leave,
    drawn: () => drawn,
    tell: (rows: readonly ListRow[], more: Partial<ListAnswer> = {}) =>
      answer({
        watch,
        list: {version: (version += 1), total: rows.length, from: 0, rows, groups: {}, tallies: {}, ...more},
      }),
    answer: (message: FromWorker) => answer(message),
  };
}

const row = (id: string, status = 'paid'): ListRow => ({id, status, total: undefined});

test('a row in which nothing changed stays the same object, wherever it moves', () => {
  const {list, tell} = givenList();
  tell([row('a'), row('b'), row('c')]);
  const before = [0, 1, 2].map((at) => list.rowAt(at));
  tell([row('c'), row('a', 'held'), row('b')]);
  const after = [0, 1, 2].map((at) => list.rowAt(at));
  expect([after[0] === before[2], after[2] === before[1], after[1] === before[0]]).toEqual([true, true, false]);
  expect(list.rowAt(1)).toEqual(row('a', 'held'));
});

test('rows stand where they stand in the whole list; those outside the window are not here', () => {
  const {list, tell, drawn} = givenList();
  expect([list.arrived, list.total]).toEqual([false, 0]);
  tell([row('x'), row('y')], {total: 500, from: 300, tallies: {late: 7}});
  expect({
    rows: [299, 300, 301, 302].map((at) => list.rowAt(at)?.id),
    counts: list.counts,
    arrived: list.arrived,
    drawn: drawn(),
  }).toEqual({
    rows: [undefined, 'x', 'y', undefined],
    counts: {total: 500, groups: {}, tallies: {late: 7}},
    arrived: true,
    drawn: 1,
  });
});

test('the worker hears of the list once, of each move, of each new question, and of the end', async () => {
  const {list, said, leave} = givenList();
  list.look(100, 160);
  list.ask({...asked, groups: ['status']});
  const leaveAgain = list.subscribe(() => undefined);
  leaveAgain();
  leave();
  await Promise.resolve();
  const question = {view: 'orders.list', window: {from: 0, to: 60}, ...asked};
  expect(said).toEqual([
    {watch: 1, what: {kind: 'list', question}},
    {look: 1, window: {from: 100, to: 160}},
    {watch: 1, what: {kind: 'list', question: {...question, window: {from: 100, to: 160}, groups: ['status']}}},
    {stop: 1},
  ]);
});

test('a page that is drawn anew in the same breath keeps its list', async () => {
  const {list, said, leave} = givenList();
  leave();
  list.subscribe(() => undefined);
  await Promise.resolve();
  expect(said).toHaveLength(1);
});

test('all but some ticked rows are asked for in the order of the list', async () => {
  const {list, said, tell, answer} = givenList();
  tell([row('a')], {total: 3});
  const ticked = list.idsTicked({mode: 'all', except: new Set(['b'])});
  const call = said.at(-1);
  if (call && 'call' in call) answer({call: call.call, answer: ['c', 'b', 'a']});
  expect([await ticked, await list.idsTicked({mode: 'some', ids: new Set(['b', 'a'])})]).toEqual([
    ['c', 'a'],
    ['b', 'a'],
  ]);
  expect(call).toMatchObject({name: 'list.ids', args: {watch: 1, window: {from: 0, to: 3}}});
});
