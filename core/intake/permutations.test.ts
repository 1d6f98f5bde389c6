import fc from 'fast-check';
import {expect, test} from 'vitest';
import {encodedText} from '../testing/encoded-text.ts';
import {readBytes} from '../testing/read-orders.ts';
import type {FileReading} from './reading.ts';

const table = [
  [
    'Name',
    'Email',
    'Financial Status',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Shipping Name',
    'Shipping Zip',
    'Shipping Country',
    'Notes',
    'Tags',
  ],
  [
    '#1',
    'a@a.example',
    'paid',
    'EUR',
    '45.00',
    '4.90',
    '7.97',
    '49.90',
    '2026-03-12 10:14:00 +0100',
    '2',
    'Mug, blue',
    '20.00',
    'MUG',
    'Ann "A" Reed',
    "'01234",
    'DE',
    'line 1\nline 2',
    'x',
  ],
  ['#1', '', '', '', '', '', '', '', '', '1', 'Plate', '5.00', 'PLATE', '', '', '', '', ''],
  [
    '#2',
    'b@b.example',
    'refunded',
    'USD',
    '1234.50',
    '0.00',
    '0.00',
    '1234.50',
    '2026-03-13 10:14:00 +0100',
    '1',
    'Lamp',
    '1234.50',
    'LAMP',
    'Bo',
    '78701',
    'US',
    '',
    '',
  ],
] as const;
const optionalNames = [
  'Email',
  'Shipping',
  'Taxes',
  'Shipping Name',
  'Shipping Zip',
  'Shipping Country',
  'Notes',
  'Tags',
  'Subtotal',
];
const junk = ['', 'end of page', 'Seller ID : someone', '2,record(s) downloaded', ',,,,'];

// What must be the same whatever a file looks like.
function told({orders, rows, used, lines, totals, rejected}: FileReading) {
  const words = orders.map(({channelOrderId, status, orderedAt, currency, money, lines: of}) => [
    channelOrderId,
    status,
    orderedAt,
    currency,
    money?.totalMinor,
    (of ?? []).map(({sku, title, quantity, totalMinor}) => [sku, title, quantity, totalMinor]),
  ]);
  return {words, rows, used, lines, totals, rejected};
}

function written(rows: readonly (readonly string[])[], separator: string): string[] {
  return rows.map((cells) =>
    cells.map((cell) => (/["\n,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
  );
}

const looks = fc.record({
  columns: fc.shuffledSubarray(optionalNames).chain((dropped) =>
    fc.shuffledSubarray(
      table[0].filter((name) => !dropped.includes(name)),
      {minLength: table[0].length - dropped.length},
    ),
  ),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le with mark', 'windows-1252', 'gb18030'),
  above: fc.array(fc.constantFrom('Orders report generated 2 October 2026', ''), {maxLength: 2}),
  below: fc.array(fc.constantFrom(...junk), {maxLength: 3}),
  shout: fc.boolean(),
});

test('a file tells the same in any order of columns, encoding and separator, with columns left out and junk around it', async () => {
  const plain = told(await readBytes(bytesOf(written(table, ',').join('\n'), 'utf-8')));

  await fc.assert(
    fc.asyncProperty(looks, async ({columns, separator, encoding, above, below, shout}) => {
      const places = columns.map((name) => table[0].indexOf(name));
      const rows = table.map((cells, row) =>
        places.map((at) => (row === 0 && shout ? ` ${(cells[at] ?? '').toUpperCase()} ` : (cells[at] ?? ''))),
      );
      const text = [...above, ...written(rows, separator), ...below].join('\r\n');

      expect(told(await readBytes(bytesOf(text, encoding)))).toEqual(plain);
    }),
    {numRuns: 150, seed: 7},
  );
});

function bytesOf(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const marked = encoding.endsWith(' with mark');
  const bytes = encodedText(marked ? `\uFEFF${text}` : text, encoding.replace(' with mark', ''));
  if (!bytes) throw new Error('the encoding has every character of the text');
  return bytes;
}
