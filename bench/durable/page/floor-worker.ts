import {Dexie, type EntityTable} from 'dexie';
import type {Order} from '#core/orders/schema.ts';
import {givenOrder, monday} from '#core/testing/given.ts';
import type {Said, Turn} from './messages.ts';

interface Sent {
  readonly n: number;
  readonly name: string;
  readonly args: unknown;
  readonly at: number;
}

/** What one writes by hand: two tables in one transaction, then the same bytes behind a file and one flush. Nothing is checked. */
class TwoTables extends Dexie {
  declare readonly orders: EntityTable<Order, 'id'>;
  declare readonly outbox: EntityTable<Sent, 'n'>;

  constructor() {
    super('bench-floor');
    this.version(1).stores({orders: 'id', outbox: 'n'});
  }
}

const db = new TwoTables();
const encoder = new TextEncoder();
let turn: Turn;
let file: FileSystemSyncAccessHandle;
let end = 0;

self.onmessage = ({data}: MessageEvent<Turn | 'work'>) => {
  void (data === 'work' ? work() : prepare(data)).catch((error: unknown) => post({failed: String(error)}));
};

function post(said: Said): void {
  self.postMessage(said);
}

async function prepare(given: Turn): Promise<void> {
  turn = given;
  await db.orders.bulkPut(Array.from({length: turn.changes}, (_, at) => givenOrder(`R-${at}`)));
  const folder = await navigator.storage.getDirectory();
  file = await (await folder.getFileHandle('floor', {create: true})).createSyncAccessHandle();
  post({ready: true});
}

async function work(): Promise<void> {
  for (let at = 0; at < turn.changes; at += 1) await change(at);
  const released = await db.orders.filter(({status}) => status === 'released').count();
  post({done: Math.min(released, await db.outbox.count())});
}

async function change(at: number): Promise<void> {
  const {id} = givenOrder(`R-${at}`);
  const sent: Sent = {n: at + 1, name: 'orders.release', args: {orderId: id}, at: monday};
  await db.transaction('rw', db.orders, db.outbox, async () => {
    const order = await db.orders.get(id);
    if (order) await db.orders.put({...order, status: 'released'});
    await db.outbox.add(sent);
  });
  const bytes = encoder.encode(JSON.stringify(sent));
  file.write(bytes, {at: end});
  file.flush();
  end += bytes.length;
}
