import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as rest} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {dice} from '#core/lib/dice.ts';
import {serveBuiltPage} from '../editions/browser-edition.ts';
import {type Damage, damage, damages, keepCopy} from './kill/damage.ts';
import {KilledBrowser} from './kill/killed-browser.ts';
import {beginShop, bursts, sealedBuyerOf, work} from './kill/load.ts';
import {faultsOf, lookInto} from './kill/look.ts';

/**
 * Kills a real browser under load, again and again, and in between damages its databases as kills, bad disks and people do. After
 * each start everything that a person was told is saved has to be there once, without help. What was saved is remembered on
 * this side of the kill, by names of our own.
 */
const {values} = parseArgs({
  options: {
    kills: {type: 'string', default: '200'},
    wipes: {type: 'string', default: '100'},
    seed: {type: 'string', default: 'kranich'},
    /** The control: nothing is journalled, and what was stored counts as saved. It must lose something. */
    'without-journal': {type: 'boolean', default: false},
    budgeted: {type: 'boolean', default: false},
  },
});
const kills = values.budgeted ? 10 : Number(values.kills);
const wipes = values.budgeted ? 4 : Number(values.wipes);
const journalled = !values['without-journal'];
const changesAtMost = 400;
const answerMaxMs = 30_000;
const rounds = kills + wipes;
const random = dice(values.seed);

/** Then another shop begins on a new profile: a store built anew from a journal of days takes its time, and kills are many. */
const roundsPerShop = 30;

const server = await serveBuiltPage();
const lost = new Set<string>();
const half: string[] = [];
const done = new Map<Damage, number>();
const recoveries: number[] = [];
let acknowledgedBefore = 0;
let unreadable = 0;
let last = 'a kill';

async function beginAnew() {
  const profile = mkdtempSync(path.join(tmpdir(), 'tradewind-kill-'));
  const browser = new KilledBrowser({profile, origin: server.origin, journalled});
  const acknowledged = new Set<string>();
  const heard = (names: readonly string[]): void => names.forEach((name) => void acknowledged.add(name));
  const page = await browser.start(heard);
  await beginShop(page);
  return {
    profile,
    copy: `${profile}-copy`,
    browser,
    acknowledged,
    heard,
    buyer: await sealedBuyerOf(page),
    page,
    from: 1,
  };
}

async function endShop({browser, profile, copy, acknowledged}: Awaited<ReturnType<typeof beginAnew>>): Promise<void> {
  acknowledgedBefore += acknowledged.size;
  await browser.close();
  rmSync(profile, {recursive: true, force: true, maxRetries: 3});
  rmSync(copy, {recursive: true, force: true});
}

function doneSoFar(): number {
  return [...done.values()].reduce((sum, count) => sum + count, 0);
}

const startedMs = Date.now();
let shop = await beginAnew();
for (let round = 1; round <= rounds || doneSoFar() < wipes; round += 1) {
  if (round % roundsPerShop === 0) {
    await endShop(shop);
    shop = await beginAnew();
  }
  const {browser, profile, copy, acknowledged} = shop;
  void work(shop.page, bursts(shop.from, changesAtMost, shop.buyer)).catch(() => undefined);
  await rest(60 + random.integer(0, 700));
  await browser.kill();
  if (round % 7 === 3) keepCopy(profile, copy);
  // Spread evenly, and each kind in turn; one that could not be done, as there was no old copy yet, is done the next time.
  last = 'a kill';
  if (doneSoFar() < Math.floor((round * wipes) / rounds)) {
    const what = damages[doneSoFar() % damages.length] ?? 'deleted';
    const how = damage(profile, what, {copy, dice: random.integer(0, 999_999) / 1_000_000});
    if (how !== undefined) done.set(what, (done.get(what) ?? 0) + 1);
    last = how ?? what;
  }
  const page = await browser.start(shop.heard);
  shop.page = page;
  if (!journalled && !(await browser.isThere())) {
    for (const name of acknowledged) lost.add(name);
    break;
  }
  const recovered = await browser.untilOpen().catch((error: unknown) => {
    throw new Error(`after round ${round} (${last})`, {cause: error});
  });
  if (recovered !== undefined) recoveries.push(recovered);
  const seen = await lookInto(page).catch(async () => {
    // A part that the start did not read is damaged: the daily snapshot, which reads everything, meets it.
    unreadable += 1;
    // A page that has stopped answers never: what it shows is told below, by whoever waits for the shop.
    await Promise.race([
      page.evaluate(() => window.tap.ask('storage.snapshot', null)).catch(() => undefined),
      rest(answerMaxMs),
    ]);
    await browser.untilRecovered().catch(async (error: unknown) => {
      throw new Error(`after round ${round} (${last}): ${await page.locator('body').innerText()}`, {cause: error});
    });
    return lookInto(page);
  });
  const faults = faultsOf(seen, acknowledged);
  for (const name of faults.lost) lost.add(name);
  half.push(...(journalled ? faults.half : []));
  shop.from = 1 + Math.max(shop.from, ...Object.keys(seen.orders).map((number) => Number(number.slice(2))));
  if (round % 20 === 0)
    console.log(`${round} of ${rounds}: ${acknowledgedBefore + acknowledged.size} acknowledged, ${lost.size} lost`);
}
await endShop(shop);
await server.close();

const wiped = [...done].map(([what, count]) => `${count} ${what}`).join(', ');
const bound = -Math.log(0.05) / Math.max(1, rounds);
console.log(
  `${kills} kills, ${wiped || 'no'} damages; ${recoveries.length + unreadable} stores built anew, the slowest in ${Math.max(0, ...recoveries)} ms`,
);
console.log(`${acknowledgedBefore} changes acknowledged, ${lost.size} lost, ${half.length} transactions in part`);
for (const what of [...lost].slice(0, 5)) console.log(`lost: ${what}`);
for (const what of half.slice(0, 5)) console.log(what);
if (lost.size === 0)
  console.log(`with 95 % confidence fewer than ${(bound * 100).toFixed(2)} % of such ends lose anything`);
console.log(`${((Date.now() - startedMs) / 1000).toFixed(0)} s`);
const isGood = journalled ? lost.size === 0 && half.length === 0 && acknowledgedBefore > 0 : lost.size > 0;
if (!journalled)
  console.log(
    isGood ? 'Without a journal it loses, as it must.' : 'Without a journal nothing was lost: this rig proves nothing.',
  );
process.exit(isGood ? 0 : 1);
