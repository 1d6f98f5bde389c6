import {zipSync} from 'fflate';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {encodedText} from '../../testing/encoded-text.ts';
import type {ByteSource, Pace} from '../byte-source.ts';
import {memorySource} from './bytes-in-memory.ts';
import {openTable} from './open-table.ts';
import type {TableEnd, TableRow, TableWish} from './opened-table.ts';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function readAll(
  source: ByteSource,
  {wish, pace}: {readonly wish?: TableWish; readonly pace?: Pace} = {},
): Promise<{rows: TableRow[]; end: TableEnd}> {
  const table = await openTable(source, wish);
  if (!table.ok) return {rows: [], end: table};
  const walk = table.value.rows(pace);
  const rows: TableRow[] = [];
  for await (const batch of walk) rows.push(...batch);
  return {rows, end: walk.ended()};
}

async function faultOf(source: ByteSource): Promise<unknown> {
  const {end} = await readAll(source);
  return end === 'cancelled' || end.ok ? end : end.fault;
}

const noise = Uint8Array.from({length: 5_000}, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff);

const refused: readonly (readonly [what: string, bytes: Uint8Array<ArrayBuffer>, fault: object])[] = [
  ['an empty file', latin(''), {code: 'intake.file_empty', values: {}}],
  ['a file of blank lines', latin('\r\n  \r\n'), {code: 'intake.file_empty', values: {}}],
  ['a mark and nothing else', latin('\xef\xbb\xbf'), {code: 'intake.file_empty', values: {}}],
  ['bytes without meaning', noise, {code: 'intake.not_text', values: {}}],
  ['a file of zeros', new Uint8Array(4_000), {code: 'intake.not_text', values: {}}],
  ['a PDF', latin('%PDF-1.7\n1 0 obj'), {code: 'intake.not_a_table', values: {kind: 'PDF'}}],
  ['a picture', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), {code: 'intake.not_a_table', values: {kind: 'PNG'}}],
  ['a program', latin('MZ\x90\0\x03\0\0\0'), {code: 'intake.not_a_table', values: {kind: 'EXE'}}],
  ['an archive', zipSync({'a.csv': utf8('a,b')}), {code: 'intake.not_a_table', values: {kind: 'ZIP'}}],
  ['a letter', zipSync({'word/document.xml': utf8('<w/>')}), {code: 'intake.not_a_table', values: {kind: 'DOCX'}}],
  ['half an archive', zipSync({'a.csv': utf8('a,b')}).slice(0, 30), {code: 'intake.spreadsheet_damaged', values: {}}],
  ['JSON', utf8('[{"order": 1}]'), {code: 'intake.not_a_table', values: {kind: 'JSON'}}],
  ['XML', utf8('<?xml version="1.0"?><rss/>'), {code: 'intake.not_a_table', values: {kind: 'XML'}}],
  ['a page without a table', utf8('<html><p>Sign in</p>'), {code: 'intake.not_a_table', values: {kind: 'HTML'}}],
];

test.each(refused)('%s is refused by what it holds, whatever it is called', async (_, bytes, fault) => {
  expect(await faultOf(memorySource('orders.csv', bytes))).toEqual(fault);
});

test('a file beyond every measure is refused before a byte of it is read', async () => {
  const huge: ByteSource = {
    name: 'orders.csv',
    size: 2 ** 40,
    read: () => Promise.reject(new Error('never read')),
    stamp: () => Promise.resolve(''),
  };

  expect(await faultOf(huge)).toEqual({code: 'intake.file_too_large', values: {limitMb: 512}});
});

const text = `a,b\n${'1,2\n'.repeat(400_000)}`;
const changing: readonly (readonly [what: string, change: (source: ByteSource) => ByteSource])[] = [
  [
    'its stamp is another at the end',
    (source) => {
      let asked = 0;
      return {...source, stamp: () => Promise.resolve(String(asked++))};
    },
  ],
  [
    'it has become shorter',
    (source) => ({...source, read: (from, below) => source.read(from, Math.min(below, 900_000))}),
  ],
  [
    'it cannot be read any more',
    (source) => ({
      ...source,
      read: (from, below) => (from > 900_000 ? Promise.reject(new Error('gone')) : source.read(from, below)),
    }),
  ],
  ['it is gone at once', (source) => ({...source, stamp: () => Promise.reject(new Error('gone'))})],
];

