import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, expect, test, vi} from 'vitest';
import type {PlanItem} from '#core/intake/messages.ts';
import {givenPage} from '../../app/testing/given-page.tsx';
import {ItemPanel} from './item-panel.tsx';
import {readFile} from './testing/given-session.ts';

afterEach(cleanup);

const conflict: PlanItem = {
  file: 'a',
  rows: [5, 6],
  orderId: 'AAAAAAAAAAAA' as never,
  channelOrderId: '#1001',
  groups: [
    {
      group: 'address',
      conflicting: true,
      ours: {street: 'Kai 1', city: 'Kiel'},
      theirs: {street: 'Kai 2', city: 'Kiel'},
    },
    {group: 'lines', conflicting: true, ours: {lines: '1 × TEA'}, theirs: {lines: '2 × TEA'}},
    {group: 'state', conflicting: false, ours: {}, theirs: {status: 'shipped'}},
  ],
};

function show(item: PlanItem) {
  const decided: unknown[] = [];
  givenPage(new MessageChannel().port1).show(
    <ItemPanel item={item} file={readFile} onDecide={(groups) => decided.push(groups)} onClose={() => undefined} />,
  );
  return decided;
}

test('ours and the file stand side by side, and what differs is marked', () => {
  show(conflict);
  const rows = within(screen.getByRole('table', {name: 'Address'}))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => [row.textContent, row.dataset['differs']])).toEqual([
    ['StreetKai 1Kai 2', 'true'],
    ['CityKielKiel', 'false'],
  ]);
});

test('a conflict is decided part by part, or in one stroke; what nobody edited asks nothing', async () => {
  const decided = show(conflict);
  fireEvent.click(screen.getByRole('radio', {name: "Address: The file's"}));
  fireEvent.keyDown(window, {key: 't'});
  await vi.waitUntil(() => decided.length === 2, 10_000);
  fireEvent.click(screen.getByRole('button', {name: /^All ours/}));
  expect([decided, screen.getAllByRole('radio').length]).toEqual([
    [{address: 'theirs'}, {address: 'theirs', lines: 'theirs'}, {address: 'ours', lines: 'ours'}],
    4,
  ]);
});

test('a rejected row shows its cells under the names of their columns', () => {
  show({
    file: 'a',
    rows: [17],
    fault: {code: 'intake.broken_quotes', values: {row: 17}},
    cells: ['#1009', '', '', '5'],
  });
  const panel = screen.getByRole('complementary', {name: 'Row 17 of orders_export.csv'});
  expect([...panel.querySelectorAll('dl > div')].map(({textContent}) => textContent)).toEqual(['Name#1009', 'Total5']);
});
