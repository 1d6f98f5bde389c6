import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {assert} from '#core/lib/assert.ts';
import {inRoot} from '../../tools/run/places.mjs';
import {commit} from '../../tools/run/version.mjs';
import {buildPages} from '../grid/build-pages.ts';
import {cpuOf, discard, launch, profileNamed, rest} from '../grid/browser.ts';
import {resultsFolder, workFolder} from '../grid/places.ts';
import {quantile} from '../grid/samples.ts';
import type {Turn} from './page/messages.ts';
import type {} from './page/main.ts';

/** One saved change beside a transaction over two tables of Dexie and one flush, at most. */
const ofFloorMost = 1.3;
/** A thousand changes at once beside the same without a journal, at most. */
const ofStoredMost = 1.2;

const changesSingly = 600;
const changesInBurst = 1_000;
/** What a browser does by itself after a page was opened. */
const settledMs = 2_000;

const pagesFolder = path.join(resultsFolder, 'durable-page');
const resultFile = path.join(resultsFolder, 'durable.json');

const turns = {
  saved: {side: 'saved', way: 'singly', changes: changesSingly},
  floor: {side: 'floor', way: 'singly', changes: changesSingly},
  savedBurst: {side: 'saved', way: 'burst', changes: changesInBurst},
  storedBurst: {side: 'stored', way: 'burst', changes: changesInBurst},
} as const satisfies Readonly<Record<string, Turn>>;

/** Runs the benchmark; answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({args: [...args], options: {rounds: {type: 'string', default: '5'}}});
  const rounds = Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    console.error('npm run bench -- durable [--rounds N]: rounds in which the sides take turns (5)');
    return 1;
  }
  mkdirSync(resultsFolder, {recursive: true});
  const cpu = await measured(rounds);
  const ms = (name: keyof typeof turns): number => (quantile(cpu[name], 0.5) / turns[name].changes) * 1_000;
  const figures = [
    {
      title: 'one saved change beside two tables of Dexie and a flush',
      ratio: ms('saved') / ms('floor'),
      most: ofFloorMost,
    },
    {
      title: '1,000 at once beside the same without a journal',
      ratio: ms('savedBurst') / ms('storedBurst'),
      most: ofStoredMost,
    },
  ];
  console.log(
    `load ${loadavg()[0]?.toFixed(1) ?? ''}; CPU of a change: ${Object.keys(turns)
      .map((name) => `${name} ${ms(name as keyof typeof turns).toFixed(2)} ms`)
      .join(', ')}`,
  );
  for (const {title, ratio, most} of figures) {
    console.log(`${title.padEnd(58)} ${ratio.toFixed(2)}x  <= ${most}x  ${ratio <= most ? 'kept' : 'BROKEN'}`);
  }
  const machine = {cores: availableParallelism(), load: loadavg(), node: process.version};
  writeFileSync(resultFile, `${JSON.stringify({commit: commit(), machine, figures, cpu}, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  return figures.every(({ratio, most}) => ratio <= most) ? 0 : 1;
}

/** CPU seconds of all processes of the browser in each round, every side from an empty profile. */
async function measured(rounds: number): Promise<Record<keyof typeof turns, number[]>> {
  // For the probe that every page of the benchmarks gets.
  await buildPages();
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: path.join(import.meta.dirname, 'page'),
    resolve: {alias: {'#core': inRoot('core')}},
    worker: {format: 'es'},
    build: {outDir: pagesFolder, emptyOutDir: true, target: 'chrome138'},
  });
  const built = pathToFileURL(inRoot('dist', 'serve', 'serve.mjs')).href;
  const {startServer} = (await import(built)) as typeof import('../../tools/serve/server.ts');
  const server = await startServer({folder: pagesFolder, port: 0, version: 'bench'});
  const cpu: Record<keyof typeof turns, number[]> = {saved: [], floor: [], savedBurst: [], storedBurst: []};
  const names = Object.keys(turns) as (keyof typeof turns)[];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        cpu[name].push(await costOf(`durable-${name}`, server.origin, turns[name]));
      }
    }
  } finally {
    await server.close();
    for (const folder of [workFolder, pagesFolder]) rmSync(folder, {recursive: true, force: true});
  }
  return cpu;
}

async function costOf(name: string, origin: string, turn: Turn): Promise<number> {
  const profile = profileNamed(name);
  await discard(profile);
  const session = await launch(profile);
  try {
    await session.page.goto(origin);
    await session.page.evaluate((given) => window.prepare(given), turn);
    await rest(settledMs);
    const {cpu, value} = await cpuOf(session, () => session.page.evaluate(() => window.work()));
    assert(value === turn.changes, 'every change is there');
    return cpu;
  } finally {
    await session.close();
    await discard(profile);
  }
}
