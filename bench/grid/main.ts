import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import {dice} from '#core/lib/dice.ts';
import {commit} from '../../tools/run/version.mjs';
import {launch, profileNamed} from './browser.ts';
import {buildPages} from './build-pages.ts';
import {type Options, optionsOf} from './options.ts';
import {PeerSite} from './peer-site.ts';
import {resultFile, workFolder} from './places.ts';
import {prepareShop, serveProduct} from './product.ts';
import {runRound} from './round.ts';
import {Samples, quantile} from './samples.ts';
import {tableOf} from './table.ts';
import {Truth, seed} from './truth.ts';
import type {Turn} from './turn.ts';
import {plantedBusyMs} from './turns/plant-faults.ts';
import {isKept, linesOf} from './verdict.ts';

/** Runs the benchmark; answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(options);
    return 1;
  }
  if (process.platform !== 'linux') {
    console.error('CPU time and memory of the browser are read from /proc, which only Linux has.');
    return 1;
  }
  rmSync(workFolder, {recursive: true, force: true});
  mkdirSync(workFolder, {recursive: true});
  try {
    return report(await measure(options), options);
  } finally {
    rmSync(workFolder, {recursive: true, force: true});
  }
}

async function measure({rows, rounds, control}: Options): Promise<Samples> {
  await buildPages();
  const server = await serveProduct(0);
  const product = {origin: server.origin, profile: profileNamed('shop')};
  const words = Truth.words();
  console.log(`Making a shop of ${rows} orders, once in Tradewind and once in Dexie.`);
  const now = await prepareShop(product.profile, product.origin, {
    orderCount: rows,
    allOrders: words.tree['all'] ?? '',
  });
  await server.close();
  const truth = new Truth({orderCount: rows, now});
  const site = new PeerSite(truth.columns(), truth.words);
  const peers = {origin: await site.start(), dexieProfile: profileNamed('dexie')};
  await prepareDexie(peers, {orderCount: rows, now});

  const samples = new Samples();
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`Round ${round} of ${rounds}; load of the machine ${loadavg()[0]?.toFixed(1)}.`);
    const turn: Turn = {truth, samples, product, peers, control, dice: () => dice(`round ${round}`)};
    await runRound(turn, round);
  }
  site.stop();
  return samples;
}

async function prepareDexie(
  {origin, dexieProfile}: Turn['peers'],
  shop: {readonly orderCount: number; readonly now: number},
): Promise<void> {
  const {page, close} = await launch(dexieProfile);
  await page.goto(`${origin}/dexie/`);
  await page.evaluate((filling) => window.dexiePeer.fill(filling), {seed, ...shop});
  await close();
}

function report(samples: Samples, options: Options): number {
  const lines = linesOf(samples);
  console.log(`\n${tableOf(lines)}\n`);
  const machine = {cores: availableParallelism(), load: loadavg(), node: process.version};
  const figures = lines.map(({figure, ...line}) => ({...line, ...figure}));
  const told = {commit: commit(), ...options, machine, figures, samples: samples.all()};
  writeFileSync(resultFile, `${JSON.stringify(told, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  for (const {figure, verdict} of lines)
    if (verdict === 'late') console.log(`Slower than hoped here: ${figure.title}.`);
  if (!options.control) return isKept(lines) ? 0 : 1;

  const unseen = unseenFaults(samples);
  if (unseen.length === 0) console.log('The negative control: both planted faults were noticed.');
  else console.error(`The negative control: nobody noticed ${unseen.join(' and ')}.`);
  return unseen.length === 0 ? 1 : 2;
}

function unseenFaults(samples: Samples): readonly string[] {
  const [planted, healthy] = [samples.of('scroll.cpu', 'ours'), samples.of('scroll.cpu', 'floor')];
  const dearerMs = quantile(planted, 0.5) - quantile(healthy, 0.5);
  const miscounted = samples.of('counts.wrong', 'ours').some((count) => count > 0);
  return [...(dearerMs >= plantedBusyMs / 2 ? [] : ['the busy page']), ...(miscounted ? [] : ['the uncounted order'])];
}
