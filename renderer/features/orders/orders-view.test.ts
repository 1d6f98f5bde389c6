import * as fc from 'fast-check';
import {beforeEach, expect, test} from 'vitest';
import {nothingTicked} from '../../ui/grid/selection.ts';
import {
  type OrdersView,
  acceptKept,
  choose,
  conditionsOf,
  forgetOrdersView,
  keptOf,
  queryOf,
  searchFor,
  useOrdersView,
} from './orders-view.ts';

const view = {
  choice: 'held',
  search: 'tea',
  sort: {columnId: 'total', direction: 'ascending'},
  scrollTop: 280,
  panelId: 'AAAAAAAAAAAA',
  widths: {number: 120},
} as const;

beforeEach(forgetOrdersView);

test('what was kept is what comes back', () => {
  useOrdersView.setState({...view, scrollTop: 279.6, cursor: {index: 3, id: 'x'}});
  const kept = structuredClone(keptOf(useOrdersView.getState()));
  expect([kept, acceptKept(kept)]).toEqual([view, view]);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'open'],
  ['a list', [view]],
  ['an empty thing', {}],
  ['a status that is none', {...view, choice: 'lost'}],
  ['a word of every object', {...view, choice: '__proto__'}],
  ['half a storefront', {...view, choice: 'storefront:short'}],
  ['two lines of choice', {...view, choice: 'open\nlate'}],
  ['a search without end', {...view, search: 'x'.repeat(201)}],
  ['a search that is not text', {...view, search: {toString: 'tea'}}],
  ['a column that is no word', {...view, sort: {columnId: 'a b', direction: 'ascending'}}],
  ['a column that is gone', {...view, sort: {columnId: 'colour', direction: 'ascending'}}],
  ['a third direction', {...view, sort: {columnId: 'total', direction: 'sideways'}}],
  ['a scroll above the top', {...view, scrollTop: -1}],
  ['no number for a scroll', {...view, scrollTop: Number.NaN}],
  ['an order that cannot be', {...view, panelId: '../../etc/passwd'}],
  ['more than was kept', {...view, cursor: {index: 1, id: 'x'}}],
])('where %s was kept, the page begins anew', (_, value) => {
  expect(acceptKept(value)).toEqual({});
});

test('widths that no column can have are left out, and the rest is kept', () => {
  const widths = {number: 120, total: 23, buyer: 2001, items: '200', city: Number.NaN, status: 80.5, country: 24};
  expect(acceptKept({...view, widths}).widths).toEqual({number: 120, country: 24});
  expect([null, 'wide'].map((hostile) => acceptKept({...view, widths: hostile}).widths)).toEqual([{}, {}]);
});

test('nothing that anybody keeps can stop the page from asking for its orders', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (all, one) => {
      for (const value of [all, {...view, search: one}, {...view, widths: one}, {...view, sort: one}]) {
        const begun: OrdersView = {...useOrdersView.getState(), ...acceptKept(value)};
        const {search, sort} = queryOf(begun, 1);
        expect([typeof search, typeof sort.column, typeof sort.descending]).toEqual(['string', 'string', 'boolean']);
      }
    }),
  );
});

test('each choice of the tree asks for its orders', () => {
  const open = ['new', 'paid', 'released', 'held'];
  expect(
    ['all', 'open', 'late', 'storefront:AAAAAAAAAAAA', 'shipped'].map((choice) => conditionsOf(choice, 5)),
  ).toEqual([
    [{column: 'status', oneOf: [...open, 'shipped', 'returned', 'cancelled']}],
    [{column: 'status', oneOf: open}],
    [
      {column: 'status', oneOf: open},
      {column: 'shipBy', below: 5},
    ],
    [{column: 'storefrontId', oneOf: ['AAAAAAAAAAAA']}],
    [{column: 'status', oneOf: ['shipped']}],
  ]);
});

test('another choice or another search begins at its top, with nothing ticked', () => {
  const busy = {cursor: {index: 3, id: 'x'}, selection: {mode: 'some', ids: new Set(['x'])}, scrollTop: 900} as const;
  const begun = {cursor: null, selection: nothingTicked, scrollTop: 0};
  useOrdersView.setState(busy);
  choose('late');
  const chosen = useOrdersView.getState();
  useOrdersView.setState(busy);
  searchFor('tea');
  expect([chosen, useOrdersView.getState()]).toMatchObject([
    {choice: 'late', ...begun},
    {choice: 'late', search: 'tea', ...begun},
  ]);
});
