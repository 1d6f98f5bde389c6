import {expect, test} from 'vitest';
import {faults} from '../faults.ts';
import {dice} from '../lib/dice.ts';
import {must} from '../lib/assert.ts';
import {type ExportTable, exportTables, tableOf} from '../testing/export-tables.ts';
import {type Rows, plainShape, textBytes, workbookBytes} from '../testing/file-shapes.ts';
import {type Letters, inventedOrders} from '../testing/invented-orders.ts';
import {readFile} from './read-file.ts';
import {memorySource} from './table/bytes-in-memory.ts';

/** Another one tries other orders; what fails names it. */
const seed = 'matrix 1';

type Look = readonly [name: string, bytes: Uint8Array<ArrayBuffer> | undefined];

async function told(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reading = await readFile(memorySource('export', bytes), {mappings: []});
  if (reading === 'cancelled') return 'cancelled';
  if (!reading.ok) return reading.fault.code;
  const {format, rows, used, rejected, totals, orders, asks} = reading.value;
  const words = orders.map(({channelOrderId, orderedAt, currency, money, lines}) => [
    channelOrderId,
    orderedAt,
    currency,
    money?.totalMinor,
    lines?.map(({sku, title, quantity, totalMinor}) => [sku, title, quantity, totalMinor]),
  ]);
  return JSON.stringify({format, rows, used, rejected, totals, asks, words});
}

/** Every look a file may have without saying anything else. */
function looksOf(table: ExportTable, letters: Letters): readonly Look[] {
  const rows = tableOf(table, inventedOrders(`${seed} ${table.format}`, letters));
  const chance = dice(`${seed} ${table.format} ${letters}`);
  const header = must(rows[0], 'a table has a header');
  const middle = Math.ceil(rows.length / 2);
  const withRows = (at: number, ...more: Rows): Rows => [...rows.slice(0, at), ...more, ...rows.slice(at)];
  const blank = header.map(() => '');

  const looks: Look[] = [];
  for (const nth of [1, 2, 3]) {
    const order = chance.shuffle(header);
    looks.push([`columns in another order, ${String(nth)}`, textBytes(onlyColumns(rows, order))]);
  }
  for (const name of table.optional) {
    looks.push([
      `without ${name}`,
      textBytes(
        onlyColumns(
          rows,
          header.filter((other) => other !== name),
        ),
      ),
    ]);
  }
  for (const encoding of encodings) {
    for (const separator of [',', ';', '\t']) {
      looks.push([`${encoding} ${JSON.stringify(separator)}`, textBytes(rows, {encoding, separator})]);
    }
  }
  for (const newline of ['\r\n', '\r']) looks.push([JSON.stringify(newline), textBytes(rows, {newline})]);
  looks.push(
    ['everything quoted', textBytes(rows, {quotesAll: true})],
    ['blank lines', textBytes(withRows(middle, [''], blank, ['']))],
    ['the header again', textBytes(withRows(middle, header))],
    ['a sentence above', textBytes(withRows(0, ['Orders report of 2 October 2026'], ['']))],
    ['a line that names the separator', textBytes(withRows(0, ['sep=,']))],
    ['a count below', textBytes(withRows(rows.length, ['8', 'record(s) downloaded'], ['Seller ID : cups']))],
    ['workbook of texts', workbookBytes(rows, {numbers: false, bookType: 'xlsx'})],
    ['workbook of numbers', workbookBytes(rows, {numbers: true, bookType: 'xlsx'})],
    ['old workbook', workbookBytes(rows, {numbers: true, bookType: 'biff8'})],
  );
  return looks;
}

const encodings = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le with mark',
  'utf-16le',
  'gb18030',
  'shift_jis',
  'windows-1252',
];

function onlyColumns(rows: Rows, names: readonly string[]): Rows {
  const header = must(rows[0], 'a table has a header');
  const places = names.map((name) => header.indexOf(name));
  return rows.map((cells) => places.map((at) => cells[at] ?? ''));
}

for (const letters of ['western', 'eastern'] as const) {
  test.each(exportTables)(
    `$format in ${letters} letters tells the same in every look, or names a fault`,
    async (table) => {
      const rows = tableOf(table, inventedOrders(`${seed} ${table.format}`, letters));
      const plain = await told(must(textBytes(rows, plainShape), 'UTF-8 has every letter'));
      const differing: string[] = [];
      let looks = 0;
      for (const [name, bytes] of looksOf(table, letters)) {
        if (!bytes) continue;
        looks += 1;
        const now = await told(bytes);
        if (now !== plain)
          differing.push(Object.hasOwn(faults, now) ? `${name}: ${now}` : `${name}: told ${now}\nplain ${plain}`);
      }

      expect(
        {
          format: (JSON.parse(plain) as {format: string}).format,
          asks: plain.includes('"asks":[]'),
          rejected: plain.includes('"rejected":[]'),
          differing,
          enough: looks > 25,
        },
        seed,
      ).toEqual({
        format: table.format,
        asks: true,
        rejected: true,
        differing: [],
        enough: true,
      });
    },
  );
}
