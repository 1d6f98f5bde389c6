import {once} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import WebSocket from 'ws';
import {assert, must} from '#core/lib/assert.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {Order} from '#core/orders/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {gzipped, packed} from '../../cloud/testing/ask.ts';
import {sealedDemo} from '../../cloud/testing/sealed-demo.ts';
import {TestDesk, type TestRow} from '../../cloud/testing/test-desk.ts';
import {commit} from '../../tools/run/version.mjs';
import {resultsFolder} from '../grid/places.ts';
import {quantile} from '../grid/samples.ts';
import {batchSize, batchesOf} from './batches.ts';
import {manyShops} from './many-shops.ts';
import {type RunningMaster, runningMaster} from './running-master.ts';

/** Decisions a second of one shop, over HTTP and flushed, at least. */
const perSecondLeast = 5_000;
const ordersCount = 5_000;
const batches = 20;
const changes = 100;
const betweenMs = 60;

/** Of the 2 GB that a master of 1,000 shops has: PostgreSQL takes 128 MB to share and 40 connections at most. */
const masterMegabytes = 1_024;

const resultFile = path.join(resultsFolder, 'master.json');
const shopsFile = path.join(resultsFolder, 'master-shops.json');

/** Runs the benchmark; answers with the exit code: 0 where the promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {rounds: {type: 'string', default: '3'}, shops: {type: 'string', default: '0'}},
  });
  if (values.shops !== '0') return kneeOf(Number(values.shops));
  const rounds = Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    console.error(
      'npm run bench -- master [--rounds N]: rounds, each a shop of its own (3); --shops N: as many at once',
    );
    return 1;
  }
  const demo = sealedDemo(ordersCount);
  const orders = demo.orders.map((order): Order => ({...order, status: 'paid'}));
  const rows = demo.rows.map(([table, row]): TestRow => {
    return table === 'orders' ? [table, {...(row as Order), status: 'paid'}] : [table, row];
  });

  const master = await runningMaster();
  try {
    const perSecond: number[] = [];
    for (let round = 0; round < rounds; round += 1) perSecond.push(await decidedPerSecond(master, rows, orders));
    const waits = await waitsOf(master, rows.slice(0, 200), orders);
    report({perSecond, ...waits});
    return quantile(perSecond, 0.5) >= perSecondLeast ? 0 : 1;
  } finally {
    await master.close();
  }
}

/** Where one master with 2 GB keeps its promise no longer. */
async function kneeOf(shops: number): Promise<number> {
  assert(Number.isSafeInteger(shops) && shops > 0, 'a number of shops');
  const master = await runningMaster({nodeMegabytes: masterMegabytes});
  try {
    const found = await manyShops(master, shops);
    const {knee, decisions} = found;
    console.log(
      `${decisions} changes were acknowledged, and all of them are in the log; ${found.memoryMb.toFixed(0)} MB of memory`,
    );
    console.log(
      knee ? `the knee: ${knee.offered} changes a second, p99 ${knee.p99.toFixed(0)} ms` : 'no load was borne',
    );
    mkdirSync(resultsFolder, {recursive: true});
    writeFileSync(shopsFile, `${JSON.stringify({machine: machine(), ...found}, undefined, 2)}\n`);
    return knee ? 0 : 1;
  } finally {
    await master.close();
  }
}

/** One desk pushes as fast as it is answered. */
async function decidedPerSecond(
  {url, setupCode}: RunningMaster,
  rows: readonly TestRow[],
  orders: readonly Order[],
): Promise<number> {
  const desk = await new TestDesk(url, 'bench').found(setupCode, rows);
  const bodies = batchesOf(orders, {count: batches, replica: desk.name}).map((push) => packed(push));
  const began = performance.now();
  let last: unknown;
  for (const body of bodies) last = (await desk.ask('/push', {body, headers: gzipped})).json;
  const seconds = (performance.now() - began) / 1_000;
  assert((last as {readonly seq: number}).seq === batches * batchSize, 'every change is decided');
  return (batches * batchSize) / seconds;
}

/** Milliseconds from the moment a desk pushes one change until another has heard of it, and until it has it in its rows. */
async function waitsOf(
  {url, setupCode}: RunningMaster,
  rows: readonly TestRow[],
  orders: readonly Order[],
): Promise<{readonly heard: readonly number[]; readonly applied: readonly number[]}> {
  const here = rows.find(([table]) => table === 'orders')?.[1] ?? orders[0];
  const {id} = must(here as Order | undefined, 'an order');
  const a = await new TestDesk(url, 'a').found(setupCode, [
    ...rows,
    ...(here === orders[0] ? [['orders', here] as TestRow] : []),
  ]);
  const b = await new TestDesk(url, 'b').join(await a.code());
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/shops/${b.shop}/live`, [`tradewind.${b.token}`]);
  await once(socket, 'message');
  const [heard, applied]: [number[], number[]] = [[], []];
  for (let at = 0; at < changes; at += 1) {
    await a.do(at % 2 === 0 ? callOf(holdOrder, {orderId: id, reason: 'stock'}) : callOf(resumeOrder, {orderId: id}));
    const push = await a.nextPush();
    const told = once(socket, 'message');
    const began = performance.now();
    const pushed = a.push(push);
    await told;
    heard.push(performance.now() - began);
    await b.pull();
    applied.push(performance.now() - began);
    await pushed;
    await a.pull();
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
  socket.close();
  return {heard, applied};
}

function report({
  perSecond,
  heard,
  applied,
}: Readonly<Record<'perSecond' | 'heard' | 'applied', readonly number[]>>): void {
  const figures = {
    'decisions a second, in batches of 500': quantile([...perSecond], 0.5),
    'ms until another desk has heard of a change': quantile([...heard], 0.5),
    'ms until another desk has heard of a change, of 95 in 100': quantile([...heard], 0.95),
    'ms until another desk has heard of a change, of 99 in 100': quantile([...heard], 0.99),
    'ms until it stands in its rows': quantile([...applied], 0.5),
    'ms until it stands in its rows, of 95 in 100': quantile([...applied], 0.95),
    'ms until it stands in its rows, of 99 in 100': quantile([...applied], 0.99),
  };
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(60)} ${value.toFixed(1).padStart(10)}`);
  mkdirSync(resultsFolder, {recursive: true});
  writeFileSync(resultFile, `${JSON.stringify({machine: machine(), figures, rounds: perSecond}, undefined, 2)}\n`);
}

function machine(): object {
  return {cores: availableParallelism(), load: loadavg()[0], node: process.version, commit: commit()};
}
