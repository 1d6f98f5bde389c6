import {randomBytes} from 'node:crypto';
import {Agent} from 'node:http';
import {assert, must} from '#core/lib/assert.ts';
import type {Order} from '#core/orders/schema.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {embeddedPostgres} from '../../cloud/database/embedded.ts';
import {openPool} from '../../cloud/database/pool.ts';
import {newToken, sha256} from '../../cloud/shops/secrets.ts';
import {TestDesk} from '../../cloud/testing/test-desk.ts';
import {ProcessTree} from '../grid/process-tree.ts';
import {quantile} from '../grid/samples.ts';
import {LoadDesk, type LoadShop} from './load-desk.ts';
import type {RunningMaster} from './running-master.ts';

/** Of 100 changes 99 are at the other desks within so long, up to the knee. */
const promisedMs = 150;
const desksPerShop = 3;
const ordersPerDesk = 5;
const listeningAtOnce = 50;
const stepSeconds = 8;
const restMostMs = 120_000;
/** Offered in the first step, and how much more in each of the next. */
const firstPerSecond = 40;
const growth = 2;
const stepsMost = 12;

/** What came of some seconds of load. */
export interface Step {
  readonly offered: number;
  readonly decided: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the master and its PostgreSQL, for each change: pushed, decided, heard and taken by three desks. */
  readonly cpuMs: number;
  readonly busy: number;
}

export interface ManyShops {
  readonly shops: number;
  /** The last step within the promise. */
  readonly knee: Step | undefined;
  readonly steps: readonly Step[];
  readonly decisions: number;
  /** Of all processes of the master, each page counted once. */
  readonly memoryMb: number;
}

interface Shop extends LoadShop {
  readonly desks: readonly LoadDesk[];
  readonly id: string;
  readonly token: string;
}

/**
 * Shops with three desks each at one master, under more and more load until its promise breaks, and then twice as much. At the end
 * every change that was acknowledged must be in the log, once.
 */
export async function manyShops(master: RunningMaster, count: number): Promise<ManyShops> {
  const agent = new Agent({keepAlive: true, maxSockets: 512});
  const shops = await founded(master, count, agent);
  console.log(`${count} shops with ${desksPerShop} desks each are there`);
  const steps: Step[] = [];
  const processes = new ProcessTree(master.data);
  let knee: Step | undefined;
  // Cold, it compiles what it is made of; that counts for nothing.
  await loaded(shops, firstPerSecond, processes);
  for (let offered = firstPerSecond; steps.length < stepsMost; offered = Math.round(offered * growth)) {
    const step = await loaded(shops, offered, processes);
    steps.push(step);
    if (step.p99 <= promisedMs) knee = step;
    else break;
  }
  const beyond = await loaded(shops, 2 * (steps.at(-1)?.offered ?? firstPerSecond), processes);
  steps.push(beyond);
  const decisions = await counted(master, shops);
  for (const {desks} of shops) for (const desk of desks) desk.leave();
  agent.destroy();
  return {shops: count, knee, steps, decisions, memoryMb: processes.memory().pssMb};
}

/** One shop comes as every shop does; the others are copies of its rows, each with desks and tokens of its own. */
async function founded({url, setupCode, data}: RunningMaster, count: number, agent: Agent): Promise<readonly Shop[]> {
  const orders = Array.from({length: desksPerShop * ordersPerDesk}, (_, at): Order => givenOrder(String(at)));
  const first = await new TestDesk(url, 'first').found(setupCode, [
    ['businesses', business],
    ['storefronts', storefront],
    ...orders.map((order) => ['orders', order] as const),
  ]);
  const others = [];
  for (let at = 1; at < desksPerShop; at += 1)
    others.push(await new TestDesk(url, `desk ${at}`).join(await first.code()));
  const at = must(await first.store.read((tx) => tx.meta('place')), 'a place');
  const names = [first, ...others].map(({name}) => name);
  const ids = Array.from({length: count}, () => randomBytes(9).toString('base64url'));
  const tokens = ids.flatMap((shop) => names.map((replica) => ({shop, replica, token: newToken()})));
  await copyShop(data, first.shop, {ids, tokens});

  const agentPlace = {url, agent};
  const shops = ids.map((id): Shop => {
    const shop: LoadShop = {madeAt: new Map(), waits: [], busy: 0, refused: 0};
    const own = tokens.filter((one) => one.shop === id);
    const desks = own.map(({replica, token}, nth) => {
      const some = orders.slice(nth * ordersPerDesk, (nth + 1) * ordersPerDesk).map((order) => order.id);
      return new LoadDesk({...agentPlace, shop: id, token, replica}, shop, {orders: some, at});
    });
    return Object.assign(shop, {desks, id, token: must(own[0], 'a desk').token});
  });
  for (let from = 0; from < count; from += listeningAtOnce) {
    const some = shops.slice(from, from + listeningAtOnce);
    await Promise.all(some.flatMap(({desks}) => desks.map((desk) => desk.listen())));
  }
  return shops;
}

