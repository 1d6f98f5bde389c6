import {expect, test} from 'vitest';
import {account, readRows} from '../testing/read-orders.ts';
import {readFile} from './read-file.ts';
import {memorySource} from './table/bytes-in-memory.ts';

const header =
  'Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';

function shopify(...rows: readonly string[]) {
  return readRows([header, ...rows]);
}

async function faultOf(text: string) {
  const reading = await readFile(memorySource('orders.csv', new TextEncoder().encode(text)), {mappings: []});
  return reading !== 'cancelled' && !reading.ok ? reading.fault : undefined;
}

async function rejectionsOf(...rows: readonly string[]) {
  return (await shopify(...rows)).rejected;
}

test('preambles, separator lines, repeated headers, counts and totals around a table are no data rows', async () => {
  const reading = await readRows([
    'Orders report generated 2 October 2026',
    'sep=,',
    header,
    '#1,a@b.example,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG',
    header,
    ',,,,,,,,,',
    '#2,a@b.example,paid,2026-03-12T09:00:00Z,EUR,7.00,1,Cup,7.00,CUP',
    'Total,,,,,12.00,,,,',
    '2,record(s) downloaded,,,,,,,,',
    'Seller ID : example-seller,,,,,,,,,',
    '2,record(s) downloaded,from,Mar-01-26,00:00:00,to,Mar-31-26',
  ]);

  expect([account(reading), reading.table.headerRow, reading.asks]).toEqual([
    {format: 'shopify', rows: 2, used: 2, rejects: [], orders: 2, lines: 2, totals: {EUR: 1200}},
    3,
    [],
  ]);
});

test('a file with a header only has no rows, and an empty file is empty', async () => {
  expect([await faultOf(`${header}\n`), (await faultOf(''))?.code]).toEqual([
    {code: 'intake.no_rows', values: {}},
    'intake.file_empty',
  ]);
});

test('a column that stands twice is read once when both say the same and refuses the file when not', async () => {
  const twice = `${header},Total`;
  const row = '#1,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG';

  expect([await faultOf(`${twice}\n${row},5.00\n`), await faultOf(`${twice}\n${row},6.00\n`)]).toEqual([
    undefined,
    {code: 'intake.column_twice', values: {column: 'Total', row: 2}},
  ]);
});

test('a formula stays text where text is meant and is no amount where an amount is meant', async () => {
  const reading = await shopify(
    `#1,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,"=cmd|' /C calc'!A0",5.00,MUG`,
    `#2,,paid,2026-03-12T09:00:00Z,EUR,"=cmd|' /C calc'!A0",1,Mug,5.00,MUG`,
    '="#3",,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,"=""0123"""',
  );

  expect([
    reading.orders.map(({channelOrderId, lines}) => [channelOrderId, lines?.[0]?.sku, lines?.[0]?.title]),
    reading.rejected,
  ]).toEqual([
    [
      ['#1', 'MUG', "=cmd|' /C calc'!A0"],
      ['#3', '0123', 'Mug'],
    ],
    [{row: 3, fault: {code: 'intake.bad_amount', values: {row: 3, column: 'Total'}}}],
  ]);
});

test('an order in two currencies is left out, two orders in two currencies are not', async () => {
  const reading = await shopify(
    '#1,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG',
    '#1,,paid,2026-03-12T09:00:00Z,USD,5.00,1,Mug,5.00,MUG',
    '#2,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG',
    '#3,,paid,2026-03-12T09:00:00Z,USD,7.00,1,Mug,7.00,MUG',
  );

  expect([reading.totals, reading.rejected]).toEqual([
    {EUR: 500, USD: 700},
    [
      {row: 2, fault: {code: 'intake.order_incomplete', values: {row: 2, cause: 3}}},
      {row: 3, fault: {code: 'intake.mixed_currencies', values: {row: 3, first: 'EUR', second: 'USD'}}},
    ],
  ]);
});

