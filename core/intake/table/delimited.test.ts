import fc from 'fast-check';
import {expect, test} from 'vitest';
import {delimitedReader} from './delimited.ts';
import {tableLimits} from './limits.ts';
import type {TableRow} from './opened-table.ts';

function read(text: string, separator = ',', pieceChars = text.length): TableRow[] {
  const reader = delimitedReader(separator);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += pieceChars) rows.push(...reader.push(text.slice(at, at + pieceChars)));
  return [...rows, ...reader.finish()];
}

/** Each row in a line: its number, its cells between bars, and the code of its fault. */
function picture(rows: readonly TableRow[]): string[] {
  return rows.map(({row, cells, fault}) => `${row} ${cells.join('|')}${fault ? ` !${fault.code}` : ''}`);
}

const readings: readonly (readonly [what: string, text: string, separator: string, rows: readonly string[]])[] = [
  ['lines may end with CR, LF or both', 'a,b\r\n1,2\n3,4\r5,6', ',', ['1 a|b', '2 1|2', '3 3|4', '4 5|6']],
  ['blank lines are left out and counted', 'a,b\n\n1,2\n , \n3,4\n', ',', ['1 a|b', '3 1|2', '5 3|4']],
  ['empty cells at both ends stay', ',a,\n', ',', ['1 |a|']],
  ['a quoted cell holds separators and newlines', 'a,b\n"1,\r\n5",2\n3,4', ',', ['1 a|b', '2 1,\r\n5|2', '3 3|4']],
  ['doubled quotes are one', '"say ""hi""",b', ',', ['1 say "hi"|b']],
  ['a quote inside a cell is a letter', '27" screen,5\'10",b', ',', ['1 27" screen|5\'10"|b']],
  ['spaces behind a closing quote are dropped', '"a" ,b', ',', ['1 a|b']],
  ['letters behind a closing quote make both literal', '"Best" shirt,b\n1,2', ',', ['1 "Best" shirt|b', '2 1|2']],
  ['quotes inside a quoted cell are kept', '"27" wide","b"', ',', ['1 27" wide|b']],
  ['a formula of text stays as written', '="0123",b', ',', ['1 ="0123"|b']],
  ['rows may differ in length', 'report\na,b,c\n1', ',', ['1 report', '2 a|b|c', '3 1']],
  ['a last quoted cell needs no newline', 'a,"b"', ',', ['1 a|b']],
  ['a bar separates as well', 'a|b\n1|"2|3"', '|', ['1 a|b', '2 1|2|3']],
  [
    'a quote never closed costs its own row',
    'a,b,c\n1,"oops,3\n4,5,6\n7,8,9\n',
    ',',
    ['1 a|b|c', '2 1|"oops|3 !intake.broken_quotes', '3 4|5|6', '4 7|8|9'],
  ],
  [
    'what is left of a broken row goes with it',
    'a,b,c\n1,"oops\nrest of it\n4,5,6\n',
    ',',
    ['1 a|b|c', '2 1|"oops\nrest of it !intake.broken_quotes', '3 4|5|6'],
  ],
  [
    "where nobody quotes, an inch mark at a cell's end does not close what began rows before",
    'a\tb\tc\n1\t"Best of\t3\n4\t5\t6\n7\tscreen 27"\t9\n',
    '\t',
    ['1 a|b|c', '2 1|"Best of|3 !intake.broken_quotes', '3 4|5|6', '4 7|screen 27"|9'],
  ],
  ['a NUL rejects its row', 'a,b\n1\0,2\n3,4', ',', ['1 a|b', '2 1\0|2 !intake.nul_bytes', '3 3|4']],
];

test.each(readings)('%s', (_, text, separator, rows) => {
  const cuts = [1, 2, 3, 7, text.length];

  expect(cuts.map((cut) => picture(read(text, separator, cut)))).toEqual(cuts.map(() => rows));
});

