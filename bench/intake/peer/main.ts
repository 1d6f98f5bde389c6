import {Dexie, type EntityTable} from 'dexie';
import {parse} from 'papaparse';

interface SheetLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

interface SheetOrder {
  readonly number: string;
  readonly orderedAt: number;
  readonly buyer: string;
  readonly country: string;
  readonly lines: SheetLine[];
  total: number;
}

declare global {
  interface Window {
    /** Set before the work is counted. */
    sheet: Blob;
    keepSheet: typeof keepSheet;
  }
}

/** What one writes in an afternoon: PapaParse, and orders as rows with four indexes; nothing is checked, sealed or undone. */
class SheetDatabase extends Dexie {
  declare readonly orders: EntityTable<SheetOrder, 'number'>;

  constructor() {
    super('sheet');
    this.version(1).stores({orders: 'number, orderedAt, buyer, country, total'});
  }
}

const ordersAtOnce = 1_000;

/** Parses the sheet and puts its orders; answers how many there are. */
async function keepSheet(): Promise<number> {
  const {data} = parse(await window.sheet.text(), {skipEmptyLines: true});
  const orders = new Map<string, SheetOrder>();
  for (const [
    number = '',
    sku = '',
    title = '',
    quantity,
    orderedAt = '',
    price,
    buyer = '',
    country = '',
  ] of data.slice(1)) {
    const line = {sku, title, quantity: Number(quantity), unitPrice: Number(price)};
    const order = orders.get(number) ?? {number, orderedAt: Date.parse(orderedAt), buyer, country, lines: [], total: 0};
    order.lines.push(line);
    order.total += line.quantity * line.unitPrice;
    orders.set(number, order);
  }
  const database = new SheetDatabase();
  const rows = [...orders.values()];
  for (let from = 0; from < rows.length; from += ordersAtOnce) {
    await database.orders.bulkPut(rows.slice(from, from + ordersAtOnce));
  }
  const kept = await database.orders.count();
  database.close();
  return kept;
}

window.keepSheet = keepSheet;
