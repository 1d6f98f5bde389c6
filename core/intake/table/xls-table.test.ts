import * as spreadsheet from '@e965/xlsx';
import {expect, test} from 'vitest';
import {memorySource} from './bytes-in-memory.ts';
import {openTable} from './open-table.ts';

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const table = await openTable(memorySource('orders.xls', bytes));
  if (!table.ok) return table.fault;
  const walk = table.value.rows();
  const rows: string[] = [];
  for await (const batch of walk) for (const {row, cells} of batch) rows.push(`${row} ${cells.join('|')}`);
  return [table.value.container, ...rows];
}

function written(bookType: spreadsheet.BookType): Uint8Array<ArrayBuffer> {
  const sheet = spreadsheet.utils.aoa_to_sheet([
    ['order', 'buyer', 'total', 'day', 'postcode'],
    [],
    ['1001', 'Müller 订', 12.3],
  ]);
  sheet['D3'] = {t: 'n', v: 40_513.351_388_888_89, z: 'dd/mm/yyyy hh:mm'};
  sheet['E3'] = {t: 'n', v: 1234, z: '00000'};
  sheet['!ref'] = 'A1:E3';
  const book = spreadsheet.utils.book_new();
  spreadsheet.utils.book_append_sheet(book, sheet, 'Orders');
  return new Uint8Array(spreadsheet.write(book, {bookType, type: 'array'}) as ArrayBuffer);
}

const header = '1 order|buyer|total|day|postcode';

test('an old workbook gives its cells as the new one does', async () => {
  const books = await Promise.all([written('biff8'), written('xlsx')].map(read));

  const rows = [header, '3 1001|Müller 订|12.3|2010-12-01 08:26:00|01234'];
  expect(books).toEqual([
    ['xls', ...rows],
    ['xlsx', ...rows],
  ]);
});

test('a workbook written as XML is read as well', async () => {
  expect(await read(written('xlml'))).toEqual(['xls', header, '3 1001|Müller 订|12.3|2010-12-01 08:26:00|01234']);
});

test('a page with a table that calls itself a workbook keeps its texts as they stand', async () => {
  const page =
    '<html><meta charset="utf-8"><table><tr><th>order</th><th>zip</th></tr><tr><td>1001</td><td>01234</td></tr></table>';

  expect(await read(new TextEncoder().encode(page))).toEqual(['xls', '1 order|zip', '2 1001|01234']);
});

test('a damaged old workbook, and a letter of that time, are named', async () => {
  const letter = spreadsheet.CFB.utils.cfb_new() as unknown;
  spreadsheet.CFB.utils.cfb_add(letter, '/WordDocument', new Uint8Array(5_000));
  const bytes = new Uint8Array(spreadsheet.CFB.write(letter, {type: 'array'}) as ArrayLike<number>);

  expect([await read(written('biff8').slice(0, 700)), await read(bytes)]).toEqual([
    {code: 'intake.spreadsheet_damaged', values: {}},
    {code: 'intake.not_a_table', values: {kind: 'DOC'}},
  ]);
});
