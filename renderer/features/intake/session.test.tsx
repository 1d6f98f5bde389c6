import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {IntakeFile, IntakeState} from '#core/intake/messages.ts';
import {storefront} from '#core/testing/given.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {forgetIntakeView, useIntakeView} from './intake-view.ts';
import {Session} from './session.tsx';
import {chosen} from './testing/chosen.ts';
import {heardAsk, readFile, readState} from './testing/given-session.ts';

let page: GivenPage;
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {configurable: true, get: () => 32 + 20 * 28});
  forgetIntakeView();
  page = givenPage(new MessageChannel().port1);
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight');
});

const noItems = {'intake.items': {total: 0, items: []}};

function show(state: IntakeState, answers: Parameters<typeof heardAsk>[0] = noItems) {
  const {ask, heard} = heardAsk(answers);
  const acts: string[] = [];
  page.show(
    <Session
      state={state}
      ask={ask}
      storefronts={[storefront]}
      onOrders={() => acts.push('orders')}
      onUndo={(importId) => acts.push(`undo ${importId}`)}
    />,
  );
  const said = () => heard.filter(([name]) => name !== 'intake.items');
  return {said, acts};
}

const asking = (change: Partial<IntakeFile>): IntakeState => {
  return {...readState, files: [{...readFile, status: 'asks', ...change}]};
};

test('every row of a file is accounted for, and what its orders come to is said beside it', () => {
  show(readState);
  const file = screen.getAllByRole('listitem')[0]?.textContent ?? '';
  const expected = [
    'orders_export.csv',
    'Shopify orders',
    '98% sure',
    'UTF-8 · comma · 7.1 MB',
    '105,335 rows = 105,334 used + 1 rejected',
    '4,894 orders · 105,334 lines · 9,747,747.93\u00a0GBP',
  ];
  expect(expected.filter((words) => !file.includes(words))).toEqual([]);
});

test('what is new, changed or in conflict is taken in with one key', () => {
  const {said} = show(readState);
  fireEvent.keyDown(window, {key: 'Enter'});
  const button = screen.getByRole<HTMLButtonElement>('button', {name: /Take in 4,893 orders/});
  expect([said(), button.disabled]).toEqual([[['intake.accept', null]], false]);
});

test('a file that asks holds everything up, and the reason is said', () => {
  const {said} = show(asking({asks: ['currency']}));
  fireEvent.keyDown(window, {key: 'Enter'});
  const button = screen.getByRole<HTMLButtonElement>('button', {name: /^Take in/});
  expect([button.disabled, screen.queryByText(/Answer what orders_export.csv asks first/) !== null, said()]).toEqual([
    true,
    true,
    [],
  ]);
});

test('the order of day and month is asked with dates of the file itself', async () => {
  const {said} = show(asking({asks: ['dateOrder']}));
  await chosen('Dates', 'Day first: 03/04/2026 is Apr 3, 2026');
  expect(said()).toEqual([['intake.choose', {file: 'a', dateOrder: 'dmy'}]]);
});

test('a format that is not certain is asked for, and a table nobody knows leads to its columns', async () => {
  const {said} = show(asking({asks: ['format'], confidence: 0.71}));
  await chosen('What kind of file is this?', 'eBay orders');
  await chosen('What kind of file is this?', /map the columns/);
  expect([said(), useIntakeView.getState().asking]).toEqual([
    [['intake.choose', {file: 'a', format: 'ebay'}]],
    {what: 'mapping', file: 'a'},
  ]);
});

test('the storefront is one of those there are, or a new one', async () => {
  const {said} = show(asking({asks: ['storefront']}));
  await chosen('Storefront', storefront.name);
  await chosen('Storefront', 'New storefront');
  expect([said(), useIntakeView.getState().asking]).toEqual([
    [['intake.choose', {file: 'a', storefrontId: storefront.id}]],
    {what: 'storefront', file: 'a'},
  ]);
});

test('a file that was refused says why, and can only be taken off the list', () => {
  const fault = {code: 'intake.file_empty', values: {}} as const;
  const {said} = show(asking({status: 'refused', fault, rows: 0, used: 0, rejected: 0}));
  const file = within(screen.getAllByRole('listitem')[0] as HTMLElement);
  fireEvent.click(file.getByRole('button', {name: 'Take orders_export.csv off the list'}));
  expect([file.queryByText(/The file is empty/) !== null, said()]).toEqual([true, [['intake.remove', {file: 'a'}]]]);
});

test('reading can be halted and given up by keys', async () => {
  const {said} = show({
    ...readState,
    phase: 'reading',
    progress: {unit: 'bytes', done: 3, total: 10, startedAt: 0 as never},
  });
  fireEvent.keyDown(window, {key: 'p'});
  await vi.waitUntil(() => said().length === 1, 10_000);
  fireEvent.click(screen.getByRole('button', {name: /^Cancel/}));
  expect(said()).toEqual([
    ['intake.pause', null],
    ['intake.cancel', null],
  ]);
});

test('files whose orders are all here can only be put away', () => {
  const counts = {new: 0, changed: 0, unchanged: 4_894, conflicting: 0};
  const {said} = show({...readState, counts, undecided: 0, files: [{...readFile, counts}]});
  fireEvent.click(screen.getByRole('button', {name: 'Put away'}));
  const reason = screen.queryByText('Every order of these files is here as it stands.');
  expect([reason !== null, said()]).toEqual([true, [['intake.clear', null]]]);
});

test('rates are taken in by days, and have no storefront', () => {
  const {asks, rateDays, kind} = {
    asks: [],
    kind: 'rates',
    rateDays: {count: 6_912, first: '1999-01-04', last: '2026-11-20'},
  } as const;
  const counts = {new: 0, changed: 0, unchanged: 0, conflicting: 0};
  show({...readState, counts, undecided: 0, files: [{...readFile, asks, kind, rateDays, counts}]});
  expect([
    screen.queryByRole('button', {name: /Take in the rates of 6,912 days/}) !== null,
    screen.queryByText('Exchange rates of 6,912 days, 1999-01-04 to 2026-11-20') !== null,
    screen.queryByRole('combobox', {name: 'Storefront'}),
  ]).toEqual([true, true, null]);
});

test('what was taken in leads to its orders, or all the way back', () => {
  const {acts} = show({...readState, phase: 'kept', importId: 'IMPORT', files: [{...readFile, status: 'kept'}]});
  const words = screen.getByText('4,893 orders taken in');
  fireEvent.click(screen.getByRole('button', {name: /^Undo this import/}));
  fireEvent.keyDown(window, {key: 'Enter'});
  expect([words.isConnected, acts]).toEqual([true, ['undo IMPORT', 'orders']]);
});

test('a rejected row shows its number and the reason in words', async () => {
  const fault = {code: 'intake.broken_quotes', values: {row: 17}} as const;
  show(readState, {'intake.items': {total: 1, items: [{file: 'a', rows: [17], fault, cells: ['"#10']}]}});
  fireEvent.click(screen.getByRole('button', {name: 'Rejected 1'}));
  const grid = await screen.findByRole('grid', {name: 'Rejected'});
  const cells = await vi.waitUntil(() => {
    const row = within(grid)
      .queryAllByRole('gridcell')
      .map(({textContent}) => textContent);
    return row.length > 0 && row;
  });
  expect(cells).toEqual(['17', expect.stringContaining('A quotation mark is opened in row 17')]);
});
