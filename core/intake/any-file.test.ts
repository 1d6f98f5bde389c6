import {expect, test} from 'vitest';
import {faults} from '../faults.ts';
import {must} from '../lib/assert.ts';
import {dice} from '../lib/dice.ts';
import type {ExportTable} from '../testing/export-cells.ts';
import {exportTables, tableOf} from '../testing/export-tables.ts';
import {type Rows, textBytes, workbookBytes} from '../testing/file-shapes.ts';
import {type InventedOrder, type Letters, inventedOrders} from '../testing/invented-orders.ts';
import {formats} from './formats/all.ts';
import {readFile} from './read-file.ts';
import {memorySource} from './table/bytes-in-memory.ts';

/** Tells the invented orders; any other must do as well. */
const seed = 'any file 1';

/** A table in another look, as the bytes of a file; undefined where an encoding lacks one of its letters. */
type Look = readonly [name: string, bytes: Uint8Array<ArrayBuffer> | undefined];

const unicode = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16le with mark'];
const encodings: Readonly<Record<Letters, readonly string[]>> = {
  western: [...unicode, 'windows-1252', 'gb18030'],
  chinese: ['utf-16le', 'gb18030'],
  japanese: ['utf-8', 'shift_jis'],
};

function ordersFor({format}: ExportTable, letters: Letters): readonly InventedOrder[] {
  return inventedOrders(`${seed} ${format}`, letters);
}

/** What a file tells of orders and amounts; the code of a fault where it is refused. */
async function told(bytes: Uint8Array<ArrayBuffer> | undefined) {
  const reading = await readFile(memorySource('export', must(bytes, 'the encoding has every letter')), {mappings: []});
  if (reading === 'cancelled' || !reading.ok) return reading === 'cancelled' ? reading : reading.fault.code;
  const {format, rows, used, rejected, totals, orders, asks} = reading.value;
  const words = orders.map(({channelOrderId, status, orderedAt, currency, money, lines = []}) => [
    `${channelOrderId} ${status ?? '-'} ${String(orderedAt)} ${String(money?.totalMinor)} ${currency ?? '-'}`,
    ...lines.map((line) => `${String(line.quantity)} ${line.sku} ${line.title} ${String(line.totalMinor)}`),
  ]);
  return {format, rows, used, rejected, totals, asks, words};
}

function inEncodings(rows: Rows, letters: Letters): readonly Look[] {
  return encodings[letters].flatMap((encoding) =>
    [',', ';', '\t'].map((separator): Look => [
      `${encoding}, ${JSON.stringify(separator)}`,
      textBytes(rows, {encoding, separator}),
    ]),
  );
}

function withOtherColumns(rows: Rows, {format, optional}: ExportTable): readonly Look[] {
  const header = must(rows[0], 'a table has a header');
  const chance = dice(`${seed} ${format}`);
  const shuffled = [1, 2, 3].map((nth): Look => [
    `columns in another order, ${String(nth)}`,
    textBytes(onlyColumns(rows, chance.shuffle(header))),
  ]);
  const dropped = optional.map((name): Look => [
    `without ${name}`,
    textBytes(
      onlyColumns(
        rows,
        header.filter((other) => other !== name),
      ),
    ),
  ]);
  const few = onlyColumns(
    rows,
    header.filter((name) => !optional.slice(0, 3).includes(name)),
  );
  return [...shuffled, ...dropped, ['without three columns', textBytes(few)]];
}

function withJunk(rows: Rows): readonly Look[] {
  const header = must(rows[0], 'a table has a header');
  const middle = Math.ceil(rows.length / 2);
  const at = (place: number, ...more: Rows): Rows => [...rows.slice(0, place), ...more, ...rows.slice(place)];
  return [
    [
      'blank lines',
      textBytes(
        at(
          middle,
          [''],
          header.map(() => ''),
          [''],
        ),
      ),
    ],
    ['the header again', textBytes(at(middle, header))],
    ['a sentence above', textBytes(at(0, ['Orders report of 2 October 2026'], ['']))],
    ['a line that names the separator', textBytes(at(0, ['sep=,']))],
    ['a count below', textBytes(at(rows.length, ['8', 'record(s) downloaded'], ['Seller ID : cups']))],
  ];
}

