import {createServer, type AddressInfo, type Server, type Socket} from 'node:net';

/** A label printer at a raw port: it reads to the end and closes, or breaks off as soon as something comes. */
export class RawListener {
  /** Every document that came, or as much of it as was taken. */
  readonly documents: Buffer[] = [];
  breaksOff = false;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer({allowHalfOpen: true}, (socket) => {
      const at = this.documents.push(Buffer.alloc(0)) - 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        this.documents[at] = Buffer.concat([this.documents[at] ?? Buffer.alloc(0), part]);
        if (this.breaksOff) socket.resetAndDestroy();
      });
      socket.on('end', () => socket.end());
    });
  }

  static async start(): Promise<RawListener> {
    const listener = new RawListener();
    await new Promise<void>((resolve) => listener.#server.listen(0, '127.0.0.1', resolve));
    return listener;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
