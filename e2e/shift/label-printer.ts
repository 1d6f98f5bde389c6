import {type AddressInfo, type Server, type Socket, createServer} from 'node:net';
import {setTimeout} from 'node:timers/promises';
import {type PrintedLabel, type ReadLabel, printedLabel} from './printed-label.ts';

const pollMs = 5;

/**
 * A label printer that takes ZPL at a raw port, as those in halls do: what was read to the end comes out. Its plug can be pulled, and put
 * back in the same place.
 */
export class LabelPrinter {
  /** The labels that came out, in their order, and when their first bytes came, in ms since 1970. */
  readonly labels: (PrintedLabel & {readonly begunAtMs: number})[] = [];
  /** Each job as it came. */
  readonly jobs: string[] = [];
  readonly documents: Buffer[] = [];
  /** A broken one: this label comes out twice. */
  readonly #twice: number | undefined;
  readonly #read: ReadLabel;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #printing: Promise<void> = Promise.resolve();

  /** `read` tells what a label says that came out; as a rule it is drawn and scanned, which takes a good part of a second. */
  constructor({twice, read = printedLabel}: {readonly twice?: number; readonly read?: ReadLabel} = {}) {
    this.#twice = twice;
    this.#read = read;
  }

  get port(): number {
    return this.#port;
  }

  async plugIn(): Promise<void> {
    const server = createServer({allowHalfOpen: true}, (socket) => this.#take(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Waits until more labels than these have come out, or for so long; asks nobody anything meanwhile. */
  async moreThan(count: number, ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (this.labels.length <= count && performance.now() < until) await setTimeout(pollMs);
  }

  async pullOut(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await new Promise((resolve) => this.#server?.close(resolve));
    await this.#printing;
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    const parts: Buffer[] = [];
    let begunAtMs = 0;
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (part: Buffer) => {
      begunAtMs ||= performance.timeOrigin + performance.now();
      parts.push(part);
    });
    socket.on('end', () => {
      const document = Buffer.concat(parts);
      const job = document.toString('utf8');
      this.documents.push(document);
      this.jobs.push(job);
      for (const [zpl] of job.matchAll(/\^XA.*?\^XZ/gs)) {
        this.#printing = this.#printing.then(() => this.#print(zpl, begunAtMs));
      }
      socket.end();
    });
  }

  async #print(zpl: string, begunAtMs: number): Promise<void> {
    const label = {...(await this.#read(zpl)), begunAtMs};
    if (this.labels.length === this.#twice) this.labels.push(label);
    this.labels.push(label);
  }
}
