import {connect} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {TestDesk} from '../testing/test-desk.ts';
import {TestMaster} from '../testing/test-master.ts';

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 60_000);
afterAll(() => running?.close());

/** By then the master has heard that they are gone. */
const goneMs = 200;

/** Begins to send a push, and is gone. */
function breakOff(url: string, {shop, token}: TestDesk): Promise<void> {
  const {hostname, port} = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const head = `POST /v1/shops/${shop}/push HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`;
      socket.write(`${head}content-length: 1000\r\n\r\n{`, () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
}

test('pushes that break off on their way leave room for the next', async () => {
  const {url, setupCode, database} = must(running, 'a master');
  const desk = await new TestDesk(url, 'a').found(setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ['orders', givenOrder('1')],
  ]);
  await desk.do(callOf(holdOrder, {orderId: givenOrder('1').id, reason: 'stock'}));
  // They are gone before it is known who they were.
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('lock table desks in access exclusive mode');
  await Promise.all(Array.from({length: 5}, () => breakOff(url, desk)));
  await new Promise((resolve) => setTimeout(resolve, goneMs));
  await client.query('rollback');
  client.release();
  const answers: unknown[] = [];
  for (let tries = 0; tries < 5; tries += 1) answers.push(await desk.push());
  expect(answers).toEqual(answers.map(() => ({v: expect.any(Number), epoch: 1, seq: 1, n: 1})));
});
