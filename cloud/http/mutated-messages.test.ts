import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {record} from '../testing/messages/recorded.ts';
import {weather} from '../testing/messages/storm.ts';
import {TestMaster} from '../testing/test-master.ts';

const count = 2_000;

let running: TestMaster | undefined;
beforeAll(async () => {
  running = await TestMaster.start();
}, 120_000);
afterAll(() => running?.close());

// `npm run proof -- messages` sends a hundred thousand.
test('messages that were changed on their way are refused, each with a reason, and leave everything as it is', async () => {
  const {url, setupCode, database, logged} = must(running, 'a master');
  const recorded = await record(url, setupCode);
  const {json, wrong, changed, sent} = await weather({url, pool: database.pool, recorded}, {count, seed: 'messages'});
  const failed = logged.filter((line) => line.includes('"event":"failed"'));
  await recorded.witness.pull();
  const {tables} = (await recorded.witness.ask('/digest')).json as {readonly tables: unknown};
  expect({sent, isHalfJson: json * 2 >= sent, wrong, changed, failed, tables}).toEqual({
    sent: count,
    isHalfJson: true,
    wrong: [],
    changed: [],
    failed: [],
    tables: await recorded.witness.digest(),
  });
}, 120_000);
