import {type AddressInfo, type Server, type Socket, createServer} from 'node:net';

/**
 * A label printer that takes ZPL at a raw port, as those in halls do: what was read to the end comes out. Its plug can be pulled, and put
 * back in the same place.
 */
export class LabelPrinter {
  /** What each label that came out says below its barcode, in their order. */
  readonly labels: string[] = [];
  /** Each job as it came. */
  readonly jobs: string[] = [];
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  get port(): number {
    return this.#port;
  }

  async plugIn(): Promise<void> {
    const server = createServer({allowHalfOpen: true}, (socket) => this.#take(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async pullOut(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    const parts: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => {
      const job = Buffer.concat(parts).toString('utf8');
      this.jobs.push(job);
      for (const [, label = ''] of job.matchAll(/\^XA(.*?)\^XZ/gs)) {
        this.labels.push(codeOf(label));
      }
      socket.end();
    });
  }
}

/** The last text of a label is its number. */
function codeOf(label: string): string {
  const texts = [...label.matchAll(/\^FD(.*?)\^FS/gs)].map(([, text = '']) => text);
  return texts.at(-1) ?? '';
}
