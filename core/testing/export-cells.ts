import type {InventedLine, InventedOrder} from './invented-orders.ts';

/** One row of an export: an order, its line of this row, and whether the row is the order's first. */
export interface ExportRow {
  readonly order: InventedOrder;
  readonly line: InventedLine;
  readonly isFirst: boolean;
}

export type Cell = (row: ExportRow) => string;

/** How one kind of export writes orders. */
export interface ExportTable {
  readonly format: string;
  /** What stands in a row of its own. */
  readonly rowsOf: 'order' | 'line' | 'piece';
  readonly columns: Readonly<Record<string, Cell>>;
  /** Columns without which orders, lines and amounts are the same. */
  readonly optional: readonly string[];
  /** What this kind of export writes around its table. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

export const money = (minor: number): string =>
  `${String(Math.floor(minor / 100))}.${String(minor % 100).padStart(2, '0')}`;
export const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
export const dollars = (minor: number): string => `$${grouped(money(minor).slice(0, -3))}${money(minor).slice(-3)}`;
export const german = (minor: number): string =>
  `${grouped(money(minor).slice(0, -3)).replaceAll(',', '.')},${money(minor).slice(-2)} €`;
export const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const germanMonths = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];

export const fixed =
  (text: string): Cell =>
  () =>
    text;
export const total: Cell = ({order}) => money(order.totalMinor);
export const shipping: Cell = ({order}) => money(order.shippingMinor);
export const goods: Cell = ({order}) => money(order.goodsMinor);
export const price: Cell = ({line}) => money(line.priceMinor);
export const lineTotal: Cell = ({line}) => money(line.priceMinor * line.quantity);
export const quantity: Cell = ({line}) => String(line.quantity);
export const sku: Cell = ({line}) => line.sku;
export const title: Cell = ({line}) => line.title;
export const name: Cell = ({order}) => order.name;
export const handle: Cell = ({order}) => order.handle;
export const street: Cell = ({order}) => order.street;
export const city: Cell = ({order}) => order.city;
export const postalCode: Cell = ({order}) => order.postalCode;
export const country: Cell = ({order}) => order.country;
export const isoTime: Cell = ({order}) => `2026-${order.month}-${order.day}T${order.time}+00:00`;
export const plainTime: Cell = ({order}) => `2026-${order.month}-${order.day} ${order.time}`;
export const american: Cell = ({order}) => `${order.month}/${order.day}/26`;
export const monthWord = ({order}: ExportRow, months: readonly string[]): string =>
  months[Number(order.month) - 1] ?? '';
export const numbered =
  (start: string): Cell =>
  ({order}) =>
    `${start}${String(order.nth).padStart(5, '0')}`;
export const first =
  (cell: Cell): Cell =>
  (row) =>
    row.isFirst ? cell(row) : '';
