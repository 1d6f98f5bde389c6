import {mkdirSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import {commit} from '../../tools/run/version.mjs';
import {resultsFolder} from '../grid/places.ts';
import {bundleSize} from './bundle-size.ts';
import {type Figure, isKept, lineOf} from './figure.ts';
import {type Measured, firstSyncs} from './first-syncs.ts';
import {type House, withHouse} from './house.ts';
import {type Options, type Part, optionsOf} from './options.ts';
import {resultFile} from './places.ts';
import {pushes} from './pushes.ts';
import {rebases} from './rebases.ts';
import {singleChanges} from './single-changes.ts';

/** Runs the benchmark; answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(options);
    return 1;
  }
  mkdirSync(resultsFolder, {recursive: true});
  const load = loadavg();
  console.log(`load ${load[0]?.toFixed(1) ?? ''}`);
  const measured = await withHouse(async (house) => {
    const all: (Measured & {readonly part: Part})[] = [];
    for (const part of options.parts) for (const one of await measure(house, part, options)) all.push({...one, part});
    return all;
  });
  const figures = measured.flatMap((one) => one.figures);
  for (const figure of figures) console.log(lineOf(figure));
  const machine = {cores: availableParallelism(), load, node: process.version};
  const told = {commit: commit(), machine, control: options.control, figures: figures.map(verdictOf), measured};
  writeFileSync(resultFile, `${JSON.stringify(told, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  return figures.every(isKept) ? 0 : 1;
}

async function measure(house: House, part: Part, options: Options): Promise<readonly Measured[]> {
  console.log(`${part}:`);
  switch (part) {
    case 'first': {
      const all: Measured[] = [];
      for (const orders of options.orders) all.push(await firstSyncs(house, {...options, orders}));
      return all;
    }
    case 'push':
      return [await pushes(house, options)];
    case 'rebase':
      return [await rebases(house, options)];
    case 'change':
      return [await singleChanges(house, options)];
    case 'bundle':
      return [await bundleSize()];
  }
}

function verdictOf(figure: Figure): Figure & {readonly kept: boolean} {
  return {...figure, kept: isKept(figure)};
}
