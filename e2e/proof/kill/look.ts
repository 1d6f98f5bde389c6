import type {Page} from 'playwright';
import {firstMutations} from './load.ts';

/** What lies in the database itself: read past the application, which is what is being tried. */
export interface Seen {
  /** How often each order number is there, and whether it is released. */
  readonly orders: Readonly<Record<string, {readonly times: number; readonly released: boolean}>>;
  /** Numbers of the outbox in order. */
  readonly outbox: readonly number[];
  readonly headN: number;
}

export async function lookInto(page: Page): Promise<Seen> {
  return page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const db = await answered(indexedDB.open('tradewind-own'));
    const transaction = db.transaction(['orders', 'outbox']);
    const rows = await answered<{channelOrderId: string; status: string}[]>(transaction.objectStore('orders').getAll());
    const outbox = (await answered(transaction.objectStore('outbox').getAllKeys())) as number[];
    const last = await answered(transaction.objectStore('outbox').openCursor(null, 'prev'));
    db.close();
    const orders: Record<string, {times: number; released: boolean}> = {};
    for (const {channelOrderId, status} of rows) {
      const times = (orders[channelOrderId]?.times ?? 0) + 1;
      orders[channelOrderId] = {times, released: status === 'released'};
    }
    return {orders, outbox, headN: (last?.value as {n: number} | undefined)?.n ?? 0};
  });
}

/** What is wrong with what was found: changes that were called saved and are not there, and transactions that are there in part. */
export interface Faults {
  readonly lost: readonly string[];
  readonly half: readonly string[];
}

export function faultsOf({orders, outbox, headN}: Seen, acknowledged: ReadonlySet<string>): Faults {
  const lost = [...acknowledged].filter((name) => {
    const [number = '', released] = name.split(' ');
    const order = orders[number];
    return !order || (released !== undefined && !order.released);
  });
  const half: string[] = [];
  for (const [number, {times}] of Object.entries(orders)) if (times > 1) half.push(`${number} is there ${times} times`);
  if (outbox.some((n, at) => n !== at + 1)) half.push('the outbox has a gap');
  if (outbox.length !== headN) half.push(`the head says ${headN}, the outbox ${outbox.length}`);
  // Every order is one mutation, every release another.
  const expected =
    firstMutations + Object.keys(orders).length + Object.values(orders).filter(({released}) => released).length;
  if (outbox.length !== expected) half.push(`${outbox.length} mutations for what ${expected} would have made`);
  return {lost, half};
}
