import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {must} from '#core/lib/assert.ts';
import {root} from '../../tools/run/places.mjs';

export interface RunningMaster {
  readonly url: string;
  readonly setupCode: string;
  /** The folder of everything that it keeps. */
  readonly data: string;
  close(): Promise<void>;
}

/** The shipped program, started as `npm run cloud` does, with its own PostgreSQL in an empty folder, flushing as it always does. */
export async function runningMaster({nodeMegabytes}: {readonly nodeMegabytes?: number} = {}): Promise<RunningMaster> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'tradewind-bench-master-'));
  const room = nodeMegabytes === undefined ? [] : [`--max-old-space-size=${nodeMegabytes}`];
  const flags = ['--max-semi-space-size=64', ...room, '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, 'cloud/main.ts', '--data', data, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({input: must(child.stdout, 'what it says')});
  const [first] = (await once(lines, 'line')) as [string];
  return {
    url: must(/http:\/\/[^\s]+/.exec(first)?.[0], 'an address'),
    setupCode: readFileSync(path.join(data, 'setup-code'), 'utf8').trim(),
    data,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(data, {recursive: true, force: true});
    },
  };
}
