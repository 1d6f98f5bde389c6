import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const startMaxMs = 60_000;

/** A real master with its own PostgreSQL, as `npm run cloud` starts it, on a folder and a port that stay the same. */
export class RunningMaster {
  readonly #data = mkdtempSync(join(tmpdir(), 'tradewind-master-'));
  #port = 0;
  #process: ChildProcess | undefined;

  get address(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  get setupCode(): string {
    const file = readdirSync(this.#data).find((name) => name.startsWith('setup-code'));
    if (!file) throw new Error('The master has written no setup code');
    return readFileSync(join(this.#data, file), 'utf8').trim();
  }

  async start(): Promise<this> {
    const args = ['--import', 'tsx', 'cloud/main.ts', '--data', this.#data, '--port', String(this.#port)];
    const child = spawn(process.execPath, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
    this.#process = child;
    this.#port = await portIn(child);
    return this;
  }

  /** As Ctrl+C ends it: what it has decided stands, and PostgreSQL ends with it. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** As a power cut ends it; its PostgreSQL runs on, and the next takes it over. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Where its database is, while that runs: what stands there is the truth. */
  get databaseUrl(): string {
    const database = join(this.#data, 'database');
    const password = readFileSync(join(database, 'password'), 'utf8').trim();
    const port =
      readFileSync(join(database, 'postgres', 'postmaster.pid'), 'utf8')
        .split('\n')[3]
        ?.trim() ?? '';
    return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#data, {recursive: true, force: true, maxRetries: 3});
  }
}

/** The port that it says it listens at; throws what it said where it did not start. */
function portIn(child: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`The master did not start: ${said}`)), startMaxMs);
    const hear = (text: Buffer): void => {
      said += String(text);
      const port = /listens at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      found(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => failed(new Error(`The master ended: ${said}`)));
  });
}
