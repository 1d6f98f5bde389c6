import {setTimeout as rest} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {type Dice, dice} from '#core/lib/dice.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {type Pool, openPool} from '../../cloud/database/pool.ts';
import {RunningMaster} from '../standin/master.ts';
import {Road} from '../standin/road.ts';
import {beginShop, sealedBuyerOf} from './kill/load.ts';
import {created, deed, shared} from './network/deeds.ts';
import {NetworkDesk} from './network/desk.ts';
import {Storm} from './network/storm.ts';

/**
 * Two real browsers, a real master with a real PostgreSQL, and between them a road on which messages are lost, late, sent twice and
 * cut in their middle, sockets die without a word, and a portal answers in the master's place. The desks' clocks are two days wrong,
 * one in each direction, and people work at both all the while. When the storm is over both desks must agree with the master within
 * half a minute of being told that the network is back, row by row, and everything that anybody was told is saved must be decided, once. `--rounds N`, `--seed TEXT`;
 * `--liar` is the control: something on the way says that pushes have come and lets none through.
 */
const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '10'},
    seed: {type: 'string', default: 'kranich'},
    liar: {type: 'boolean', default: false},
    budgeted: {type: 'boolean', default: false},
  },
});
const rounds = values.budgeted || values.liar ? 1 : Number(values.rounds);
const stormMs = values.budgeted ? 5_000 : 15_000;
const dayMs = 86_400_000;
const agreedWithinMs = 30_000;
const pauseMsMost = 150;
const brokenEveryMs = 3_000;

const startedMs = Date.now();
const thrown = dice(values.seed);
const storm = new Storm(thrown.fork('storm'), {isLiar: values.liar});
const master = await new RunningMaster().start();
const road = await new Road(() => master.address, storm.fateOf).open();
const acknowledged = new Set<string>();
const heard = (tokens: readonly string[]): void => tokens.forEach((token) => void acknowledged.add(token));
const desks = [new NetworkDesk('Anna', 2 * dayMs), new NetworkDesk('Bench', -2 * dayMs)] as const;
/** How many changes each act made. */
const made = new Map<string, number>();
let acts = 0;
const wrong: string[] = [];

const [first, second] = desks;
let pool: Pool | undefined;
try {
  await first.open(heard);
  await beginShop(first.page);
  const buyer = await sealedBuyerOf(first.page);
  await first.act(created(shared.from, shared.count, buyer), 'before');
  await first.putOn(road.address, master.setupCode);
  const code = await first.code();
  await second.open(heard);
  await second.join(code);
  pool = openPool(master.databaseUrl);
  for (let round = 1; round <= rounds; round += 1) await weather(round, buyer, pool);
} finally {
  for (const desk of desks) await desk.close();
  await pool?.end();
  await road.close();
  await master.end();
}

const total = [...made.values()].reduce((sum, count) => sum + count, 0);
console.log(`${acknowledged.size} acts of ${total} changes acknowledged, ${wrong.length} promises broken`);
for (const one of wrong.slice(0, 10)) console.log(one);
console.log(`${((Date.now() - startedMs) / 1_000).toFixed(0)} s`);
const isGood = wrong.length === 0 && acknowledged.size > 0;
if (values.liar)
  console.log(
    isGood
      ? 'Believing a liar, they agree: this rig proves nothing.'
      : 'With a liar on the way they do not agree, as it must be.',
  );
process.exit(isGood === values.liar ? 1 : 0);

