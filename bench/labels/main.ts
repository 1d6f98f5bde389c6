import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, loadavg} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {hasPoppler, pdfTexts} from '../../tools/paper/poppler.ts';
import {inRoot, root} from '../../tools/run/places.mjs';
import {commit} from '../../tools/run/version.mjs';
import {quantile} from '../grid/samples.ts';
import {scansToBytes} from './scans.ts';
import {resultFile, sourceFolder, workFolder} from './places.ts';
import type {Told} from './told.ts';

const usage = `npm run bench -- labels [options]
  --rounds N   rounds in which ours and the peers take turns (3); bwip-js with pdf-lib, which takes a minute, only in the first
  --ours       without the peers
  --scans      only from the last scan to the printer`;

interface Figure {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
}

/** Runs the benchmark; answers with the exit code: 0 where every promise is kept. */
export async function main(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      rounds: {type: 'string', default: '3'},
      ours: {type: 'boolean', default: false},
      scans: {type: 'boolean', default: false},
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    console.error(usage);
    return 1;
  }
  console.log(`Labels on ${availableParallelism()} cores; load ${loadavg()[0]?.toFixed(1) ?? ''}.`);
  rmSync(workFolder, {recursive: true, force: true});
  mkdirSync(workFolder, {recursive: true});
  const told = values.scans ? {} : await making(rounds, values.ours);
  const scans = await scansToBytes();
  const figures = [...(values.scans ? [] : figuresOf(told)), ...figuresOfScans(scans)];
  for (const figure of figures) console.log(lineOf(figure));
  const machine = {cores: availableParallelism(), load: loadavg(), node: process.version};
  writeFileSync(resultFile, `${JSON.stringify({commit: commit(), machine, figures, told, scans}, null, 2)}\n`);
  console.log(`Written to ${resultFile}.`);
  return figures.every(isKept) ? 0 : 1;
}

/** What each side says of making labels, round by round. */
async function making(rounds: number, isAlone: boolean): Promise<Readonly<Record<string, readonly Told[]>>> {
  await bundleOurs();
  run(ours, 'laid-out');
  const told: Record<string, Told[]> = {};
  const turn = (name: string, script: string, ...more: readonly string[]) => {
    const one = JSON.parse(
      run(script, ...more)
        .trim()
        .split('\n')
        .at(-1) ?? '',
    ) as Told;
    (told[name] ??= []).push(one);
    console.log(
      `  ${name.padEnd(16)} ${one.cpuS.toFixed(2).padStart(8)} s CPU ${one.peakMb.toFixed(0).padStart(6)} MB ${String(one.bytes).padStart(10)} bytes`,
    );
  };
  for (let round = 0; round < rounds; round++) {
    for (const task of ['pdf', 'whole-pdf', 'zpl-latin', 'zpl-east-asian', 'code128']) turn(task, ours, task);
    if (isAlone) continue;
    turn('pdfkit', peer('pdfkit'));
    if (round === 0) for (const name of ['pdf-lib', 'code128']) turn(name === 'code128' ? 'bwip-js' : name, peer(name));
  }
  if (hasPoppler() && !isAlone) compareTexts();
  return told;
}

const ours = path.join(workFolder, 'ours.js');
const peer = (name: string) => path.join(sourceFolder, 'peers', `${name}.ts`);

const places = pathToFileURL(inRoot('tools', 'run', 'places.mjs')).href;

/** As the product is built: what tsx adds to each function would be counted too. */
async function bundleOurs(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: {alias: [{find: /^#core\//, replacement: inRoot('core/')}]},
    // It finds the checkout by where it stands itself.
    plugins: [
      {
        name: 'places',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('/places.mjs') ? {id: places, external: true} : null),
      },
    ],
    build: {
      ssr: path.join(sourceFolder, 'ours.ts'),
      outDir: workFolder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {output: {entryFileNames: 'ours.js'}},
    },
  });
}

/** Runs a side in a process of its own; nothing is left over from the one before. */
function run(script: string, ...args: readonly string[]): string {
  const tsx = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const {status, stdout, stderr} = spawnSync(process.execPath, [...tsx, script, ...args, workFolder], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return stdout;
}

/** Before its time counts, a peer's file has to say what ours says. */
function compareTexts(): void {
  const words = (file: string) =>
    pdfTexts(readFileSync(path.join(workFolder, file))).map((page) => page.join(' ').split(/\s+/).toSorted().join(' '));
  const [mine, theirs] = [words('ours.pdf'), words('pdfkit.pdf')];
  const other = mine.filter((page, at) => page !== theirs[at]).length;
  if (mine.length !== 1000 || other > 0)
    throw new Error(`${String(other)} of ${String(mine.length)} labels say something else than pdfkit's`);
  console.log('  All 1000 labels say the same as those of pdfkit.');
}

function figuresOf(told: Readonly<Record<string, readonly Told[]>>): readonly Figure[] {
  const median = (name: string, of: (one: Told) => number) => quantile((told[name] ?? []).map(of), 0.5);
  const perSecond = (name: string) => median(name, ({count, cpuS}) => count / cpuS);
  const cpu = (name: string) => median(name, ({cpuS}) => cpuS);
  const beside = (name: string, title: string, least: number): readonly Figure[] =>
    told[name] ? [{title, value: cpu(name) / cpu('pdf'), unit: 'x', least}] : [];
  const equal = told['bwip-js']?.[0];
  return [
    {title: '1,000 labels as PDF, half East Asian, from addresses to bytes', value: cpu('whole-pdf'), unit: ' s CPU'},
    {title: 'the same, laid out already, fonts read and embedded', value: cpu('pdf'), unit: ' s CPU'},
    ...beside('pdfkit', 'pdfkit takes so many times as long', 3),
    ...beside('pdf-lib', 'PNG of bwip-js with pdf-lib takes so many times as long', 25),
    {
      title: 'the batch of 1,000 at its most',
      value: Math.max(...['pdf', 'whole-pdf'].map((name) => median(name, ({peakMb}) => peakMb))),
      unit: ' MB',
      most: 500,
    },
    {title: 'Latin labels as ZPL in a second of CPU', value: perSecond('zpl-latin'), unit: '', least: 20_000},
    {title: 'East Asian labels as ZPL in a second of CPU', value: perSecond('zpl-east-asian'), unit: '', least: 2000},
    {title: 'Code 128 in a second of CPU', value: perSecond('code128'), unit: ''},
    ...(equal
      ? [
          {
            title: 'Code 128 with the bars of bwip-js, of 100',
            value: (100 * equal.bytes) / equal.count,
            unit: '',
            least: 100,
          },
        ]
      : []),
  ];
}

function figuresOfScans(ms: readonly number[]): readonly Figure[] {
  const title = 'last scan of an item to bytes at the printer';
  return [
    {title: `${title}, median`, value: quantile(ms, 0.5), unit: ' ms'},
    {title: `${title}, 19 of 20`, value: quantile(ms, 0.95), unit: ' ms', most: 50},
  ];
}

function isKept({value, least, most}: Figure): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

function lineOf(figure: Figure): string {
  const {title, value, unit, least, most} = figure;
  const promise =
    least !== undefined ? `>= ${String(least)}${unit}` : most !== undefined ? `<= ${String(most)}${unit}` : '';
  const verdict = promise === '' ? '' : isKept(figure) ? 'kept' : 'BROKEN';
  return `${title.padEnd(60)} ${`${value >= 100 ? value.toFixed(0) : value.toFixed(2)}${unit}`.padStart(14)}  ${promise.padEnd(12)} ${verdict}`;
}
