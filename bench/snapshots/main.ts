import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {assert, must} from '#core/lib/assert.ts';
import {inRoot} from '../../tools/run/places.mjs';
import {commit} from '../../tools/run/version.mjs';
import {type Session, cpuOf, discard, launch, profileNamed} from '../grid/browser.ts';
import {buildPages} from '../grid/build-pages.ts';
import {resultsFolder, workFolder} from '../grid/places.ts';
import type {Asked, Told} from './page/messages.ts';

const pageSource = path.join(import.meta.dirname, 'page');
const pageFolder = path.join(resultsFolder, 'snapshots-page');
const resultFile = path.join(resultsFolder, 'snapshots.json');
/** 7 daily and 4 weekly ones. */
const shelved = 11;
const budgetBytes = 2 * 2 ** 30;
const restoreSecondsMost = 30;
const megabyte = 2 ** 20;

interface Cost extends Told {
  readonly cpu: number;
}

/** Answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({args: [...args], options: {orders: {type: 'string', default: '100000,200000'}}});
  mkdirSync(resultsFolder, {recursive: true});
  await buildPages();
  await build({
    configFile: false,
    logLevel: 'warn',
    root: pageSource,
    publicDir: false,
    resolve: {alias: {'#core': inRoot('core')}},
    worker: {format: 'es'},
    build: {outDir: pageFolder, emptyOutDir: true, target: 'chrome138'},
  });
  const results = [];
  try {
    for (const orders of values.orders.split(',').map(Number)) results.push(await measured(orders));
  } finally {
    for (const folder of [workFolder, pageFolder]) rmSync(folder, {recursive: true, force: true});
  }
  const machine = {cores: availableParallelism(), load: loadavg(), node: process.version};
  writeFileSync(resultFile, `${JSON.stringify({commit: commit(), machine, results}, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  return results.every(({isKept}) => isKept) ? 0 : 1;
}

async function measured(orders: number) {
  const built = pathToFileURL(inRoot('dist', 'serve', 'serve.mjs')).href;
  const {startServer} = (await import(built)) as typeof import('../../tools/serve/server.ts');
  const server = await startServer({folder: pageFolder, port: 0, version: 'bench'});
  const profile = profileNamed(`snapshots-${String(orders)}`);
  await discard(profile);
  const session = await launch(profile);
  try {
    await session.page.goto(server.origin);
    return await costsOf(session, orders);
  } finally {
    await session.close();
    await server.close();
    await discard(profile);
  }
}

async function costsOf(session: Session, orders: number) {
  const ask = async (asked: Asked): Promise<Cost> => {
    const {cpu, value} = await cpuOf(session, () => session.page.evaluate((what) => window.askSnapshots(what), asked));
    return {...value, cpu};
  };
  await ask({ask: 'fill', orderCount: orders});
  const costs = {
    calm: await ask({ask: 'onlyBusy', ms: 3_000}),
    busy: await ask({ask: 'keepBusy'}),
    take: await ask({ask: 'keep'}),
    verify: await ask({ask: 'verify'}),
    restore: await ask({ask: 'restore'}),
    digests: await ask({ask: 'digests'}),
  };
  const [here, there] = must(costs.digests.digests, 'two digests');
  assert(here === there, 'a restored shop holds what was taken');
  const bytes = must(costs.take.bytes, 'a size');
  console.log(
    `${String(orders)} orders: ${(bytes / megabyte).toFixed(1)} MB of ${((costs.restore.plainBytes ?? 0) / megabyte).toFixed(1)} MB.`,
  );
  for (const [name, cost] of Object.entries(costs)) console.log(`  ${name.padEnd(8)} ${told(cost)}`);
  const isKept = bytes * shelved <= budgetBytes && costs.restore.ms <= restoreSecondsMost * 1_000;
  console.log(`  ${isKept ? 'kept' : 'BROKEN'}: eleven within 2 GB, restored within 30 s.`);
  return {orders, isKept, costs};
}

function told({ms, cpu, deafMs, partMs, writes}: Cost): string {
  const parts = [`${(ms / 1_000).toFixed(2)} s`, `${cpu.toFixed(2)} CPU s`, `deaf ${(deafMs ?? 0).toFixed(0)} ms`];
  if (partMs !== undefined) parts.push(`a part of it ${partMs.toFixed(0)} ms`);
  if (writes) parts.push(`${String(writes.count)} writes, the longest ${writes.longestMs.toFixed(0)} ms`);
  return parts.join(', ');
}