/** A storm and the calm behind it. */
async function weather(round: number, buyer: Sealed<Buyer>, database: Pool): Promise<void> {
  const [actsBefore, savedBefore, counts] = [acts, acknowledged.size, new Map(storm.counts)];
  storm.begin(stormMs);
  const until = Date.now() + stormMs;
  const working = desks.map((desk, at) => work(desk, {at, until, buyer, dice: thrown.fork(`${round} ${at}`)}));
  await Promise.all([...working, shake(until)]);
  const agreedMs = await untilAgreed(database);
  const found = await compared(database);
  wrong.push(...found.wrong.map((one) => `round ${round}: ${one}`));
  if (agreedMs === undefined)
    wrong.push(`round ${round}: the desks do not agree ${agreedWithinMs / 1_000} s after the storm`);
  if (road.listening > desks.length)
    wrong.push(`round ${round}: ${desks.length} desks hold ${road.listening} sockets open`);
  const agreed = agreedMs === undefined ? 'not agreed' : `agreed after ${(agreedMs / 1_000).toFixed(1)} s`;
  const done = `${acts - actsBefore} acts, ${acknowledged.size - savedBefore} acknowledged, ${found.tray} in the tray`;
  console.log(`round ${round}: ${done}; ${agreed} at ${found.seq}, clocks ${found.daysApart} days apart`);
  console.log(`  ${weatherSince(counts)}`);
}

/** A person works until the storm is over, and never waits for the network. */
async function work(
  desk: NetworkDesk,
  {
    at,
    until,
    buyer,
    dice: throws,
  }: {readonly at: number; readonly until: number; readonly buyer: Sealed<Buyer>; readonly dice: Dice},
): Promise<void> {
  while (Date.now() < until) {
    acts += 1;
    const token = `${desk.name} ${acts}`;
    const count = await desk.act(deed(throws, {desk: at, act: acts, buyer}), token);
    if (count > 0) made.set(token, count);
    await rest(throws.integer(0, pauseMsMost));
  }
}

/** Connections that stand break too, and sockets among them. */
async function shake(until: number): Promise<void> {
  while (Date.now() + brokenEveryMs < until) {
    await rest(brokenEveryMs);
    road.breakAll();
  }
}

/** Once nothing waits at either desk and both stand where the master's log ends: after how long. */
async function untilAgreed(database: Pool): Promise<number | undefined> {
  const from = Date.now();
  await Promise.all(desks.map((desk) => desk.hurry()));
  while (Date.now() - from < agreedWithinMs) {
    const [head, ...states] = [await headIn(database), await first.look(), await second.look()];
    if (states.every(({pending, place}) => pending === 0 && place.seq === head)) return Date.now() - from;
    await rest(100);
  }
  return undefined;
}

/** What is not as it should be: tables that differ, and acts that were acknowledged and are not decided once. */
async function compared(database: Pool) {
  const found: string[] = [];
  const [head, ...looks] = [await headIn(database), await first.compared(), await second.compared()];
  for (const [at, {seq, others}] of looks.entries()) {
    if (seq !== head || others.length > 0)
      found.push(`${desks[at]?.name} at ${seq} of ${head} differs in ${others.join(', ')}`);
  }
  const {rows} = await database.query<{readonly body: string}>('select body from decisions');
  const decided = new Map<string, number>();
  const last = new Map<string, number>();
  for (const {body} of rows) {
    const {batch = '', at} = JSON.parse(body) as {readonly batch?: string; readonly at: number};
    decided.set(batch, (decided.get(batch) ?? 0) + 1);
    last.set(batch.split(' ')[0] ?? '', at);
  }
  for (const token of acknowledged) {
    if (token === 'before') continue;
    const [there, due] = [decided.get(token) ?? 0, made.get(token) ?? 0];
    if (there !== due) found.push(`${token}: of ${due} changes ${there} are decided`);
  }
  const tray = await database.query(`select 1 from rows where tbl = 'trayItems'`);
  const apartMs = (last.get(first.name) ?? 0) - (last.get(second.name) ?? 0);
  return {seq: head, wrong: found, tray: tray.rowCount ?? 0, daysApart: (apartMs / dayMs).toFixed(1)};
}

async function headIn(database: Pool): Promise<number> {
  const {rows} = await database.query<{readonly seq: number}>('select seq from shops');
  return rows[0]?.seq ?? 0;
}

function weatherSince(before: Storm['counts']): string {
  const since = [...storm.counts].map(([what, count]) => [what, count - (before.get(what) ?? 0)] as const);
  return since.flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
}