test.each(changing)('a file that changes while it is read is not believed: %s', async (_, change) => {
  expect(await faultOf(change(memorySource('orders.csv', utf8(text))))).toEqual({
    code: 'intake.file_changed',
    values: {},
  });
});

test('reading can be cancelled between two pieces, and tells how far it has come', async () => {
  const steps: number[] = [];
  const pace: Pace = {step: (done) => Promise.resolve(steps.push(done) < 3)};

  const {rows, end} = await readAll(memorySource('orders.csv', utf8(text)), {pace});

  expect([end, steps, rows.length > 1000, rows.length < 400_000]).toEqual([
    'cancelled',
    [0, 65_536, 589_824],
    true,
    true,
  ]);
});

test('a walk that is left early counts as cancelled, and the table can be read again', async () => {
  const table = await openTable(memorySource('orders.csv', utf8(text)));
  const opened = must(table.ok ? table.value : null, 'it is a table');
  const first = opened.rows();
  for await (const _ of first) break;
  let rows = 0;
  const second = opened.rows();
  for await (const batch of second) rows += batch.length;

  expect([first.ended(), second.ended(), rows]).toEqual(['cancelled', {ok: true, value: null}, 400_001]);
});

test('a text that is English for megabytes is read in the encoding of its first foreign name', async () => {
  const bytes = latin(`id,name\n${'1,Smith\n'.repeat(200_000)}2,M\xfcller\n`);

  const {rows} = await readAll(memorySource('orders.csv', bytes));

  expect(rows.at(-1)).toEqual({row: 200_002, cells: ['2', 'Müller']});
});

const separated: readonly (readonly [text: string, separator: string])[] = [
  ['a,b,c\n1,2;x,3\n', ','],
  ['a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n', ';'],
  ['a\tb\tc\n1,2,3,4\tx;y\tz\n', '\t'],
  ['a|b|c\n1|2|3\n', '|'],
  ['Report of October, all; sorted\nsep=;\na;b\n1,5;2,5\n', ';'],
  ['"sep=|"\na,b,c|d\n', '|'],
  ['order\n1\n2\n', ','],
  ['name;note\n"a, b, c";"d, e, f"\n"g, h, i";"j, k, l"\n', ';'],
];

test.each(separated)('what separates is told by the text: %j', async (content, separator) => {
  const table = await openTable(memorySource('orders.txt', utf8(content)));

  expect(table.ok && table.value.separator).toBe(separator);
});

test('a person may say otherwise, and an encoding nobody knows is a question', async () => {
  const source = memorySource('orders.csv', latin('a;\xe9,b\n'));
  const wished = await readAll(source, {wish: {encoding: 'windows-1251', separator: ','}});
  const unknown = await readAll(source, {wish: {encoding: 'klingon'}});

  expect([wished.rows, unknown.end]).toEqual([
    [{row: 1, cells: ['a;й', 'b']}],
    {ok: false, fault: {code: 'intake.encoding_unknown', values: {encoding: 'klingon'}}},
  ]);
});

test('an export reads back equal in every encoding, with every separator, newline and way of quoting', async () => {
  const names = ['Jörg Müller', 'Zoë Groß', 'José Muñoz', 'André Lefèvre'];
  const header = ['Order number', 'Buyer', 'Total', 'Note'];
  const row = fc.tuple(
    fc.nat(),
    fc.constantFrom(...names),
    fc.nat(),
    fc.constantFrom('', 'said "hi"', 'two\nlines', 'a, b'),
  );
  const form = fc.record({
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'gb18030'),
    hasMark: fc.boolean(),
    separator: fc.constantFrom(',', ';', '\t'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 8, maxLength: 20}), form, async (data, how) => {
      const table = [header, ...data.map((cells) => cells.map(String))];
      const quote = (cell: string): string =>
        how.quotesAll || /["\n]/.test(cell) || cell.includes(how.separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
      const mark = how.hasMark && how.encoding.startsWith('utf') ? '\uFEFF' : '';
      const content = mark + table.map((cells) => cells.map(quote).join(how.separator)).join(how.newline);
      const bytes = must(encodedText(content, how.encoding), 'every encoding here has these letters');

      const {rows, end} = await readAll(memorySource('orders', bytes));

      expect([rows.map(({cells}) => cells), end]).toEqual([table, {ok: true, value: null}]);
    }),
    {numRuns: 200},
  );
});