async function copyShop(
  data: string,
  shop: string,
  {
    ids,
    tokens,
  }: {
    readonly ids: readonly string[];
    readonly tokens: readonly {readonly shop: string; readonly replica: string; readonly token: string}[];
  },
): Promise<void> {
  const pool = openPool((await embeddedPostgres(data)).url);
  await pool.query(
    `insert into shops select copy, epoch, seq, hash, genesis, begun_at from shops, unnest($2::text[]) as copy where id = $1`,
    [shop, ids],
  );
  for (const [table, fields] of [
    ['rows', 'tbl, id, body'],
    ['row_keys', 'tbl, id, key, value'],
  ] as const) {
    const copied = `insert into ${table} select copy, ${fields} from ${table}, unnest($2::text[]) as copy where shop_id = $1`;
    await pool.query(copied, [shop, ids]);
  }
  await pool.query(
    `insert into desks select copy.shop, replica, inc, name, public_key, copy.hash, joined_at, last_seen_at, null
      from desks join unnest($2::text[], $3::text[], $4::text[]) as copy (shop, replica, hash) using (replica)
      where shop_id = $1`,
    [shop, tokens.map((one) => one.shop), tokens.map((one) => one.replica), tokens.map((one) => sha256(one.token))],
  );
  await pool.query('analyze');
  await pool.end();
}

/** So many changes a second for a while, at desks and moments by chance; then until nobody has anything to say. */
async function loaded(shops: readonly Shop[], offered: number, processes: ProcessTree): Promise<Step> {
  const cpuBefore = processes.cpuSeconds();
  const before = shops.reduce((sum, {busy}) => sum + busy, 0);
  const began = performance.now();
  let made = 0;
  while (performance.now() - began < stepSeconds * 1_000) {
    const due = Math.floor(((performance.now() - began) / 1_000) * offered);
    for (; made < due; made += 1) {
      const {desks} = must(shops[Math.floor(Math.random() * shops.length)], 'a shop');
      desks[Math.floor(Math.random() * desks.length)]?.change();
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await rested(shops);
  const seconds = (performance.now() - began) / 1_000;
  const waits = shops.flatMap((shop) => shop.waits.splice(0));
  assert(waits.length === made * (desksPerShop - 1), 'every change has come to every other desk, once');
  const step = {
    offered,
    decided: made / seconds,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    cpuMs: ((processes.cpuSeconds() - cpuBefore) / made) * 1_000,
    busy: shops.reduce((sum, {busy}) => sum + busy, 0) - before,
  };
  console.log(
    `${String(offered).padStart(6)} changes a second for ${stepSeconds} s: ${step.decided.toFixed(0)} a second until all are everywhere, ` +
      `p50 ${step.p50.toFixed(0)} ms, p99 ${step.p99.toFixed(0)} ms, CPU of the master ${step.cpuMs.toFixed(1)} ms a change, told to come again ${step.busy} times`,
  );
  return step;
}

async function rested(shops: readonly Shop[]): Promise<void> {
  const until = performance.now() + restMostMs;
  while (!shops.every(({desks}) => desks.every((desk) => desk.isIdle && desk.place.seq === sumOf(desks)))) {
    assert(performance.now() < until, 'desks go on once the load is over');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function sumOf(desks: readonly LoadDesk[]): number {
  return desks.reduce((sum, {ackedN}) => sum + ackedN, 0);
}

/** Every change that was acknowledged is in the log and in the line of its desk, once: read where the master keeps them. */
async function counted({data}: RunningMaster, shops: readonly Shop[]): Promise<number> {
  const pool = openPool((await embeddedPostgres(data)).url);
  const {rows} = await pool.query<{readonly desk: string; readonly decided: number; readonly last: number}>(
    `select shop_id || ' ' || replica as desk, count(distinct seq) as decided, max(n) as last from decisions group by 1`,
  );
  const groups = await pool.query<{readonly shop: string; readonly told: number}>(
    'select shop_id as shop, sum(last - first + 1)::bigint as told from log_groups group by 1',
  );
  await pool.end();
  const lines = new Map(rows.map(({desk, decided, last}) => [desk, {decided, last}]));
  const told = new Map(groups.rows.map(({shop, told: count}) => [shop, count]));
  for (const {desks, id, refused} of shops) {
    assert(refused === 0 && (told.get(id) ?? 0) === sumOf(desks), 'as many decisions in the log as were acknowledged');
    for (const {name, ackedN} of desks) {
      const {decided, last} = lines.get(`${id} ${name}`) ?? {decided: 0, last: 0};
      assert(decided === ackedN && last === ackedN, 'every acknowledged change is in the line of its desk, once');
    }
  }
  return shops.reduce((sum, {desks}) => sum + sumOf(desks), 0);
}
