import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import type {Pool} from '../database/pool.ts';
import {sealedDemo} from '../testing/sealed-demo.ts';
import {TestDesk} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 60_000);
afterAll(() => running?.close());

test('of 1,000 buyers the master has no name, no street, no mail and no phone, in no table and in no line of its log', async () => {
  const master = must(running, 'a master');
  const {rows, orders, personal} = sealedDemo(1_000);
  const a = await new TestDesk(master.url, 'a').found(master.setupCode, rows);
  const b = await new TestDesk(master.url, 'b').join(await a.code());
  const open = orders.filter(({status}) => status === 'paid' || status === 'released');
  const held = await b.do(...open.map(({id}) => callOf(holdOrder, {orderId: id, reason: 'address'})));
  await b.push();
  await a.pull();
  await a.ask('/push', {body: 'garbage'});

  const told = inClear([await everything(master.database.pool), ...master.logged].join('\n'));
  const read = [...personal].filter((text) => told.includes(text));
  const tokens = [a, b].filter(({token}) => told.includes(token));
  expect([
    held.includes(true),
    personal.size > 2_000,
    told.includes(orders[0]?.channelOrderId ?? '?'),
    read,
    tokens,
  ]).toEqual([true, true, true, [], []]);
}, 60_000);

/** Each line once, without what envelopes hold: among a million random letters every short name is found. */
function inClear(told: string): string {
  const lines = told.replaceAll(/"bytes":"[A-Za-z0-9_-]+"/g, '"bytes"').split('\n');
  return [...new Set(lines)].join('\n');
}

/** Every value of every table as text, and what is packed once more unpacked. */
async function everything(pool: Pool): Promise<string> {
  const {rows: tables} = await pool.query<{readonly name: string}>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const told: string[] = [];
  for (const {name} of tables) {
    const {rows} = await pool.query<Record<string, unknown>>(`select * from ${name}`);
    for (const value of rows.flatMap((row) => Object.values(row))) {
      told.push(Buffer.isBuffer(value) ? gunzipSync(value).toString() : String(value));
    }
  }
  return told.join('\n');
}
