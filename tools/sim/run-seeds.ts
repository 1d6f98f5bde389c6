import {spawn} from 'node:child_process';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

import type {Failure} from './failure.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SeedsAsked {
  /** The tree they are run over. */
  readonly folder: string;
  readonly from: number;
  readonly seeds: number;
  readonly stopsAtFirst?: boolean;
  /** The PostgreSQL of seeds over the stores that are shipped; without one they run in memory. */
  readonly postgresUrl?: string | undefined;
}

/** A seed that takes longer goes on for ever. */
const silentMost = {inMemory: 60_000, real: 300_000};

/** Runs seeds, shared by as many processes as there are cores. */
export async function runSeeds(asked: SeedsAsked, processes = availableParallelism()): Promise<readonly Failure[]> {
  const shares = Array.from({length: Math.min(processes, asked.seeds)}, (_, nth) => nth);
  const found = await Promise.all(shares.map((nth) => runShare(asked, {nth, of: shares.length})));
  return found.flat().toSorted((a, b) => a.seed - b.seed);
}

function runShare(
  {folder, from, seeds, stopsAtFirst, postgresUrl}: SeedsAsked,
  {nth, of}: {readonly nth: number; readonly of: number},
): Promise<readonly Failure[]> {
  const count = Math.ceil((seeds - nth) / of);
  const script = path.join(root, 'tools', 'sim', 'seeds.ts');
  const args = [folder, from + nth, of, count, stopsAtFirst ? 'stop' : 'all'].map(String);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: {...process.env, ...(postgresUrl === undefined ? {} : {POSTGRES_URL: postgresUrl})},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const failures: Failure[] = [];
  let seed = from + nth;
  let isDone = false;
  let complaint = '';
  let watch = setTimeout(() => undefined, 0);
  const heard = (): void => {
    clearTimeout(watch);
    watch = setTimeout(() => child.kill('SIGKILL'), postgresUrl === undefined ? silentMost.inMemory : silentMost.real);
  };
  heard();
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  createInterface({input: child.stdout}).on('line', (line) => {
    heard();
    if (line.startsWith('seed ')) seed = Number(line.slice(5));
    if (line.startsWith('failed ')) failures.push(JSON.parse(line.slice(7)) as Failure);
    if (line === 'done') isDone = true;
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(watch);
      const failed = `I17: it did not end ${complaint.slice(0, 2_000)}`;
      if (!isDone) failures.push({seed, failed, steps: 0, of: 0, desks: 0, trace: []});
      resolve(failures);
    });
  });
}
