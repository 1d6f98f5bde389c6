import fc from 'fast-check';
import {expect, test} from 'vitest';

import {copiedTable} from './copy.ts';

type Cell = string | number;

function copied(...rows: readonly (readonly Cell[])[]): ReturnType<typeof copiedTable> {
  const width = rows[0]?.length ?? 0;
  return copiedTable<readonly Cell[]>(
    Array.from({length: width}, (_, at) => ({text: (row) => row[at] ?? ''})),
    rows,
  );
}

test('rows become lines and cells, and a cell with a quote, tab or line break is quoted as spreadsheets do', () => {
  const {tsv} = copied(['TW-1', 'Jean "JJ" Dupont', 12.5], ['TW-2', 'Main St 1\nBerlin', -3]);
  expect(tsv).toBe('TW-1\t"Jean ""JJ"" Dupont"\t12.5\r\nTW-2\t"Main St 1\nBerlin"\t-3');
});

test.each(['=1+1', '+49 151 2345', '-2+3', '@SUM(A1)', '  =1+1', '\t=1+1', '＝1+1', "=cmd|' /C calc'!A0"])(
  'the text %j never runs as a formula',
  (text) => {
    const {tsv, html} = copied([text]);
    expect(tsv).toMatch(/^"?'/u);
    expect(html).toMatch(/<td[^>]*>'/u);
  },
);

test('numbers stay numbers, also negative ones, whatever the decimal sign of the sheet', () => {
  const {tsv, html} = copied([-12.5, 0, 1_000_000, Number.NaN]);
  expect(tsv).toBe('-12.5\t0\t1000000\t');
  expect(html).toContain('<td x:num="-12.5" sdval="-12.5">-12.5</td>');
});

test('a tracking number and a HS code are marked as text, so that no digit is lost', () => {
  const {html} = copied(['00340434161094012345']);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">00340434161094012345</td>`);
});

test('what a buyer typed cannot break out of the table', () => {
  const {html} = copied(['<img src=x onerror="alert(1)"> & more\r\nsecond line']);
  expect(html).toContain(
    '>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more<br style="mso-data-placement:same-cell">second line</td>',
  );
});

test('whatever text is copied, reading the lines back as a spreadsheet does gives that text', () => {
  const cells = fc.array(fc.array(fc.string(), {minLength: 3, maxLength: 3}), {minLength: 1});
  fc.assert(
    fc.property(cells, (rows) => {
      const read = readBack(copied(...rows).tsv).map((line) =>
        line.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')),
      );
      expect(read).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, ''))));
    }),
  );
});

/** A spreadsheet's reading of tab-separated text. */
function readBack(tsv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|$)/gu;
  for (const [, quoted, bare, end] of tsv.matchAll(cell)) {
    lines.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines;
}
