import {cleanup, fireEvent, screen} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import type {Mapping} from '#core/intake/mapping.ts';
import type {IntakeFile} from '#core/intake/messages.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {givenPage} from '../../app/testing/given-page.tsx';
import {MappingEditor} from './mapping-editor.tsx';
import {readFile} from './testing/given-session.ts';

afterEach(cleanup);

const wholesaler: IntakeFile = {
  ...readFile,
  name: 'october.xlsx',
  header: ['Vorgang', 'Wer', 'Was', 'Wieviel', 'Summe EUR', 'Wann'],
  sample: [
    {row: 2, cells: ['V-77', 'Mia Krug', 'Green tea', '2', '25,00', '20.11.2026']},
    {row: 3, cells: ['V-78', 'Jan Ott', 'Cup', '1', '9,50', '21.11.2026']},
  ],
};

function show(file: IntakeFile) {
  const applied: Mapping[] = [];
  givenPage(new MessageChannel().port1).show(
    <MappingEditor
      file={file}
      businessZone={'Europe/Berlin' as ZoneId}
      onApply={(mapping) => applied.push(mapping)}
      onClose={() => undefined}
    />,
  );
  return applied;
}

const said = (columns: Mapping['columns']): Mapping => ({
  headerDigest: 'A'.repeat(22),
  channel: 'other',
  columns,
  decimalSign: ',',
  currency: 'EUR' as CurrencyCode,
  tax: 'included',
  prices: 'per_unit',
  perRow: [],
});

test('what was said about the columns shows in the first orders, and is taken by a key from within a field', () => {
  const mapping = said([
    {field: 'orderNumber', column: 'Vorgang'},
    {field: 'shipName', column: 'Wer'},
    {field: 'title', column: 'Was'},
    {field: 'quantity', column: 'Wieviel'},
    {field: 'total', column: 'Summe EUR'},
    {field: 'orderedAt', column: 'Wann'},
  ]);
  const applied = show({...wholesaler, choice: {mapping}});
  const orders = [...document.querySelectorAll('ol > li')].map(({textContent}) => textContent);
  fireEvent.keyDown(screen.getByRole('combobox', {name: 'Currency'}), {key: 'Enter', ctrlKey: true});
  expect([orders, applied]).toEqual([
    [expect.stringContaining('V-7725.00\u00a0EUR'), expect.stringContaining('V-789.50\u00a0EUR')],
    [mapping],
  ]);
});

test('a table cannot be read before its needed columns are named, and the reason is said', () => {
  const applied = show({...wholesaler, choice: {mapping: said([{field: 'orderNumber', column: 'Vorgang'}])}});
  const apply = screen.getByRole<HTMLButtonElement>('button', {name: /^Read the file so/});
  fireEvent.keyDown(screen.getByRole('combobox', {name: 'Currency'}), {key: 'Enter', ctrlKey: true});
  expect([apply.disabled, screen.queryByText('Say which column is the Ordered.') !== null, applied]).toEqual([
    true,
    true,
    [],
  ]);
});

test('columns with usual names are proposed, so that a person only looks and agrees', () => {
  const applied = show({
    ...wholesaler,
    header: ['Order ID', 'Order date', 'Product name', 'Quantity', 'Price', 'Currency'],
    sample: [{row: 2, cells: ['A1', '2026-11-20 10:00', 'Green tea', '2', '12.50', 'EUR']}],
  });
  fireEvent.click(screen.getByRole('button', {name: /^Read the file so/}));
  expect(applied[0]?.columns.map(({field, column}) => `${column}: ${field}`).toSorted()).toEqual([
    'Currency: currency',
    'Order ID: orderNumber',
    'Order date: orderedAt',
    'Price: unitPrice',
    'Product name: title',
    'Quantity: quantity',
  ]);
});