test('each row that cannot be read says why', async () => {
  const rejected = await rejectionsOf(
    ',,,,,,1,Mug,5.00,MUG',
    '#2,,paid,yesterday,EUR,5.00,1,Mug,5.00,MUG',
    '#3,,paid,,EUR,5.00,1,Mug,5.00,MUG',
    '#4,,paid,2026-03-12T09:00:00Z,EUR,5.00,some,Mug,5.00,MUG',
    '#5,,paid,2026-03-12T09:00:00Z,EUR,five,1,Mug,5.00,MUG',
    '#6,,paid,2026-03-12T09:00:00Z,QQQ,5.00,1,Mug,5.00,MUG',
    '5.83871E+17,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG',
    '#8,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG,left,over',
    `#9,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,${'S'.repeat(81)}`,
  );

  expect(rejected.map(({row, fault}) => `${String(row)} ${fault.code}`)).toEqual([
    '2 intake.no_order_number',
    '3 intake.bad_date',
    '4 intake.no_date',
    '5 intake.bad_quantity',
    '6 intake.bad_amount',
    '7 intake.unknown_currency',
    '8 intake.order_number_rounded',
    '9 intake.cells_beyond_header',
    '10 intake.cell_too_long',
  ]);
});

test('dates in two orders: the fewer ones are left out by name, and a person is asked', async () => {
  const reading = await shopify(
    '#1,,paid,13/02/2026,EUR,5.00,1,Mug,5.00,MUG',
    '#2,,paid,14/02/2026,EUR,5.00,1,Mug,5.00,MUG',
    '#3,,paid,02/15/2026,EUR,5.00,1,Mug,5.00,MUG',
  );

  expect([reading.asks, reading.used, reading.rejected]).toEqual([
    ['dateOrder'],
    2,
    [{row: 4, fault: {code: 'intake.date_two_ways', values: {row: 4, column: 'Created at'}}}],
  ]);
});

test('the order of day and month is asked for when no date of the file shows it, until somebody says it', async () => {
  const rows = [header, '#1,,paid,03/04/2026,EUR,5.00,1,Mug,5.00,MUG'];
  const [unsaid, said] = [await readRows(rows), await readRows(rows, {choice: {dateOrder: 'mdy'}})];

  expect([unsaid.asks, said.asks, said.orders[0]?.orderedAt]).toEqual([['dateOrder'], [], Date.UTC(2026, 2, 4)]);
});

test('a point before three digits is left out where the file writes numbers in both ways', async () => {
  const reading = await shopify(
    '#1,,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG',
    '#2,,paid,2026-03-12T09:00:00Z,EUR,"7,50",1,Mug,"7,50",MUG',
    '#3,,paid,2026-03-12T09:00:00Z,EUR,1.234,1,Mug,1.234,MUG',
  );

  expect([reading.totals, reading.rejected.map(({fault}) => fault.code)]).toEqual([
    {EUR: 1250},
    ['intake.amount_two_ways'],
  ]);
});

test('a price that could be a thousand or one is left out where no other amount of the file shows which', async () => {
  const reading = await shopify(
    '#1,,paid,2026-03-12T09:00:00Z,EUR,,1,Mug,1.234,MUG',
    '#2,,paid,2026-03-12T09:00:00Z,JPY,,1,Mug,"1,234",MUG',
  );

  expect([reading.totals, reading.rejected]).toEqual([
    {JPY: 1234},
    [{row: 2, fault: {code: 'intake.amount_two_ways', values: {row: 2, column: 'Lineitem price'}}}],
  ]);
});

test('a table that nobody knows tells its header and rows and uses none', async () => {
  const reading = await readRows(['Colour,Mood', 'red,good', 'blue,bad']);

  expect([account(reading), reading.confidence, reading.table.header, reading.asks]).toEqual([
    {
      format: 'unknown',
      rows: 2,
      used: 0,
      rejects: ['2 intake.unknown_format', '3 intake.unknown_format'],
      orders: 0,
      lines: 0,
      totals: {},
    },
    0,
    ['Colour', 'Mood'],
    ['format'],
  ]);
});

test('reading ends at once and leaves nothing when it is cancelled', async () => {
  const rows = Array.from(
    {length: 50_000},
    (_, at) => `#${String(at)},,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG`,
  );
  const bytes = new TextEncoder().encode([header, ...rows].join('\n'));
  const paces: number[] = [];
  const reading = await readFile(
    memorySource('orders.csv', bytes),
    {mappings: []},
    {
      step: (done) => {
        paces.push(done);
        return Promise.resolve(paces.length < 2);
      },
    },
  );

  expect([reading, paces.length]).toEqual(['cancelled', 2]);
});
