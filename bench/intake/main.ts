import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import {parseArgs} from 'node:util';
import {commit} from '../../tools/run/version.mjs';
import {resultsFolder, workFolder} from '../grid/places.ts';
import {quantile} from '../grid/samples.ts';
import {type KeepingCost, keepingCost} from './keeping-cost.ts';
import {peerFolder, resultFile} from './places.ts';
import {type ReadingCost, readingCost} from './reading-cost.ts';
import {sheetFile} from './sheet-file.ts';

/** Rows that are read, detected and checked in a second of CPU time, at least. */
const rowsPerSecondLeast = 200_000;
/** Of the rows that PapaParse splits in the same time, at least. */
const ofPapaParseLeast = 0.3;
/** Of what a peer takes to parse the file and put bare orders, at most; the one that puts its rows is beaten by far. */
const ofDexieMost = 2;

const usage = `npm run bench -- intake [options]
  --rounds N   rounds in which ours and the peers take turns: N in the browser, three times as many of reading alone (3)
  --reading    only reading, without a browser`;

/** Runs the benchmark; answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(options);
    return 1;
  }
  const sheet = sheetFile();
  const {rows, orders} = sheet.account;
  console.log(
    `${sheet.title}: ${String(rows)} rows, ${String(orders)} orders; load ${loadavg()[0]?.toFixed(1) ?? ''}.`,
  );
  mkdirSync(resultsFolder, {recursive: true});
  const reading = await readingCost(sheet, options.rounds * 3);
  const keeping = options.readingOnly ? undefined : await measuredKeeping(sheet, options.rounds);
  const figures = figuresOf({rows, reading, keeping});
  for (const {title, value, promise, kept} of figures) {
    const verdict = kept ? 'kept' : 'BROKEN';
    console.log(`${title.padEnd(60)} ${value.padStart(10)}  ${promise.padEnd(10)} ${verdict}`);
  }
  const machine = {cores: availableParallelism(), load: loadavg(), node: process.version};
  const told = {commit: commit(), sheet: sheet.title, rows, orders, machine, figures, reading, keeping};
  writeFileSync(resultFile, `${JSON.stringify(told, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  return figures.every(({kept}) => kept) ? 0 : 1;
}

interface Figure {
  readonly title: string;
  readonly value: string;
  readonly promise: string;
  readonly kept: boolean;
}

function figuresOf({
  rows,
  reading,
  keeping,
}: {
  readonly rows: number;
  readonly reading: ReadingCost;
  readonly keeping: KeepingCost | undefined;
}): readonly Figure[] {
  const ours = quantile(reading.ours, 0.5);
  const perSecond = rows / ours;
  const ofPapaParse = quantile(reading.papaParse, 0.5) / ours;
  const figures: Figure[] = [
    {
      title: 'rows parsed, detected and checked in a second of CPU',
      value: perSecond.toFixed(0),
      promise: `>= ${String(rowsPerSecondLeast)}`,
      kept: perSecond >= rowsPerSecondLeast,
    },
    {
      title: 'the same beside PapaParse alone',
      value: `${ofPapaParse.toFixed(2)}x`,
      promise: `>= ${String(ofPapaParseLeast)}x`,
      kept: ofPapaParse >= ofPapaParseLeast,
    },
  ];
  if (!keeping) return figures;

  const beside = (peers: readonly number[], title: string): Figure => {
    const ratio = quantile(keeping.ours, 0.5) / quantile(peers, 0.5);
    return {title, value: `${ratio.toFixed(2)}x`, promise: `<= ${String(ofDexieMost)}x`, kept: ratio <= ofDexieMost};
  };
  return [
    ...figures,
    beside(keeping.orders, 'the whole import beside parsing and bare Dexie puts of orders'),
    beside(keeping.traced, 'the same beside puts of orders with the rows they came from'),
    beside(keeping.rows, 'the same beside puts of the rows as they were parsed'),
  ];
}

async function measuredKeeping(sheet: ReturnType<typeof sheetFile>, rounds: number): Promise<KeepingCost> {
  try {
    return await keepingCost(sheet, rounds);
  } finally {
    for (const folder of [workFolder, peerFolder]) rmSync(folder, {recursive: true, force: true});
  }
}

function optionsOf(args: readonly string[]): {readonly rounds: number; readonly readingOnly: boolean} | string {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {rounds: {type: 'string', default: '3'}, reading: {type: 'boolean', default: false}},
    });
    const rounds = Number(values.rounds);
    if (!Number.isSafeInteger(rounds) || rounds < 1 || rounds > 50) return `--rounds needs 1 to 50.\n\n${usage}`;
    return {rounds, readingOnly: values.reading};
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}