function inContainers(rows: Rows): readonly Look[] {
  return [
    ['everything quoted', textBytes(rows, {quotesAll: true})],
    ['lines end with CR LF', textBytes(rows, {newline: '\r\n'})],
    ['lines end with CR', textBytes(rows, {newline: '\r'})],
    ['a workbook of texts', workbookBytes(rows, {numbers: false, bookType: 'xlsx'})],
    ['a workbook of numbers', workbookBytes(rows, {numbers: true, bookType: 'xlsx'})],
    ['an old workbook', workbookBytes(rows, {numbers: true, bookType: 'biff8'})],
  ];
}

function onlyColumns(rows: Rows, names: readonly string[]): Rows {
  const header = must(rows[0], 'a table has a header');
  const places = names.map((name) => header.indexOf(name));
  return rows.map((cells) => places.map((at) => cells[at] ?? ''));
}

/** The looks in which a file neither tells what the plain one tells nor names a fault. */
async function silentlyOther(rows: Rows, looks: readonly Look[]): Promise<readonly string[]> {
  const plain = JSON.stringify(await told(textBytes(rows)));
  const others: string[] = [];
  for (const [name, bytes] of looks) {
    if (!bytes) continue;
    const now = await told(bytes);
    if (typeof now === 'string' && Object.hasOwn(faults, now)) others.push(`${name}: ${now}`);
    else if (JSON.stringify(now) !== plain) others.push(`${name} tells ${JSON.stringify(now)}`);
  }
  return others;
}

test('every known format has a table here that it reads whole and without a question', async () => {
  const read = await Promise.all(
    exportTables.map(async (table) => {
      const answer = await told(textBytes(tableOf(table, ordersFor(table, 'western'))));
      return typeof answer === 'string' ? answer : [answer.format, answer.rejected.length, ...answer.asks];
    }),
  );

  expect(read).toEqual(exportTables.map(({format}) => [format, 0]));
  expect(exportTables.map(({format}) => format).toSorted()).toEqual(formats.map(({id}) => id).toSorted());
});

test.each(exportTables)(
  '$format tells the same with its columns moved or left out, with junk and in workbooks',
  async (table) => {
    const rows = tableOf(table, ordersFor(table, 'western'));
    const looks = [...withOtherColumns(rows, table), ...withJunk(rows), ...inContainers(rows)];

    expect({seed, others: await silentlyOther(rows, looks)}).toEqual({seed, others: []});
  },
);

test.each(exportTables)('$format tells the same in every encoding and with every separator', async (table) => {
  const others: Partial<Record<Letters, readonly string[]>> = {};
  for (const letters of ['western', 'chinese', 'japanese'] as const) {
    const rows = tableOf(table, ordersFor(table, letters));
    others[letters] = await silentlyOther(rows, inEncodings(rows, letters));
  }

  expect({seed, ...others}).toEqual({seed, western: [], chinese: [], japanese: []});
});

test.each(exportTables.filter(({format}) => format !== 'amazon-unshipped'))(
  'a cent more in one cell of $format would be noticed',
  async (table) => {
    const orders = ordersFor(table, 'western');
    const dearer = orders.map((order, at) => (at === 3 ? aCentMore(order) : order));
    const rows = tableOf(table, orders);

    const others = await silentlyOther(rows, [['a cent more', textBytes(tableOf(table, dearer))]]);

    expect(others.map((other) => other.slice(0, 17))).toEqual(['a cent more tells']);
  },
);

function aCentMore(order: InventedOrder): InventedOrder {
  const [first, ...others] = order.lines;
  const line = must(first, 'an order has a line');
  const more = line.quantity;
  const lines = [{...line, priceMinor: line.priceMinor + 1}, ...others];
  return {...order, lines, goodsMinor: order.goodsMinor + more, totalMinor: order.totalMinor + more};
}
