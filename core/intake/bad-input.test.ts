import * as spreadsheet from '@e965/xlsx';
import {strToU8, zipSync} from 'fflate';
import {expect, test} from 'vitest';
import type {ByteSource} from './byte-source.ts';
import {readFile} from './read-file.ts';
import {memorySource} from './table/bytes-in-memory.ts';

const header =
  'Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
const good = '#1,a@b.example,paid,2026-03-12T09:00:00Z,EUR,5.00,1,Mug,5.00,MUG';

function orders(...rows: readonly string[]): ByteSource {
  return bytes(new TextEncoder().encode(`${[header, good, ...rows].join('\n')}\n`));
}

function bytes(content: Uint8Array<ArrayBuffer>): ByteSource {
  return memorySource('orders.csv', content);
}

/** A row of another order in which one cell is bad. */
function bad({at = '2026-03-12T09:00:00Z', total = '5.00', quantity = '1', title = 'Mug', currency = 'EUR'}): string {
  return `#2,,paid,${at},${currency},${total},${quantity},${title},5.00,MUG`;
}

/** The refusal of a whole file, or what was used and why rows were not. */
async function told(source: ByteSource): Promise<unknown> {
  const reading = await readFile(source, {mappings: []});
  if (reading === 'cancelled') return reading;
  if (!reading.ok) return reading.fault;
  const {used, rejected} = reading.value;
  return [used, ...rejected.map(({row, fault}) => `${String(row)} ${fault.code}`)];
}

const huge: ByteSource = {...orders(), size: 2 ** 40, read: () => Promise.reject(new Error('never read'))};

const growing = (): ByteSource => {
  let asked = 0;
  return {...orders(), stamp: () => Promise.resolve(String((asked += 1)))};
};

function bomb(): ByteSource {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="O" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return bytes(
    zipSync({...Object.fromEntries(texts), 'xl/worksheets/sheet1.xml': new Uint8Array(64 * 2 ** 20).fill(32)}),
  );
}

function locked(): ByteSource {
  const container = spreadsheet.CFB.utils.cfb_new() as unknown;
  for (const name of ['/EncryptionInfo', '/EncryptedPackage']) {
    spreadsheet.CFB.utils.cfb_add(container, name, new Uint8Array(5_000));
  }
  return bytes(new Uint8Array(spreadsheet.CFB.write(container, {type: 'array'}) as ArrayLike<number>));
}

const program = Uint8Array.from({length: 4_000}, (_, at) => (at * 7919) & 0xff);

const whole: readonly (readonly [what: string, source: ByteSource, fault: object])[] = [
  ['an empty file', bytes(new Uint8Array(0)), {code: 'intake.file_empty', values: {}}],
  ['a header only', bytes(new TextEncoder().encode(header)), {code: 'intake.no_rows', values: {}}],
  ['a file beyond every memory', huge, {code: 'intake.file_too_large', values: {limitMb: 512}}],
  ['a program called .csv', bytes(program), {code: 'intake.not_text', values: {}}],
  ['a workbook that would grow without measure', bomb(), {code: 'intake.archive_too_large', values: {}}],
  ['a workbook behind a password', locked(), {code: 'intake.password_protected', values: {}}],
  ['a file that changes while it is read', growing(), {code: 'intake.file_changed', values: {}}],
];

test.each(whole)('%s is refused as a whole, by name', async (_, source, fault) => {
  expect(await told(source)).toEqual(fault);
});

test('a column that stands twice and says two things refuses the file', async () => {
  const text = `${header},Total\n${good},6.00\n`;

  expect(await told(bytes(new TextEncoder().encode(text)))).toEqual({
    code: 'intake.column_twice',
    values: {column: 'Total', row: 2},
  });
});

const rows: readonly (readonly [what: string, source: ByteSource, outcome: readonly unknown[]])[] = [
  ['quotes that are never closed', orders(bad({title: '"Mug'})), [1, '3 intake.broken_quotes']],
  ['a formula where an amount is meant', orders(bad({total: '=cmd'})), [1, '3 intake.bad_amount']],
  ['a formula where a name is meant', orders(bad({title: '=cmd'})), [2]],
  ['NUL bytes', orders(bad({title: 'M\0g'})), [1, '3 intake.nul_bytes']],
  [
    'one order in two currencies',
    orders(bad({}), bad({currency: 'USD'})),
    [1, '3 intake.order_incomplete', '4 intake.mixed_currencies'],
  ],
  ['two orders in two currencies', orders(bad({currency: 'USD'})), [2]],
  [
    'dates written in two orders',
    orders(
      bad({at: '13/02/2026'}),
      bad({at: '14/02/2026'}).replace('#2', '#3'),
      bad({at: '02/15/2026'}).replace('#2', '#4'),
    ),
    [3, '5 intake.date_two_ways'],
  ],
  ['a quantity below zero', orders(bad({quantity: '-1', total: '-5.00'})), [2]],
  ['a quantity that is none', orders(bad({quantity: 'many'})), [1, '3 intake.bad_quantity']],
  ['a cell of 100,000 characters', orders(bad({title: 'x'.repeat(100_000)})), [1, '3 intake.cell_too_long']],
];

test.each(rows)('%s: rows that cannot be used say why, and the others are read', async (_, source, outcome) => {
  expect(await told(source)).toEqual(outcome);
});
