import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {Refusal} from './refusal.ts';

/** The port of a master, unless another is asked for. */
export const usualPort = 4790;

const usage = `npm run cloud [-- options]          starts the master of shops
npm run cloud -- backup FILE       writes everything it keeps into a file, also while it runs
npm run cloud -- restore FILE      brings all of that back; the master must not run
  --data DIR     keep everything in this folder
  --port P       listen at another port than ${usualPort}
  --host H       listen at another address than 127.0.0.1; only behind something that speaks TLS
  --proxy A      believe the proxy at this address or network for whom it asks; can be given again
DATABASE_URL     use this PostgreSQL instead of one of its own`;

export interface Options {
  readonly command: 'serve' | 'backup' | 'restore';
  /** What is written or read by `backup` and `restore`; absolute. */
  readonly file: string;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly proxies: readonly string[];
}

export interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  /** Relative paths begin here. */
  readonly folder: string;
}

/** Reads what follows `npm run cloud --`; throws a refusal for what it does not know. */
export function optionsOf(args: readonly string[], host: Host): Options {
  const {values, positionals} = parsed(args);
  const [command = 'serve', file, ...more] = positionals;
  const takesFile = command === 'backup' || command === 'restore';
  if ((command !== 'serve' && !takesFile) || more.length > 0 || takesFile !== (file !== undefined)) {
    throw new Refusal(usage);
  }
  return {
    command,
    file: path.resolve(host.folder, file ?? ''),
    data: values.data === undefined ? usualFolder(host) : path.resolve(host.folder, values.data),
    databaseUrl: host.env['DATABASE_URL'] || undefined,
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port),
    proxies: values.proxy ?? [],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: {type: 'string'},
        host: {type: 'string'},
        port: {type: 'string'},
        proxy: {type: 'string', multiple: true},
      },
    });
  } catch (cause) {
    throw new Refusal(usage, {cause});
  }
}

function portOf(told: string | undefined): number {
  if (told === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(told) ? Number(told) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refusal('--port needs a whole number from 0 to 65535; 0 takes a free one.');
}

/** Where a program keeps what belongs to the person. What root starts belongs to the machine: PostgreSQL must reach it as nobody. */
export function usualFolder({platform, env, home, isRoot}: Host): string {
  if (platform === 'win32') {
    return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'tradewind', 'cloud');
  }
  if (isRoot) return '/var/lib/tradewind/cloud';
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'tradewind', 'cloud');
  return path.posix.join(env['XDG_DATA_HOME'] || path.posix.join(home, '.local', 'share'), 'tradewind', 'cloud');
}

export function thisHost(): Host {
  return {
    platform: process.platform,
    env: process.env,
    home: os.homedir(),
    isRoot: process.getuid?.() === 0,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
  };
}
