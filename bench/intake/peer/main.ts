import {Dexie, type EntityTable} from 'dexie';
import {parse} from 'papaparse';

interface SheetLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** A line of the file, found again by its row in it. */
interface SheetRow extends SheetLine {
  readonly row: number;
  readonly number: string;
  readonly orderedAt: number;
  readonly buyer: string;
  readonly country: string;
}

interface SheetOrder {
  readonly number: string;
  readonly orderedAt: number;
  readonly buyer: string;
  readonly country: string;
  readonly lines: SheetLine[];
  /** The rows of the file as they stood there, where they are kept. */
  readonly source?: {readonly row: number; readonly cells: readonly string[]}[];
  total: number;
}

declare global {
  interface Window {
    /** Set before the work is counted. */
    sheet: Blob;
    keepRows: typeof keepRows;
    keepOrders: typeof keepOrders;
    keepTraced: typeof keepTraced;
  }
}

/** What one writes in an afternoon: PapaParse, and bare rows with four indexes; nothing is checked, sealed or undone. */
class SheetDatabase extends Dexie {
  declare readonly rows: EntityTable<SheetRow, 'row'>;
  declare readonly orders: EntityTable<SheetOrder, 'number'>;

  constructor() {
    super('sheet');
    this.version(1).stores({
      rows: 'row, number, sku, orderedAt, buyer',
      orders: 'number, orderedAt, buyer, country, total',
    });
  }
}

/** 5,000 rows at once cost as much: 28.9 s of CPU beside 29.9. */
const atOnce = 1_000;

/** Parses the sheet and puts each of its rows; answers how many there are. */
async function keepRows(): Promise<number> {
  return put('rows', (await sheetCells()).map(rowOf));
}

/** Parses the sheet and puts it grouped to orders, from which no figure leads back to its row; answers how many there are. */
async function keepOrders(): Promise<number> {
  const orders = new Map<string, SheetOrder>();
  for (const [at, cells] of (await sheetCells()).entries()) add(orders, rowOf(cells, at));
  return put('orders', [...orders.values()]);
}

/** The same, with the rows that each order came from beside it. */
async function keepTraced(): Promise<number> {
  const orders = new Map<string, SheetOrder>();
  for (const [at, cells] of (await sheetCells()).entries()) {
    const row = rowOf(cells, at);
    add(orders, row, []).source?.push({row: row.row, cells});
  }
  return put('orders', [...orders.values()]);
}

function add(orders: Map<string, SheetOrder>, row: SheetRow, source?: SheetOrder['source']): SheetOrder {
  const {number, orderedAt, buyer, country, sku, title, quantity, unitPrice} = row;
  const known = orders.get(number);
  const order = known ?? {number, orderedAt, buyer, country, lines: [], total: 0, ...(source && {source})};
  order.lines.push({sku, title, quantity, unitPrice});
  order.total += quantity * unitPrice;
  if (!known) orders.set(number, order);
  return order;
}

async function sheetCells(): Promise<readonly (readonly string[])[]> {
  return parse(await window.sheet.text(), {skipEmptyLines: true}).data.slice(1);
}

function rowOf(cells: readonly string[], at: number): SheetRow {
  const [number = '', sku = '', title = '', quantity, orderedAt = '', unitPrice, buyer = '', country = ''] = cells;
  return {
    row: at + 2,
    number,
    sku,
    title,
    quantity: Number(quantity),
    orderedAt: Date.parse(orderedAt),
    unitPrice: Number(unitPrice),
    buyer,
    country,
  };
}

async function put(name: 'rows' | 'orders', all: readonly (SheetRow | SheetOrder)[]): Promise<number> {
  const database = new SheetDatabase();
  const table = database.table(name);
  for (let from = 0; from < all.length; from += atOnce) await table.bulkPut(all.slice(from, from + atOnce));
  const kept = await table.count();
  database.close();
  return kept;
}

window.keepRows = keepRows;
window.keepOrders = keepOrders;
window.keepTraced = keepTraced;
