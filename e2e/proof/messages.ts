import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import type {Instant} from '#core/time/instant.ts';
import {openPool} from '../../cloud/database/pool.ts';
import {lineLog} from '../../cloud/log.ts';
import {serve} from '../../cloud/ops/serve.ts';
import {record} from '../../cloud/testing/messages/recorded.ts';
import {weather} from '../../cloud/testing/messages/storm.ts';
import {withPostgres} from '../../tools/sim/with-postgres.ts';

/**
 * Changes messages that desks have really sent, a hundred thousand times, and sends them to the real master over HTTP, with a real
 * PostgreSQL: whatever is no proper message any more must be refused with a reason and change nothing in any table, and no
 * message at all may be answered by a failure. `--messages N`, `--seed TEXT`.
 */
const {values} = parseArgs({
  options: {
    messages: {type: 'string', default: '100000'},
    seed: {type: 'string', default: 'kranich'},
    budgeted: {type: 'boolean', default: false},
  },
});
// The unit tests send two thousand of their own.
const count = values.budgeted ? 500 : Number(values.messages);
const now = (): Instant => 1_772_445_600_000 as Instant;

const isGood = await withPostgres(async (databaseUrl) => {
  const data = mkdtempSync(path.join(tmpdir(), 'tradewind-messages-'));
  const failed: string[] = [];
  const log = lineLog((line) => line.includes('"event":"failed"') && failed.push(line), now);
  const master = await serve({data, databaseUrl, host: '127.0.0.1', port: 0, proxies: ['127.0.0.1'], log, now});
  const pool = openPool(databaseUrl);
  try {
    const setupCode = readFileSync(path.join(data, 'setup-code'), 'utf8').trim();
    const recorded = await record(master.origin, setupCode);
    const startedMs = performance.now();
    const tell = (sent: number): void => {
      if (sent % 20_000 < 5_000 && count > 20_000) console.log(`${sent} of ${count}`);
    };
    const found = await weather({url: master.origin, pool, recorded}, {count, seed: values.seed, tell});
    await recorded.witness.pull();
    const {tables} = (await recorded.witness.ask('/digest')).json as {readonly tables: unknown};
    const isSame = JSON.stringify(tables) === JSON.stringify(await recorded.witness.digest());

    const seconds = (performance.now() - startedMs) / 1_000;
    const share = ((100 * found.json) / found.sent).toFixed(0);
    const statuses = [...found.statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${times} x ${status}`);
    console.log(
      `${found.sent} changed messages (${share} % JSON still) in ${seconds.toFixed(0)} s: ${statuses.join(', ')}`,
    );
    console.log(`${found.proper} were proper messages still, of which the master took ${found.taken}`);
    console.log(`${found.wrong.length} answered wrongly, ${failed.length} failures logged`);
    console.log(`tables changed by the others: ${found.changed.join(', ') || 'none'}`);
    console.log(
      isSame ? 'A desk that takes the log has what the master has.' : 'A desk that takes the log has something else.',
    );
    for (const one of [...found.wrong, ...failed].slice(0, 10)) console.log(one);
    const isEnough = found.sent === count && found.json * 2 >= found.sent;
    return isEnough && isSame && [found.wrong, found.changed, failed].every(({length}) => length === 0);
  } finally {
    await pool.end();
    await master.close();
    rmSync(data, {recursive: true, force: true});
  }
});
process.exit(isGood ? 0 : 1);
