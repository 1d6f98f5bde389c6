import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as after} from 'node:timers/promises';
import {askIpp} from '../ipp-printer.ts';
import {zebraPpd} from './zebra-ppd.ts';

const programs = ['ippeveprinter', 'avahi-daemon', 'dbus-daemon'];
const waitMs = 20_000;

/** Avahi wants to be root; the others are Debian packages. */
export const hasIppeve =
  process.getuid?.() === 0 && programs.every((name) => spawnSync(name, ['--help']).error === undefined);

/** A bus of our own on which everybody may do everything; only who can reach its file. */
const busConfig = (socket: string): string => `<busconfig>
  <listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/>
  </policy>
</busconfig>`;

const avahiConfig = '[server]\nallow-interfaces=lo\nuse-ipv6=no\n[wide-area]\nenable-wide-area=no\n';

/** CUPS's own printer, made for testing clients, with the papers of a Zebra; on loopback, until it is stopped. */
export class IppevePrinter {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ippeve-'));
  readonly #children: ChildProcess[] = [];
  uri = '';

  static async start(): Promise<IppevePrinter> {
    const printer = new IppevePrinter();
    try {
      await printer.#start();
    } catch (error) {
      await printer.stop();
      throw error;
    }
    return printer;
  }

  /** Lets the job that is being printed come out; without it a job takes for ever. */
  letOut(): void {
    writeFileSync(join(this.#folder, 'out'), '');
  }

  holdBack(): void {
    rmSync(join(this.#folder, 'out'), {force: true});
  }

  /** What came to the printer, file by file. What its command said lies there too, and is empty. */
  received(): string[] {
    const spool = join(this.#folder, 'spool');
    return readdirSync(spool)
      .map((name) => readFileSync(join(spool, name), 'latin1'))
      .filter((text) => text !== '');
  }

  async stop(): Promise<void> {
    this.letOut();
    for (const child of this.#children.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(late);
    }
    rmSync(this.#folder, {recursive: true, force: true});
  }

  async #start(): Promise<void> {
    const at = (name: string): string => join(this.#folder, name);
    mkdirSync(at('spool'));
    writeFileSync(at('bus.conf'), busConfig(at('bus')));
    writeFileSync(at('avahi.conf'), avahiConfig);
    writeFileSync(at('zebra.ppd'), zebraPpd);
    writeFileSync(at('print.sh'), `#!/bin/sh\nwhile [ ! -e ${at('out')} ]; do sleep 0.05; done\n`);
    chmodSync(at('print.sh'), 0o700);

    this.#run('dbus-daemon', [`--config-file=${at('bus.conf')}`, '--nofork', '--nopidfile']);
    await after(500);
    this.#run('avahi-daemon', ['--no-drop-root', '--no-chroot', '--no-rlimits', '-f', at('avahi.conf')]);
    let printer: ChildProcess | undefined;
    for (let waited = 0; waited < waitMs; waited += 250) {
      // Avahi is not there at once, and the printer ends without it; or somebody else has taken the port meanwhile.
      if (!printer || printer.exitCode !== null) {
        const port = await freePort();
        this.uri = `ipp://localhost:${port}/ipp/print`;
        const named = ['-n', 'localhost', '-p', String(port), '-P', at('zebra.ppd')];
        printer = this.#run('ippeveprinter', [...named, '-c', at('print.sh'), '-d', at('spool'), '-k', 'Zebra']);
      }
      await after(250);
      if ((await askIpp(this.uri)).state !== 'silent') return;
    }
    throw new Error('ippeveprinter did not start');
  }

  #run(name: string, args: readonly string[]): ChildProcess {
    const env = {...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(this.#folder, 'bus')}`};
    const child = spawn(name, args, {env, stdio: 'ignore'});
    this.#children.push(child);
    return child;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