test('a cell longer than a spreadsheet can hold rejects its row, and the rest is read', () => {
  const long = 'x'.repeat(100_000);
  const rows = read(`a,b\n1,${long}\n2,"${long}"\n3,4\n`, ',', 999);

  expect(rows.map(({row, fault}) => [row, fault])).toEqual([
    [1, undefined],
    [2, {code: 'intake.cell_too_long', values: {row: 2, length: 100_000, limit: 32_767}}],
    [3, {code: 'intake.cell_too_long', values: {row: 3, length: 100_000, limit: 32_767}}],
    [4, undefined],
  ]);
});

test('a row with more cells than a spreadsheet has columns is rejected', () => {
  const rows = read(`a,b\n${','.repeat(40_000)}x\n1,2\n`);

  expect(rows.map(({row, fault}) => [row, fault?.code])).toEqual([
    [1, undefined],
    [2, 'intake.too_many_cells'],
    [3, undefined],
  ]);
});

test('a record that never ends costs its row and no memory', () => {
  const rows = read(`a,b\n${'x'.repeat(tableLimits.recordCharsMax + 5e6)}\n1,2\n`, ',', 2 ** 20);

  expect(rows.map(({row, fault}) => [row, fault?.code])).toEqual([
    [1, undefined],
    [2, 'intake.cell_too_long'],
    [3, undefined],
  ]);
});

test('a quote opened in a long file loses one row, whatever follows', () => {
  const lines = Array.from({length: 60_000}, (_, at) => `${at},some words about it,${at * 2}`);
  const text = ['a,b,c', '1,"broken,2', ...lines].join('\r\n');

  const rows = read(text, ',', 2 ** 19);

  expect([rows.length, rows.filter(({fault}) => fault).map(({row}) => row)]).toEqual([60_002, [2]]);
});

const cell = fc.oneof(
  fc.string({maxLength: 8}),
  fc.string({unit: fc.constantFrom('a', '"', ',', ';', '|', '\t', '\n', '\r', ' ', '€', '订'), maxLength: 8}),
);

/** A table, how it is written, and how its text is cut. */
const written = fc.record({
  table: fc.array(fc.array(cell, {minLength: 1, maxLength: 5}), {maxLength: 6}),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  endsWithNewline: fc.boolean(),
  pieceChars: fc.integer({min: 1, max: 20}),
});

test('every table that is written as RFC 4180 says reads back equal, however its text is cut', () => {
  fc.assert(
    fc.property(written, ({table, separator, newline, quotesAll, endsWithNewline, pieceChars}) => {
      // Where nobody quotes, a cell of several lines and separators is taken for rows: such tables are another test's.
      const isUnquoted = separator === '\t' || separator === '|';
      const cells = table
        .map((row) => row.map((each) => each.replaceAll('\0', '')))
        .map((row) => (isUnquoted ? row.map((each) => each.replaceAll(separator, ' ')) : row));
      const needsQuotes = (text: string): boolean => /["\r\n]/.test(text) || text.includes(separator);
      const quote = (text: string): string =>
        quotesAll || needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const text = cells.map((row) => row.map(quote).join(separator)).join(newline) + (endsWithNewline ? newline : '');

      const rows = read(text, separator, pieceChars);

      const isBlank = (row: readonly string[]): boolean => row.every((each) => each.trim() === '');
      const expected = cells.map((row, at) => ({row: at + 1, cells: row})).filter((each) => !isBlank(each.cells));
      expect(rows).toEqual(expected);
    }),
    {numRuns: 500},
  );
});

test('whatever a text holds, how it is cut changes nothing', () => {
  const letters = fc.string({unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\0'), maxLength: 40});
  fc.assert(
    fc.property(letters, fc.integer({min: 1, max: 9}), (text, pieceChars) => {
      expect(read(text, ',', pieceChars)).toEqual(read(text));
    }),
    {numRuns: 1000},
  );
});
