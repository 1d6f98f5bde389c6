import {spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import pg from 'pg';
import {Refusal} from '../refusal.ts';
import {canOthersEnter, isRoot, nobody, postgresPrograms} from './programs.ts';

/** A PostgreSQL of our own, on this machine only, with everything it keeps below one folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends it once what is under way is written. */
  stop(): Promise<void>;
}

interface Place {
  readonly programs: string;
  readonly data: string;
  readonly password: string;
}

const startTries = 3;

// Errors are logged without values: rows never reach a log. The rest is room for one master.
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 40
shared_buffers = 128MB
max_wal_size = 1GB
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
`;

/** Starts the PostgreSQL of a data folder, made anew where there is none; one that runs already is taken as it is. */
export async function embeddedPostgres(data: string): Promise<EmbeddedPostgres> {
  const place = await ensureCluster(data);
  const url = (await runningAt(place)) ?? (await start(place));
  return {url, stop: () => control(place, ['stop', '-m', 'fast', '-w'])};
}

async function ensureCluster(data: string): Promise<Place> {
  const folder = path.join(data, 'database');
  mkdirSync(folder, {recursive: true, mode: 0o700});
  if (isRoot()) for (const ours of [data, folder]) openTo(ours);
  const place = {programs: postgresPrograms(folder), data: path.join(folder, 'postgres'), ...passwordIn(folder)};
  if (existsSync(path.join(place.data, 'tradewind-ready'))) return place;

  // What a killed first start has left behind was never used.
  rmSync(place.data, {recursive: true, force: true});
  mkdirSync(place.data, {mode: 0o700});
  const secret = path.join(folder, 'password.once');
  writeFileSync(secret, place.password, {mode: 0o600});
  if (isRoot()) for (const file of [place.data, secret]) chownSync(file, nobody, nobody);
  try {
    const args = ['-D', place.data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`];
    await run(place, 'initdb', [...args, '-E', 'UTF8', '--locale=C', '--no-instructions']);
  } finally {
    rmSync(secret);
  }
  appendFileSync(path.join(place.data, 'postgresql.conf'), settings);
  writeFileSync(path.join(place.data, 'tradewind-ready'), '');
  return place;
}

/** As root, nobody must be able to walk to the folder: ours are opened for walking through, those above are not. */
function openTo(folder: string): void {
  chmodSync(folder, 0o711);
  if (canOthersEnter(folder)) return;
  throw new Refusal(
    `PostgreSQL does not run as root, and nobody else can reach ${folder}. Choose another folder with --data, such as /var/lib/tradewind, or start the master as another user.`,
  );
}

function passwordIn(folder: string): {readonly password: string} {
  const file = path.join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), {mode: 0o600});
  return {password: readFileSync(file, 'utf8')};
}

async function start(place: Place): Promise<string> {
  removeStalePid(place);
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const log = path.join(place.data, 'server.log');
    try {
      await control(place, ['start', '-w', '-t', '60', '-l', log, '-o', `-p ${port}`]);
      return urlOf(place, port);
    } catch (error) {
      if (tries === startTries) throw error;
    }
  }
}

/** The address of a server that runs on this folder and answers, for example one whose master was killed. */
async function runningAt(place: Place): Promise<string | undefined> {
  const port = Number(pidFile(place)?.[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  const client = new pg.Client({connectionString: urlOf(place, port), connectionTimeoutMillis: 5_000});
  try {
    await client.connect();
    const {rows} = await client.query<{readonly data: string}>(
      'select setting as data from pg_settings where name = $1',
      ['data_directory'],
    );
    await client.end();
    return rows[0]?.data === place.data ? urlOf(place, port) : undefined;
  } catch {
    return undefined;
  }
}

/** In a container that begins anew, the number in the file of a killed server may by now be another program's. */
function removeStalePid(place: Place): void {
  const pid = pidFile(place)?.[0];
  if (pid === undefined || process.platform !== 'linux') return;
  const comm = path.join('/proc', pid, 'comm');
  const isPostgres = existsSync(comm) && readFileSync(comm, 'utf8').trim() === 'postgres';
  if (!isPostgres) rmSync(path.join(place.data, 'postmaster.pid'));
}

function pidFile({data}: Place): readonly string[] | undefined {
  const file = path.join(data, 'postmaster.pid');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
    : undefined;
}

function urlOf({password}: Place, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function control(place: Place, args: readonly string[]): Promise<void> {
  return run(place, 'pg_ctl', [...args, '-D', place.data]);
}

async function run({programs, data}: Place, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(path.join(programs, program), args, {
    cwd: data,
    // Its words are looked for by pg_ctl, and its sorting must not depend on who starts it.
    env: {PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C'},
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot() ? {uid: nobody, gid: nobody} : {}),
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${errors.trim()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('a server without a port');
  return address.port;
}
