import {mkdtempSync, rmSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {createServer, type Server, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as after} from 'node:timers/promises';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {PrintLog} from '#core/printing/print-log.ts';
import {Spooler} from '#core/printing/spooler.ts';
import {givenJob, givenPrinter, labelBytes} from '#core/testing/given-printing.ts';
import type {Instant} from '#core/time/instant.ts';
import {NodeDisk} from '../disk/node-disk.ts';
import {PrinterWays} from './printer-ways.ts';

const parcels = 50;
const unpluggedAt = 20;
/** The desk is closed and opened again behind this many labels. */
const restartAt = 35;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unplugged-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

const now = (): Instant => Date.now() as Instant;

/** A label printer whose plug is pulled while a label comes in, and put back a second later. */
class Zebra {
  readonly printed: string[] = [];
  port = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  #pulls = 1;

  async plug(): Promise<void> {
    const server = createServer({allowHalfOpen: true}, (socket) => this.#take(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  pull(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    const parts: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => {
      if (this.printed.length === unpluggedAt && this.#pulls-- > 0) {
        this.pull();
        setTimeout(() => void this.plug(), 1_000);
        return;
      }
      this.printed.push(/parcel \d+/.exec(Buffer.concat(parts).toString())?.[0] ?? 'no label');
      socket.end();
    });
  }
}

async function open(): Promise<Spooler> {
  const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => createHash('sha256').update(bytes).digest();
  const log = await PrintLog.open(new NodeDisk(folder), sha256);
  return Spooler.takeUp(must(log.ok ? log.value : undefined, 'a queue that can be read'), new PrinterWays(), now());
}

it('50 parcels come out at a printer that is unplugged once, 50 numbers in order and none twice', async () => {
  const zebra = new Zebra();
  await zebra.plug();
  let spooler = await open();
  const way = {way: 'raw', host: '127.0.0.1', port: zebra.port} as const;
  await spooler.savePrinter(givenPrinter(1, {way}));
  for (let n = 1; n <= parcels; n++) await spooler.ask(givenJob(n), labelBytes(n), now());

  const looked: string[] = [];
  let isRestarted = false;
  const isDone = (): boolean => spooler.jobs.filter(({status}) => status === 'sent').length === parcels;
  for (const until = Date.now() + 90_000; Date.now() < until && !isDone();) {
    if (!isRestarted && zebra.printed.length >= restartAt) {
      while (spooler.jobs.some(({status}) => status === 'sending')) await after(5);
      spooler = await open();
      isRestarted = true;
    }
    await spooler.tick(now());
    for (const {job, status, words} of spooler.jobs) {
      if (status !== 'unknown') continue;
      // The person looks at the printer: that label is not there, and is printed again at once, for that reason.
      looked.push(words);
      await spooler.reprint(job.id, {id: givenJob(parcels + 1).id, reason: 'notPrinted'}, now());
    }
    await after(5);
  }
  zebra.pull();

  const numbers = zebra.printed.map((label) => Number(label.slice('parcel '.length)));
  const inOrder = Array.from({length: parcels}, (_, at) => at + 1);
  expect([isRestarted, looked, numbers]).toEqual([true, ['ECONNRESET'], inOrder]);
}, 120_000);
