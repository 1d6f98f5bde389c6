import * as spreadsheet from '@e965/xlsx';
import {strToU8, zipSync} from 'fflate';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {memorySource} from './bytes-in-memory.ts';
import {openTable} from './open-table.ts';
import type {TableWish} from './opened-table.ts';

type Parts = Readonly<Record<string, string>>;

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The least a workbook is made of; `more` adds parts or replaces them. */
function parts(sheet: string, more: Parts = {}): Parts {
  return {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${relations}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
}

function zipped(files: Parts): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Rows as `number cell|cell`, or the fault that ended it. */
async function read(bytes: Uint8Array<ArrayBuffer>, wish: TableWish = {}): Promise<unknown> {
  const table = await openTable(memorySource('orders.csv', bytes), wish);
  if (!table.ok) return table.fault;
  const walk = table.value.rows();
  const rows: string[] = [];
  for await (const batch of walk)
    for (const {row, cells, fault} of batch) rows.push(`${row} ${fault?.code ?? cells.join('|')}`);
  const end = walk.ended();
  return end === 'cancelled' || end.ok ? rows : end.fault;
}

const sheets: readonly (readonly [what: string, sheet: string, more: Parts, rows: readonly string[]])[] = [
  [
    'texts are shared or inline, with runs and without reading aids',
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>x</t></r><r><t> &amp; y</t></r></is></c></row>',
    {
      'xl/sharedStrings.xml':
        '<sst><si><t>A &lt;1&gt;</t></si><si><r><t>ru</t></r><r><rPr><b/></rPr><t xml:space="preserve">ns </t></r><rPh><t>aid</t></rPh></si></sst>',
    },
    ['1 A <1>|runs |x & y'],
  ],
  [
    'a formula gives its last result, also as a text, a truth or an error',
    '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"=cmd"</f><v>=cmd</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row>',
    {},
    ['1 2|=cmd|TRUE|#N/A|'],
  ],
  [
    'numbers are plain digits without the noise of floats',
    `<row>${['12.300000000000001', '1E+15', '0.1', '-1.50', '2.5E-7', '1234567890123456', '112-4567', '9007199254740993'].map((v) => `<c><v>${v}</v></c>`).join('')}</row>`,
    {},
    ['1 12.3|1000000000000000|0.1|-1.5|0.00000025|1234567890123456|112-4567|9007199254740993'],
  ],
  [
    'rows keep their numbers, cells their places',
    '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row><row r="5"><c r="AB5"><v>5</v></c></row><row r="6"/><row><c><v>7</v></c></row>',
    {},
    ['2 1||3', `5 ${'|'.repeat(27)}5`, '7 7'],
  ],
  [
    'days are dates where their format says so',
    '<row><c s="1"><v>40513.351388888892</v></c><c s="2"><v>44105</v></c><c s="0"><v>44105</v></c><c s="3"><v>0.5</v></c><c s="2"><v>59</v></c><c s="2"><v>60</v></c><c s="2"><v>61</v></c><c s="4"><v>1234</v></c><c s="5"><v>7</v></c><c t="d"><v>2026-10-02T10:20:30Z</v></c></row>',
    {
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;day&quot; #,##0.00 [Red]"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
    },
    [
      '1 2010-12-01 08:26:00|2020-10-01 00:00:00|44105|12:00:00|1900-02-28 00:00:00|1900-02-29 00:00:00|1900-03-01 00:00:00|01234|7|2026-10-02 10:20:30',
    ],
  ],
  [
    'an escaped newline is one, a long cell rejects its row',
    `<row><c t="inlineStr"><is><t>a_x000A_b</t></is></c></row><row><c t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`,
    {},
    ['1 a\nb', '2 intake.cell_too_long'],
  ],
  [
    'comments, sections and prefixes do not matter',
    '<!-- > <row> --><x:row><x:c t="str"><x:v><![CDATA[<b>]]></x:v></x:c></x:row>',
    {},
    ['1 <b>'],
  ],
];

test.each(sheets)('%s', async (_, sheet, more, rows) => {
  expect(await read(zipped(parts(sheet, more)))).toEqual(rows);
});

test('a workbook of an old Mac counts its days from 1904', async () => {
  const workbook = `<workbook xmlns:r="${relations}"><workbookPr date1904="1"/><sheets><sheet name="O" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
  const files = parts('<row><c s="0"><v>42643</v></c></row>', {'xl/workbook.xml': workbook, 'xl/styles.xml': styles});

  expect(await read(zipped(files))).toEqual(['1 2020-10-01 00:00:00']);
});

function bookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): spreadsheet.WorkBook {
  const book = spreadsheet.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
}

function saved(book: spreadsheet.WorkBook, bookType: 'xlsx' | 'biff8'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(spreadsheet.write(book, {bookType, type: 'array', compression: true}) as ArrayBuffer);
}

test('of several sheets the visible one with the most rows is read, or the one that is wished for', async () => {
  const book = bookOf({Notes: [['note']], Orders: [['order'], [1], [2]], Hidden: [['a'], [1], [2], [3]]});
  book.Workbook = {Sheets: [{}, {}, {Hidden: 1}]};
  const answers = [];
  for (const bookType of ['xlsx', 'biff8'] as const) {
    const bytes = saved(book, bookType);
    answers.push([await read(bytes), await read(bytes, {sheet: 'Notes'}), await read(bytes, {sheet: 'None'})]);
  }

  const each = [['1 order', '2 1', '3 2'], ['1 note'], {code: 'intake.sheet_unknown', values: {sheet: 'None'}}];
  expect(answers).toEqual([each, each]);
});

test('what another program wrote reads back equal', async () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', '<', '&', '"', '\n', 'é', '订', '_'),
      minLength: 1,
      maxLength: 8,
    }),
    fc.integer({min: -1e9, max: 1e9}),
    fc.integer({min: -1e6, max: 1e6}).map((cents) => cents / 100),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 6}),
      async (table) => {
        const rows = await read(saved(bookOf({Orders: table}), 'xlsx'));

        const lines = table.map((row, at) => ({at, cells: row.map(String)}));
        const expected = lines.filter(({cells}) => cells.some((text) => text.trim() !== ''));
        expect(rows).toEqual(expected.map(({at, cells}) => `${at + 1} ${cells.join('|')}`));
      },
    ),
    {numRuns: 60},
  );
});

const bomb = zipSync({
  ...Object.fromEntries(Object.entries(parts('')).map(([name, text]) => [name, strToU8(text)])),
  'xl/worksheets/sheet1.xml': new Uint8Array(64 * 2 ** 20).fill(32),
});
const whole = zipped(parts('<row><c><v>1</v></c></row>'.repeat(5_000)));
const tooMany = zipSync({
  ...Object.fromEntries(Object.entries(parts('')).map(([name, text]) => [name, strToU8(text)])),
  ...Object.fromEntries(Array.from({length: 10_001}, (_, at) => [`p/${at}`, new Uint8Array(0)])),
});

/** Turns bytes over from `from` on. */
function spoilt(bytes: Uint8Array<ArrayBuffer>, from: number): Uint8Array<ArrayBuffer> {
  return bytes.map((byte, at) => (at >= from && at < from + 40 ? byte ^ 0x5a : byte));
}

const refused: readonly (readonly [what: string, bytes: Uint8Array<ArrayBuffer>, code: string])[] = [
  ['one that would grow without measure', bomb, 'intake.archive_too_large'],
  ['one of too many parts', tooMany, 'intake.archive_too_large'],
  ['one that is cut off', whole.slice(0, whole.length - 30), 'intake.spreadsheet_damaged'],
  ['one with a spoilt directory', spoilt(whole, whole.length - 100), 'intake.spreadsheet_damaged'],
  [
    'one whose sheet is missing',
    zipped({...parts(''), 'xl/_rels/workbook.xml.rels': '<Relationships/>'}),
    'intake.spreadsheet_damaged',
  ],
  ['one whose sheet breaks off', zipped(parts('<row><c><v>1</v>')), 'intake.spreadsheet_damaged'],
  ['one with impossible places', zipped(parts('<row><c r="ZZZZZ1"><v>1</v></c></row>')), 'intake.spreadsheet_damaged'],
];

test.each(refused)('a workbook is refused: %s', async (_, bytes, code) => {
  expect(await read(bytes)).toEqual({code, values: {}});
});

test('a workbook behind a password is told apart, new and old', async () => {
  const container = spreadsheet.CFB.utils.cfb_new() as unknown;
  for (const name of ['/EncryptionInfo', '/EncryptedPackage']) {
    spreadsheet.CFB.utils.cfb_add(container, name, new Uint8Array(5_000));
  }
  const old = spreadsheet.CFB.utils.cfb_new() as unknown;
  // The first record of a BIFF8 stream, and the record that says it is encrypted.
  const stream = [0x09, 0x08, 0x04, 0, 0, 0x06, 0x05, 0, 0x2f, 0, 0x02, 0, 0, 0];
  spreadsheet.CFB.utils.cfb_add(old, '/Workbook', Uint8Array.from([...stream, ...new Uint8Array(5_000)]));
  const files = [container, old].map(
    (file) => new Uint8Array(spreadsheet.CFB.write(file, {type: 'array'}) as ArrayLike<number>),
  );

  expect(await Promise.all(files.map((bytes) => read(bytes)))).toEqual([
    {code: 'intake.password_protected', values: {}},
    {code: 'intake.password_protected', values: {}},
  ]);
});
